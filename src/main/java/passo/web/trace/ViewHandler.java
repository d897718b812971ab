package passo.web.trace;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import passo.diagram.LayoutCache;
import passo.web.Capacity;
import passo.web.Page;
import passo.web.Pages;
import passo.web.RateLimit;
import passo.web.parts.Form;

/// Shows one view of a run: what a tab of the playground asks for when it is opened. Takes the playground's form, and makes its run.
public final class ViewHandler {

    private final Tabs tabs;
    private final LayoutCache diagrams;
    private final RateLimit rate;
    private final Capacity capacity;
    private final Pages pages;

    public ViewHandler(Tabs tabs, LayoutCache diagrams, RateLimit rate, Capacity capacity, Pages pages) {
        this.tabs = tabs;
        this.diagrams = diagrams;
        this.rate = rate;
        this.capacity = capacity;
        this.pages = pages;
    }

    /// Where nothing ran there is nothing to see; the page says why already.
    public void handle(Context ctx) {
        View view = tabs.find(ctx.pathParam("name")).orElseThrow(NotFoundResponse::new);
        rate.take(ctx);
        Page page = pages.of(ctx);
        Asked asked = Asked.of(ctx);
        new Bench(capacity.share(ctx), diagrams, page, action(ctx), Form.of(ctx)).ran(asked)
                .ifPresentOrElse(ran -> pages.show(ctx, view.template(), view.of(ran, asked)), () -> ctx.status(204));
    }

    /// The address that runs, of the page that asks.
    private static String action(Context ctx) {
        String action = Form.field(ctx, "action", 200);
        return action.matches("(/[\\w-]+)+") ? action : "";
    }
}
