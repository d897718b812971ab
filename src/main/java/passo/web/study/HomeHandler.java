package passo.web.study;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passo.store.Mocks;
import passo.study.Mock;
import passo.study.Questions;
import passo.study.Report;
import passo.study.Review;
import passo.web.Page;
import passo.web.Pages;
import passo.web.Zone;
import passo.web.parts.Units;

/// What there is to study.
public final class HomeHandler {

    private final Studying studying;
    private final Sittings sittings;
    private final Pages pages;

    public HomeHandler(Studying studying, Mocks mocks, Pages pages) {
        this.studying = studying;
        this.sittings = new Sittings(studying, mocks);
        this.pages = pages;
    }

    public void open(Context ctx) {
        Page page = pages.of(ctx);
        Questions bank = studying.questions().get();
        List<Mock> all = sittings.all(ctx);
        Report report = Report.of(bank, studying.answered(ctx).stream().flatMap(answered -> bank.find(answered.question()).stream()
                .map(question -> new Report.Mark(question, answered.right()))).toList());
        List<HomeView.Topic> topics = bank.topics().stream().filter(topic -> bank.about(topic.letter()).findAny().isPresent()).map(topic -> topic(page, bank, topic, report)).toList();
        List<HomeView.Exam> exams = bank.exams().stream().filter(exam -> bank.of(exam.code()).findAny().isPresent()).map(exam -> new HomeView.Exam(exam.code(), exam.name(),
                page.text("study.count", bank.of(exam.code()).count()), page.to("/study/practice?" + new Practice("", exam.code(), false).query()))).toList();
        pages.show(ctx, "study/home.jte", new HomeView(bank.all().size(), review(page, studying.review(ctx)), topics, exams, mocks(page, bank, all, Zone.of(ctx))));
    }

    private static HomeView.Review review(Page page, Review review) {
        int due = review.due().size();
        if (due > 0) return new HomeView.Review(page.text("study.review.due", due), new Units(page.language().locale()).duration(review.time()), page.to("/study/review"));
        Optional<String> next = review.next().map(day -> date(page, day));
        String told = review.done() >= Review.A_DAY ? page.text("study.review.enough", review.done())
                : next.map(day -> review.done() > 0 ? page.text("study.review.done", review.done(), day) : page.text("study.review.next", day)).orElse(page.text("study.review.none"));
        return new HomeView.Review(told, "", "");
    }

    private static String date(Page page, LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(page.language().locale()).format(day);
    }

    private static HomeView.Topic topic(Page page, Questions bank, Questions.Topic topic, Report report) {
        Optional<Report.Line> line = report.lines().stream().filter(one -> one.topic().equals(topic)).findFirst();
        boolean enough = line.filter(Report.Line::enough).isPresent();
        String told = line.map(one -> page.text(enough ? "study.right" : "study.little", one.right(), one.asked())).orElse(page.text("study.new"));
        return new HomeView.Topic(topic.letter(), topic.title().in(page.language().tag()), page.text("study.count", bank.about(topic.letter()).count()), told, enough,
                page.to("/study/practice?" + new Practice(topic.letter(), "", false).query()));
    }

    private HomeView.Mocks mocks(Page page, Questions bank, List<Mock> all, ZoneId zone) {
        Optional<Mock> going = all.stream().filter(mock -> mock.finished().isEmpty()).findFirst();
        DateTimeFormatter when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(page.language().locale()).withZone(zone);
        return new HomeView.Mocks(page.to("/study/mocks"), choices(page, bank), going.map(mock -> page.to("/study/mocks/" + mock.id())).orElse(""),
                going.map(mock -> page.text("study.mock.going", Sitting.name(page, mock.exam()), Math.ceilDiv(Duration.between(sittings.now(), mock.end()).toSeconds(), 60))).orElse(""),
                all.stream().flatMap(mock -> mock.finished().stream().map(end -> new HomeView.Taken(Sitting.name(page, mock.exam()), when.format(end),
                        page.text("study.right", Report.of(bank, mock).right(), mock.questions().size()), page.to("/study/mocks/" + mock.id())))).toList());
    }

    /// The exam comes first that has the most questions: those of all are no exam that one takes.
    private List<HomeView.Choice> choices(Page page, Questions bank) {
        List<String> exams = bank.exams().stream().map(Questions.Exam::code).filter(exam -> bank.of(exam).findAny().isPresent()).toList();
        Optional<String> first = exams.stream().max(Comparator.comparing(exam -> bank.of(exam).count()));
        return Stream.concat(exams.stream(), Stream.of("")).map(exam -> {
            Mock drawn = Mock.draw("", exam, Sittings.pool(bank, exam), 0, sittings.now());
            return new HomeView.Choice(exam, page.text("study.mock.choice", Sitting.name(page, exam), drawn.questions().size(), drawn.allowed().toMinutes()), first.equals(Optional.of(exam)));
        }).toList();
    }
}
