package passo.web.study;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import passo.lab.exercise.Curriculum;
import passo.store.Answers;
import passo.study.Answered;
import passo.study.Question;
import passo.study.Questions;
import passo.study.Report;
import passo.study.Review;
import passo.web.Learners;
import passo.web.Page;
import passo.web.Pages;
import passo.web.RateLimit;

/// What there is to practise, and the questions one after the other.
public final class PracticeHandler {

    private final Supplier<Questions> questions;
    private final Supplier<Curriculum> curriculum;
    private final Answers answers;
    private final Learners learners;
    private final RateLimit rate;
    private final Clock clock;
    private final Reviews reviews;
    private final Pages pages;

    /// @param rate how often a learner may answer
    public PracticeHandler(Supplier<Questions> questions, Supplier<Curriculum> curriculum, Answers answers, Learners learners, RateLimit rate, Clock clock, Pages pages) {
        this.questions = questions;
        this.curriculum = curriculum;
        this.answers = answers;
        this.learners = learners;
        this.rate = rate;
        this.clock = clock;
        this.reviews = new Reviews(questions, answers, learners, clock);
        this.pages = pages;
    }

    public void home(Context ctx) {
        Page page = pages.of(ctx);
        Questions bank = questions.get();
        Report report = Report.of(bank, answered(ctx).stream().flatMap(answered -> bank.find(answered.question()).stream()
                .map(question -> new Report.Mark(question, answered.right()))).toList());
        List<HomeView.Topic> topics = bank.topics().stream().filter(topic -> bank.about(topic.letter()).findAny().isPresent()).map(topic -> topic(page, bank, topic, report)).toList();
        List<HomeView.Exam> exams = bank.exams().stream().filter(exam -> bank.of(exam.code()).findAny().isPresent()).map(exam -> new HomeView.Exam(exam.code(), exam.name(),
                page.text("study.count", bank.of(exam.code()).count()), page.to("/study/practice?" + new Practice("", exam.code(), false).query()))).toList();
        pages.show(ctx, "study/home.jte", new HomeView(bank.all().size(), review(page, reviews.of(ctx)), topics, exams));
    }

    private static HomeView.Review review(Page page, Review review) {
        int due = review.due().size();
        String told = due > 0 ? page.text("study.review.due", due) : review.done() >= Review.A_DAY ? page.text("study.review.enough", review.done())
                : review.next().map(day -> page.text("study.review.next", DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(page.language().locale()).format(day))).orElse(page.text("study.review.none"));
        return new HomeView.Review(told, due > 0 ? page.to("/study/practice?" + Practice.REVIEW.query()) : "");
    }

    private static HomeView.Topic topic(Page page, Questions bank, Questions.Topic topic, Report report) {
        Optional<Report.Line> line = report.lines().stream().filter(one -> one.topic().equals(topic)).findFirst();
        boolean enough = line.filter(Report.Line::enough).isPresent();
        String told = line.map(one -> page.text(enough ? "study.right" : "study.little", one.right(), one.asked())).orElse(page.text("study.new"));
        return new HomeView.Topic(topic.letter(), topic.title().in(page.language().tag()), page.text("study.count", bank.about(topic.letter()).count()), told, enough,
                page.to("/study/practice?" + new Practice(topic.letter(), "", false).query()));
    }

    /// Goes to the next question.
    public void next(Context ctx) {
        Practice practice = Practice.of(ctx);
        Optional<Question> next = practice.review() ? reviews.due(ctx).findFirst()
                : Optional.of(practice.next(questions.get(), answered(ctx), Optional.ofNullable(ctx.queryParam("after")).orElse("")).orElseThrow(NotFoundResponse::new));
        ctx.redirect(next.map(question -> Asking.address(pages.of(ctx), question) + "?" + practice.query()).orElse(pages.of(ctx).to("/study")));
    }

    /// Asks a question; explains it where the address holds an answer.
    public void open(Context ctx) {
        Question question = find(ctx);
        int seed = Optional.ofNullable(ctx.queryParam("seed")).filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf)
                .orElseGet(() -> (learners.known(ctx).orElse("") + question.id()).hashCode() >>> 3);
        pages.show(ctx, "study/question.jte", new Asking(pages.of(ctx), questions.get(), curriculum.get(), question, Practice.of(ctx), seed).view(Given.read(question, ctx::queryParams)));
    }

    /// Saves an answer, and goes where it is explained. What is reviewed and right is not saved before the learner says whether it was known.
    public void answer(Context ctx) {
        rate.take(ctx);
        Question question = find(ctx);
        Given given = Given.read(question, ctx::formParams);
        given.answer().ifPresent(answer -> {
            boolean right = question.isRight(answer);
            if (!right || !Practice.of(ctx).review()) answers.save(learners.idOf(ctx), new Answered(question.id(), right, right, clock.instant()));
        });
        String seed = Optional.ofNullable(ctx.formParam("seed")).filter(text -> text.matches("\\d{1,9}")).map(text -> "&seed=" + text).orElse("");
        ctx.redirect(Asking.address(pages.of(ctx), question) + "?" + Practice.of(ctx).query() + seed + given.query() + "#told", HttpStatus.SEE_OTHER);
    }

    /// Saves whether what was answered right in a review was known, once, and goes on.
    public void review(Context ctx) {
        rate.take(ctx);
        Question question = find(ctx);
        if (reviews.due(ctx).anyMatch(question::equals)) {
            answers.save(learners.idOf(ctx), new Answered(question.id(), true, "yes".equals(ctx.formParam("known")), clock.instant()));
        }
        ctx.redirect(pages.of(ctx).to("/study/practice?" + Practice.REVIEW.query()), HttpStatus.SEE_OTHER);
    }

    private Question find(Context ctx) {
        return questions.get().find(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
    }

    private List<Answered> answered(Context ctx) {
        return learners.known(ctx).map(answers::of).orElse(List.of());
    }
}
