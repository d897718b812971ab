package passo.web.executions;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import passo.store.Aliases;
import passo.store.Executions;
import passo.store.Machine;
import passo.store.Machines;
import passo.store.Monitors;
import passo.store.Revisions;
import passo.store.Versions;
import passo.web.Capacity;
import passo.web.Learners;
import passo.web.Pages;
import passo.web.RateLimit;

/// What the handlers of this room work with.
public record Desk(Learners learners, Machines machines, Revisions revisions, Versions versions, Aliases aliases, Executions executions,
        Monitors monitors, RateLimit rate, Capacity capacity, Pages pages) {

    /// The machine that an address names, if it is the learner's.
    Machine machine(Context ctx) {
        return learners.known(ctx).flatMap(learner -> machines.find(learner, ctx.pathParam("id"))).orElseThrow(NotFoundResponse::new);
    }

    Operations operations(Context ctx, Machine machine) {
        return new Operations(this, capacity.share(ctx), machine);
    }
}
