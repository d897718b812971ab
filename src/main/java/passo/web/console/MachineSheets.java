package passo.web.console;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalInt;
import passo.store.Machine;
import passo.web.Page;
import passo.web.playground.Sheet;
import passo.web.playground.Sheets;

/// The playground on a machine of one's own: its newest revision, or what was written since.
public final class MachineSheets implements Sheets {

    private final Console console;

    public MachineSheets(Console console) {
        this.console = console;
    }

    @Override public Optional<Sheet> find(Context ctx, Page page) {
        return console.machines().find(console.learner(ctx), ctx.pathParam("id")).map(machine -> sheet(page, machine));
    }

    private Sheet sheet(Page page, Machine machine) {
        return new Sheet("/console/machines/" + machine.id() + "/edit", machine.draft(), machine.name(), "",
                MachinePage.form(machine, console.newest(machine)), "", OptionalInt.empty(), false, false,
                Optional.of(new Sheet.Home(Console.address(page, machine.id()), machine.name())));
    }
}
