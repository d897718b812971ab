package passo.web.console;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import passo.asl.Definition;
import passo.aws.cloudwatch.LogLevel;
import passo.store.Machine;
import passo.store.Machines;
import passo.store.Revision;
import passo.web.Page;
import passo.web.parts.Form;

/// One machine: its name, its configuration, its copies, its end.
public final class MachineHandler {

    private final Console console;
    private final MachinePage machinePage;

    public MachineHandler(Console console) {
        this.console = console;
        this.machinePage = new MachinePage(console);
    }

    public void show(Context ctx) {
        machinePage.show(ctx, console.machine(ctx), Entry.NONE);
    }

    public void back(Context ctx) {
        console.go(ctx, Console.address(console.pages().of(ctx), ctx.pathParam("id")));
    }

    public void rename(Context ctx) {
        Page page = console.pages().of(ctx);
        Machine machine = console.machine(ctx);
        Entry entry = named(page, Entry.of(ctx, "rename", "name"));
        if (entry.isGood()) entry = MachinesHandler.refused(page,
                console.machines().rename(machine.learner(), machine.id(), entry.value("name"), Instant.now()), entry);
        answer(ctx, machine, entry, "#settings");
    }

    private static Entry named(Page page, Entry entry) {
        return Names.ofMachine(page, entry.value("name")).map(sentence -> entry.with("name", sentence)).orElse(entry);
    }

    private void answer(Context ctx, Machine machine, Entry entry, String place) {
        if (entry.isGood()) console.go(ctx, Console.address(console.pages().of(ctx), machine.id()) + place);
        else machinePage.refuse(ctx, machine, entry);
    }

    /// Role and logging: a change of them is a revision, as with AWS. What is in the editor takes the role over.
    public void configure(Context ctx) {
        Page page = console.pages().of(ctx);
        Machine machine = console.machine(ctx);
        Revision newest = console.newest(machine);
        Entry entry = Entry.of(ctx, "configure", "role", "level", "data");
        LogLevel level = level(entry.value("level"));
        boolean data = !entry.value("data").isEmpty();
        String world = WorldRole.choose(newest.world(), entry.value("role"));
        if (world.equals(newest.world()) && level.name().equals(newest.logLevel()) && data == newest.logData()) {
            answer(ctx, machine, entry, "#settings");
            return;
        }
        Form content = new Form(Definition.Type.valueOf(machine.type()), newest.definition(), newest.input(), world);
        entry = Examination.of(page, machine.name(), content, level).in(page, entry);
        if (entry.isGood()) {
            String role = WorldRole.chosen(world).isEmpty() ? page.text("console.note.role") : WorldRole.chosen(world);
            console.revisions().save(machine.learner(), machine.id(), new Revision(0, content.definition(), content.input(), world, level.name(), data,
                    page.text("console.note.configured", role, level.name()), Instant.now()));
            machinePage.written(machine).ifPresent(form -> console.drafts().save(MachinePage.draft(machine,
                    new Form(form.type(), form.definition(), form.input(), WorldRole.choose(form.world(), WorldRole.chosen(world))), Instant.now())));
        }
        answer(ctx, machine, entry, "#settings");
    }

    private static LogLevel level(String name) {
        for (LogLevel level : LogLevel.values()) if (level.name().equals(name)) return level;
        return LogLevel.OFF;
    }

    /// A machine of another name, and perhaps of the other type, that begins with what this one is now.
    public void copy(Context ctx) {
        Page page = console.pages().of(ctx);
        Machine machine = console.machine(ctx);
        Revision newest = console.newest(machine);
        Entry entry = named(page, Entry.of(ctx, "copy", "name", "type"));
        var type = entry.value("type").equals("EXPRESS") ? Definition.Type.EXPRESS : Definition.Type.STANDARD;
        Form content = new Form(type, newest.definition(), newest.input(), newest.world());
        entry = Examination.of(page, entry.value("name"), content, LogLevel.valueOf(newest.logLevel())).in(page, entry);
        if (!entry.isGood()) {
            machinePage.refuse(ctx, machine, entry);
            return;
        }
        var now = Instant.now();
        var copy = new Machine(UUID.randomUUID().toString(), machine.learner(), entry.value("name"), type.name(), 0, now, now);
        Optional<Machines.Refusal> refusal = console.machines().create(copy, List.of(new Revision(1, newest.definition(), newest.input(), newest.world(),
                newest.logLevel(), newest.logData(), page.text("console.note.copy", machine.name(), newest.number()), now)));
        answer(ctx, refusal.isEmpty() ? copy : machine, MachinesHandler.refused(page, refusal, entry), "");
    }

    /// Takes the machine away; the list offers to bring it back.
    public void remove(Context ctx) {
        Machine machine = console.machine(ctx);
        console.machines().remove(machine.learner(), machine.id(), Instant.now());
        console.go(ctx, console.pages().of(ctx).to("/console?removed=" + machine.id()));
    }

    /// Keeps what stands in the editor, and goes to where it is saved as a revision.
    public void keep(Context ctx) {
        Machine machine = console.machine(ctx);
        console.drafts().save(MachinePage.draft(machine, Form.of(ctx), Instant.now()));
        answer(ctx, machine, Entry.NONE, "#save");
    }
}
