package passo.web.study;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import java.util.function.Supplier;
import passo.lab.exercise.Curriculum;
import passo.study.Question;
import passo.study.Questions;
import passo.web.Page;
import passo.web.Pages;
import passo.web.RateLimit;

/// The questions, one after the other: those that are practised, and those that are due for review.
public final class PracticeHandler {

    private final Studying studying;
    private final Supplier<Curriculum> curriculum;
    private final RateLimit rate;
    private final Pages pages;

    /// @param rate how often a learner may answer
    public PracticeHandler(Studying studying, Supplier<Curriculum> curriculum, RateLimit rate, Pages pages) {
        this.studying = studying;
        this.curriculum = curriculum;
        this.rate = rate;
        this.pages = pages;
    }

    /// Goes to the next question.
    public void next(Context ctx) {
        Page page = pages.of(ctx);
        Practice practice = Practice.of(ctx);
        Questions bank = studying.questions().get();
        Optional<Question> next = practice.review() ? studying.review(ctx).due().stream().findFirst().flatMap(card -> bank.find(card.id()))
                : Optional.of(practice.next(bank, studying.answered(ctx), Optional.ofNullable(ctx.queryParam("after")).orElse("")).orElseThrow(NotFoundResponse::new));
        ctx.redirect(next.map(question -> Asking.address(page, question) + "?" + practice.query()).orElse(page.to("/study")));
    }

    /// Asks a question; explains it where the address holds an answer.
    public void open(Context ctx) {
        Question question = find(ctx);
        int seed = Optional.ofNullable(ctx.queryParam("seed")).filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf)
                .orElseGet(() -> (studying.learners().known(ctx).orElse("") + question.id()).hashCode() >>> 3);
        pages.show(ctx, "study/question.jte", new Asking(pages.of(ctx), studying.questions().get(), curriculum.get(), question, Practice.of(ctx), seed)
                .view(Given.read(question, ctx::queryParams)));
    }

    /// Saves an answer, and goes where it is explained. What is reviewed and right is not saved before the learner says whether it was known.
    public void answer(Context ctx) {
        rate.take(ctx);
        Question question = find(ctx);
        Given given = Given.read(question, ctx::formParams);
        given.answer().ifPresent(answer -> {
            boolean right = question.isRight(answer);
            if (!right || !Practice.of(ctx).review()) studying.save(ctx, question.id(), right, right);
        });
        String seed = Optional.ofNullable(ctx.formParam("seed")).filter(text -> text.matches("\\d{1,9}")).map(text -> "&seed=" + text).orElse("");
        ctx.redirect(Asking.address(pages.of(ctx), question) + "?" + Practice.of(ctx).query() + seed + given.query() + "#told", HttpStatus.SEE_OTHER);
    }

    /// Saves whether what was answered right in a review was known, once, and goes on.
    public void review(Context ctx) {
        rate.take(ctx);
        Question question = find(ctx);
        if (studying.review(ctx).isDue(question.id())) studying.save(ctx, question.id(), true, "yes".equals(ctx.formParam("known")));
        ctx.redirect(pages.of(ctx).to("/study/practice?" + Practice.REVIEW.query()), HttpStatus.SEE_OTHER);
    }

    private Question find(Context ctx) {
        return studying.questions().get().find(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
    }
}
