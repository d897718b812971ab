package passo.web.trace;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import passo.web.parts.Form;

/// Shows one view of a run: what a tab of the playground asks for when it is opened. Takes the playground's form, and makes its run.
public final class ViewHandler {

    private final Tabs tabs;
    private final Looking looking;

    public ViewHandler(Tabs tabs, Looking looking) {
        this.tabs = tabs;
        this.looking = looking;
    }

    /// Where nothing ran there is nothing to see; the page says why already.
    public void handle(Context ctx) {
        View view = tabs.find(ctx.pathParam("name")).orElseThrow(NotFoundResponse::new);
        Asked asked = Asked.of(ctx);
        looking.ran(ctx, asked, action(ctx))
                .ifPresentOrElse(ran -> looking.pages().show(ctx, view.template(), view.of(ran, asked)), () -> ctx.status(204));
    }

    /// The address that runs, of the page that asks.
    private static String action(Context ctx) {
        String action = Form.field(ctx, "action", 200);
        return action.matches("(/[\\w-]+)+") ? action : "";
    }
}
