package passo.web.study;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import passo.study.Question;
import passo.web.Page;
import passo.web.Pages;
import passo.web.RateLimit;

/// The questions, one after the other.
public final class PracticeHandler {

    private final Studying studying;
    private final RateLimit rate;
    private final Pages pages;

    /// @param rate how often a learner may answer
    public PracticeHandler(Studying studying, RateLimit rate, Pages pages) {
        this.studying = studying;
        this.rate = rate;
        this.pages = pages;
    }

    /// Goes to the next question.
    public void next(Context ctx) {
        Practice practice = Practice.of(ctx);
        Question next = practice.next(studying.questions().get(), studying.answered(ctx), Optional.ofNullable(ctx.queryParam("after")).orElse("")).orElseThrow(NotFoundResponse::new);
        ctx.redirect(Asking.address(pages.of(ctx), next) + "?" + practice.query());
    }

    /// Asks a question; explains it where the address holds an answer.
    public void open(Context ctx) {
        Question question = find(ctx);
        int seed = Optional.ofNullable(ctx.queryParam("seed")).filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf)
                .orElseGet(() -> (studying.learners().known(ctx).orElse("") + question.id()).hashCode() >>> 3);
        Page page = pages.of(ctx);
        Practice practice = Practice.of(ctx);
        Optional<TrailView> trail = practice.review() ? TrailView.of(page, studying.review(ctx), question.id()) : Optional.empty();
        pages.show(ctx, "study/question.jte", new Asking(page, studying.questions().get(), studying.curriculum().get(), question, practice, trail, seed)
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

    private Question find(Context ctx) {
        return studying.questions().get().find(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
    }
}
