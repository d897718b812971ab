package passo.web.study;

import io.javalin.http.Context;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import passo.study.Questions;
import passo.study.Report;
import passo.study.Review;
import passo.web.Page;
import passo.web.Pages;

/// What there is to study.
public final class HomeHandler {

    private final Studying studying;
    private final Pages pages;

    public HomeHandler(Studying studying, Pages pages) {
        this.studying = studying;
        this.pages = pages;
    }

    public void open(Context ctx) {
        Page page = pages.of(ctx);
        Questions bank = studying.questions().get();
        Report report = Report.of(bank, studying.answered(ctx).stream().flatMap(answered -> bank.find(answered.question()).stream()
                .map(question -> new Report.Mark(question, answered.right()))).toList());
        List<HomeView.Topic> topics = bank.topics().stream().filter(topic -> bank.about(topic.letter()).findAny().isPresent()).map(topic -> topic(page, bank, topic, report)).toList();
        List<HomeView.Exam> exams = bank.exams().stream().filter(exam -> bank.of(exam.code()).findAny().isPresent()).map(exam -> new HomeView.Exam(exam.code(), exam.name(),
                page.text("study.count", bank.of(exam.code()).count()), page.to("/study/practice?" + new Practice("", exam.code(), false).query()))).toList();
        pages.show(ctx, "study/home.jte", new HomeView(bank.all().size(), review(page, studying.review(ctx)), topics, exams));
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
}
