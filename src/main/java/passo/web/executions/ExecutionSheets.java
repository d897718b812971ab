package passo.web.executions;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import passo.store.Execution;
import passo.store.Machine;
import passo.store.Revision;
import passo.web.Page;
import passo.web.playground.Sheet;
import passo.web.playground.Sheets;

/// An execution as the playground shows it: looked at as far as the clock of its console.
public final class ExecutionSheets implements Sheets {

    private final Desk desk;

    public ExecutionSheets(Desk desk) {
        this.desk = desk;
    }

    @Override public Optional<Sheet> find(Context ctx, Page page) {
        Optional<Machine> machine = desk.learners().known(ctx).flatMap(learner -> desk.machines().find(learner, ctx.pathParam("id")));
        return machine.flatMap(one -> desk.executions().find(one.learner(), one.id(), ctx.pathParam("name")).map(row -> sheet(one, row, page)));
    }

    private Sheet sheet(Machine machine, Execution row, Page page) {
        Revision revision = desk.revisions().find(machine.learner(), machine.id(), row.revision()).orElseThrow();
        String base = StartHandler.base(machine) + "/executions";
        String about = page.text("execution.about", machine.name(), row.revision(), page.text("execution.by." + row.startedBy()),
                new Times(page, row.startedAt()).exact(row.startedAt()));
        String draft = "execution-" + UUID.nameUUIDFromBytes((machine.id() + "/" + row.name()).getBytes(UTF_8));
        return new Sheet(base + "/" + StartHandler.encoded(row.name()), draft, row.name(), about, Remake.form(machine, revision, row),
                row.stoppedAt().isPresent() ? row.decisions() : Remake.decisions(row, desk.monitors().of(machine).clock()).toString(), OptionalInt.empty(), false, true,
                Optional.of(new Sheet.Home(page.to(base), machine.name())));
    }
}
