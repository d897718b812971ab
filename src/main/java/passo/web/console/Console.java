package passo.web.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.function.Supplier;
import passo.lab.Examples;
import passo.store.Aliases;
import passo.store.Database;
import passo.store.Drafts;
import passo.store.Executions;
import passo.store.Machine;
import passo.store.Machines;
import passo.store.Revision;
import passo.store.Revisions;
import passo.store.Versions;
import passo.web.Learners;
import passo.web.Page;
import passo.web.Pages;

/// What the pages of the console need.
public record Console(Learners learners, Machines machines, Revisions revisions, Versions versions, Aliases aliases, Executions executions,
        Drafts drafts, Supplier<Examples> examples, Pages pages) {

    public Console(Learners learners, Database database, Supplier<Examples> examples, Pages pages) {
        this(learners, new Machines(database), new Revisions(database), new Versions(database), new Aliases(database), new Executions(database),
                new Drafts(database), examples, pages);
    }

    /// The id of the learner; of one who was never here the empty one, who has nothing.
    String learner(Context ctx) {
        return learners.known(ctx).orElse("");
    }

    /// The machine that the address names.
    ///
    /// @throws NotFoundResponse if this learner has none of this id
    Machine machine(Context ctx) {
        return machines.find(learner(ctx), ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
    }

    Revision newest(Machine machine) {
        return revisions.newest(machine.learner(), machine.id()).orElseThrow(NotFoundResponse::new);
    }

    static String address(Page page, String machine) {
        return page.to("/console/machines/" + machine);
    }

    void go(Context ctx, String address) {
        ctx.redirect(address, HttpStatus.SEE_OTHER);
    }
}
