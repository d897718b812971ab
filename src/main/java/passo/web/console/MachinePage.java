package passo.web.console;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.asl.Definition;
import passo.lab.LineDiff;
import passo.store.Alias;
import passo.store.Draft;
import passo.store.Machine;
import passo.store.Revision;
import passo.store.Version;
import passo.web.Page;
import passo.web.parts.Form;

/// Makes the page of a machine: as it is, or with a form that was refused.
final class MachinePage {

    private final Console console;

    MachinePage(Console console) {
        this.console = console;
    }

    /// The page with a form as it was typed, and what is wrong with it.
    void refuse(Context ctx, Machine machine, Entry entry) {
        ctx.status(422);
        show(ctx, machine, entry);
    }

    void show(Context ctx, Machine machine, Entry entry) {
        Page page = console.pages().of(ctx);
        Revision newest = console.newest(machine);
        List<Alias> aliases = console.aliases().list(machine.learner(), machine.id());
        List<MachineView.RevisionRow> revisions = revisions(page, machine);
        console.pages().show(ctx, "console/machine.jte", new MachineView(Console.address(page, machine.id()), machine.name(),
                MachinesHandler.type(machine.type()), Times.of(page, machine.createdAt()), unsaved(page, machine, newest), revisions,
                revisions.getFirst().version() == 0, versions(page, machine, aliases), aliases.stream().map(alias -> alias(page, alias)).toList(),
                WorldRole.choices(newest.world()), WorldRole.chosen(newest.world()), newest.logLevel(), newest.logData(),
                Names.canBeLogged(machine.name()), entry));
    }

    private Optional<MachineView.Unsaved> unsaved(Page page, Machine machine, Revision newest) {
        Form saved = form(machine, newest);
        return written(machine).filter(form -> !form.equals(saved)).map(form -> new MachineView.Unsaved(Changes.told(page, saved, form),
                Changes.count(saved.definition(), form.definition(), LineDiff.Kind.ADDED),
                Changes.count(saved.definition(), form.definition(), LineDiff.Kind.REMOVED)));
    }

    /// What is in the editor and was not thrown away; in the machine's own type, whichever it was tried as.
    Optional<Form> written(Machine machine) {
        return console.drafts().find(machine.learner(), machine.draft())
                .map(draft -> new Form(Definition.Type.valueOf(machine.type()), draft.definition(), draft.input(), draft.world()));
    }

    static Form form(Machine machine, Revision revision) {
        return new Form(Definition.Type.valueOf(machine.type()), revision.definition(), revision.input(), revision.world());
    }

    static Draft draft(Machine machine, Form form, Instant now) {
        return new Draft(machine.learner(), machine.draft(), form.type().name(), form.definition(), form.input(), form.world(), now);
    }

    private List<MachineView.RevisionRow> revisions(Page page, Machine machine) {
        List<Revision.Line> lines = console.revisions().list(machine.learner(), machine.id());
        var rows = new ArrayList<MachineView.RevisionRow>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Revision.Line line = lines.get(i);
            String compare = i == lines.size() - 1 ? ""
                    : Console.address(page, machine.id()) + "/compare?from=" + lines.get(i + 1).number() + "&to=" + line.number();
            rows.add(new MachineView.RevisionRow(line.number(), line.note(), Times.of(page, line.createdAt()), line.version(), compare));
        }
        return rows;
    }

    private List<MachineView.VersionRow> versions(Page page, Machine machine, List<Alias> aliases) {
        return console.versions().list(machine.learner(), machine.id()).stream().map(version -> version(page, version, aliases)).toList();
    }

    private static MachineView.VersionRow version(Page page, Version version, List<Alias> aliases) {
        var leading = aliases.stream().filter(alias -> alias.uses(version.number())).map(Alias::name).toList();
        return new MachineView.VersionRow(version.number(), version.revision(), version.description(), Times.of(page, version.createdAt()), leading);
    }

    private static MachineView.AliasRow alias(Page page, Alias alias) {
        Alias.Route first = alias.routes().getFirst();
        return new MachineView.AliasRow(alias.name(), alias.description(), first.version(), first.weight(),
                alias.routes().size() == 1 ? 0 : alias.routes().getLast().version(), Times.of(page, alias.updatedAt()));
    }
}
