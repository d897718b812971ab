package passo.web.study;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import passo.lab.exercise.Exercise;
import passo.study.Answered;
import passo.study.Review;
import passo.web.Page;
import passo.web.Pages;
import passo.web.RateLimit;
import passo.web.parts.Sentence;

/// Today's review: what was missed, one after the other, what is most likely forgotten first. After each the learner says whether it was known.
public final class ReviewHandler {

    private final Studying studying;
    private final RateLimit rate;
    private final Pages pages;

    /// @param rate how often a learner may answer
    public ReviewHandler(Studying studying, RateLimit rate, Pages pages) {
        this.studying = studying;
        this.rate = rate;
        this.pages = pages;
    }

    /// Goes to what is next; where nothing is, to where it says when that will be.
    public void next(Context ctx) {
        String path = studying.review(ctx).due().stream().findFirst().map(card -> Answered.predicted(card.id()).map(ReviewHandler::path)
                .orElseGet(() -> "/study/questions/" + card.id() + "?" + Practice.REVIEW.query())).orElse("/study");
        ctx.redirect(pages.of(ctx).to(path), HttpStatus.SEE_OTHER);
    }

    /// A question that was answered right.
    public void question(Context ctx) {
        grade(ctx, ctx.pathParam("id"), true);
    }

    /// Shows a prediction that failed.
    public void prediction(Context ctx) {
        Page page = pages.of(ctx);
        Exercise exercise = studying.curriculum().get().find(ctx.pathParam("slug")).orElseThrow(NotFoundResponse::new);
        Review review = studying.review(ctx);
        if (review.isDue(Answered.prediction(exercise.slug()))) pages.show(ctx, "study/prediction.jte", new PredictionView(Sentence.marked(exercise.in(page.language().tag()).title()),
                page.to("/exercises/" + exercise.slug()), page.to(path(exercise.slug())), TrailView.of(page, review, Answered.prediction(exercise.slug()))));
        else next(ctx);
    }

    public void predicted(Context ctx) {
        grade(ctx, Answered.prediction(ctx.pathParam("slug")), isKnown(ctx));
    }

    /// Saves what is due, once, and goes on.
    private void grade(Context ctx, String id, boolean right) {
        rate.take(ctx);
        if (studying.review(ctx).isDue(id)) studying.save(ctx, id, right, isKnown(ctx));
        next(ctx);
    }

    private static boolean isKnown(Context ctx) {
        return "yes".equals(ctx.formParam("known"));
    }

    private static String path(String slug) {
        return "/study/predictions/" + slug;
    }
}
