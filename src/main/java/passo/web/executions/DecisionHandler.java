package passo.web.executions;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import passo.store.Machine;
import passo.web.Page;
import passo.web.parts.Sentence;

/// Stops, redrives and answers an execution: one more decision is kept, and its run made again. Then the page is shown from which that was asked.
public final class DecisionHandler {

    private final Desk desk;

    public DecisionHandler(Desk desk) {
        this.desk = desk;
    }

    public void decide(Context ctx) {
        desk.rate().take(ctx);
        Machine machine = desk.machine(ctx);
        Page page = desk.pages().of(ctx);
        String name = ctx.pathParam("name");
        Operations.Outcome outcome = desk.operations(ctx, machine).decide(name, Wish.of(ctx));
        if (outcome instanceof Operations.Outcome.Refused(var error, var message)) {
            refuse(ctx, machine, StartHandler.refused(page, error, message));
            return;
        }
        String path = page.to(switch (ctx.formParam("back")) {
            case "inbox" -> "/console/inbox";
            case "list" -> StartHandler.base(machine) + "/executions?open=" + StartHandler.encoded(name);
            case null, default -> StartHandler.base(machine) + "/executions/" + StartHandler.encoded(name);
        });
        if (ctx.header("HX-Request") == null) ctx.redirect(path, HttpStatus.SEE_OTHER);
        else ctx.header("HX-Redirect", path).status(HttpStatus.NO_CONTENT);
    }

    /// What cannot be done is said above the list.
    private void refuse(Context ctx, Machine machine, Sentence why) {
        Page page = desk.pages().of(ctx);
        desk.pages().show(ctx.header("HX-Retarget", "body"), "executions/monitor.jte",
                new Monitor(desk, page, machine, desk.operations(ctx, machine).remake(), Look.of(ctx)).view(java.util.List.of(why), false));
    }
}
