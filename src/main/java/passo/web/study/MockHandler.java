package passo.web.study;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import passo.store.Mocks;
import passo.study.Mock;
import passo.web.Pages;
import passo.web.RateLimit;
import passo.web.parts.Form;

/// The timed mock exam: begun, answered question by question, handed in, and reported on. Only the server's clock counts.
public final class MockHandler {

    private static final int LONGEST = 20;
    /// A script leaves a page first, once it has told that the time is up.
    private static final int AFTER_SCRIPTS = 5;
    /// Where a button leads that ends the exam.
    private static final String END = "end";

    private final Studying studying;
    private final Sittings sittings;
    private final RateLimit rate;
    private final Pages pages;

    /// @param rate how often a learner may answer
    public MockHandler(Studying studying, Mocks mocks, RateLimit rate, Pages pages) {
        this.studying = studying;
        this.sittings = new Sittings(studying, mocks);
        this.rate = rate;
        this.pages = pages;
    }

    public void begin(Context ctx) {
        rate.take(ctx);
        Mock mock = sittings.begin(ctx, Form.field(ctx, "exam", LONGEST));
        ctx.redirect(sitting(ctx, mock).address() + "/1", HttpStatus.SEE_OTHER);
    }

    /// Where a learner comes who reloads what came of beginning.
    public void back(Context ctx) {
        ctx.redirect(pages.of(ctx).to("/study"));
    }

    /// The report; while the exam goes on, what is still open in it.
    public void open(Context ctx) {
        Sitting sitting = sitting(ctx, sittings.find(ctx));
        if (sitting.isOver()) pages.show(ctx, "study/report.jte", sitting.report());
        else showRunning(ctx, sitting, "study/handin.jte", sitting.handIn());
    }

    public void question(Context ctx) {
        Sitting sitting = sitting(ctx, sittings.find(ctx));
        if (sitting.isOver()) ctx.redirect(sitting.address());
        else showRunning(ctx, sitting, "study/mock.jte", sitting.question(number(ctx, sitting)));
    }

    /// Saves what a question's form holds and goes where its button leads; a change that is saved by itself gets what it changes.
    public void answer(Context ctx) {
        rate.take(ctx);
        Sitting before = sitting(ctx, sittings.find(ctx));
        int number = number(ctx, before);
        Given given = Given.read(before.questions().get(number - 1), ctx::formParams);
        Sitting sitting = sitting(ctx, sittings.answer(ctx, given, ctx.formParam("flag") != null));
        boolean isChange = ctx.header("HX-Request") != null;
        if (isChange && sitting.isOver()) ctx.header("HX-Redirect", sitting.address()).status(HttpStatus.NO_CONTENT);
        else if (isChange) pages.show(ctx, "study/saved.jte", sitting.question(number));
        else ctx.redirect(sitting.address() + (sitting.isOver() ? "" : to(ctx)), HttpStatus.SEE_OTHER);
    }

    public void handIn(Context ctx) {
        rate.take(ctx);
        ctx.redirect(sitting(ctx, sittings.finish(ctx)).address(), HttpStatus.SEE_OTHER);
    }

    private static String to(Context ctx) {
        String go = Form.field(ctx, "go", LONGEST);
        return go.equals(END) ? "" : "/" + go.replaceAll("\\D", "");
    }

    /// The browser keeps no copy that could show less than was saved, and leaves the page when the time is up, with or without scripts.
    private void showRunning(Context ctx, Sitting sitting, String template, Object view) {
        pages.show(ctx, template, view);
        ctx.header("Cache-Control", "no-store").header("Refresh", sitting.secondsLeft() + AFTER_SCRIPTS + "; url=" + sitting.address());
    }

    private static int number(Context ctx, Sitting sitting) {
        return Optional.of(ctx.pathParam("number")).filter(text -> text.matches("[1-9]\\d?")).map(Integer::valueOf).filter(number -> number <= sitting.questions().size())
                .orElseThrow(NotFoundResponse::new);
    }

    private Sitting sitting(Context ctx, Mock mock) {
        return new Sitting(pages.of(ctx), studying.questions().get(), studying.curriculum().get(), mock, sittings.now());
    }
}
