package passo.web.coverage;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import passo.asl.Definition;
import passo.lab.Coverage;
import passo.lab.Reach;
import passo.lab.Way;
import passo.store.Executions;
import passo.store.Machine;
import passo.store.Machines;
import passo.store.Revision;
import passo.store.Revisions;
import passo.web.Capacity;
import passo.web.Learners;
import passo.web.Page;
import passo.web.Pages;
import passo.web.RateLimit;
import passo.web.parts.Form;
import passo.web.parts.Prepared;
import passo.web.parts.Texts;

/// Shows what the executions of a machine's newest revision have taken of it, and what would take the rest.
public final class CoverageHandler {

    private static final int MOST_EXECUTIONS = 1_000;

    private final Learners learners;
    private final Machines machines;
    private final Revisions revisions;
    private final Executions executions;
    private final RateLimit rate;
    private final Capacity capacity;
    private final Pages pages;

    public CoverageHandler(Learners learners, Machines machines, Revisions revisions, Executions executions, RateLimit rate, Capacity capacity, Pages pages) {
        this.learners = learners;
        this.machines = machines;
        this.revisions = revisions;
        this.executions = executions;
        this.rate = rate;
        this.capacity = capacity;
        this.pages = pages;
    }

    public void open(Context ctx) {
        rate.take(ctx);
        Page page = pages.of(ctx);
        Machine machine = learners.known(ctx).flatMap(learner -> machines.find(learner, ctx.pathParam("id"))).orElseThrow(NotFoundResponse::new);
        Revision revision = revisions.newest(machine.learner(), machine.id()).orElseThrow(NotFoundResponse::new);
        var form = new Form(Definition.Type.valueOf(machine.type()), revision.definition(), revision.input(), revision.world());
        var texts = new Texts(page);
        Prepared prepared = Prepared.of(texts, texts.definition(form.definition(), form.type()), form).orElseThrow(NotFoundResponse::new);
        Coverage coverage = executions.coverages(machine.learner(), machine.id(), revision.number(), MOST_EXECUTIONS).stream().map(Coverage::parse)
                .reduce(Coverage.NOTHING, Coverage::plus);
        Map<Way, Reach.Found> found = capacity.share(ctx).together(prepared.cloud().runsCode(),
                limits -> new Trials(limits).found(prepared.start(), prepared.world(), coverage));
        var view = new CoverageWords(page, prepared.start().machine(), coverage).view(found, form.input(), form.world(), prepared.world().json());
        String address = page.to("/console/machines/" + machine.id());
        pages.show(ctx, "coveragePage.jte", new CoveragePage(machine.name(), address,
                view.with(new CoverageView.Editor(address + "/edit", form.definition(), machine.type()))));
    }
}
