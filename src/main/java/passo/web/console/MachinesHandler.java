package passo.web.console;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import passo.asl.Definition;
import passo.aws.cloudwatch.LogLevel;
import passo.lab.Example;
import passo.store.Executions;
import passo.store.Machine;
import passo.store.Machines;
import passo.store.Revision;
import passo.web.Page;
import passo.web.parts.Form;

/// All machines of a learner, new ones, and those that were removed and come back.
public final class MachinesHandler {

    private final Console console;

    public MachinesHandler(Console console) {
        this.console = console;
    }

    public void list(Context ctx) {
        show(ctx, Optional.ofNullable(ctx.queryParam("removed")), "");
    }

    private void show(Context ctx, Optional<String> removed, String complaint) {
        Page page = console.pages().of(ctx);
        String learner = console.learner(ctx);
        Map<String, Integer> revisions = console.revisions().counts(learner);
        Map<String, Executions.Tally> tallies = console.executions().tallies(learner);
        List<MachinesView.Row> rows = console.machines().all(learner).stream()
                .map(machine -> row(page, machine, revisions.getOrDefault(machine.id(), 1), Optional.ofNullable(tallies.get(machine.id())))).toList();
        console.pages().show(ctx, "console/machines.jte", new MachinesView(rows, console.executions().waiting(learner), removed.flatMap(id -> console.machines().removed(learner, id))
                .map(machine -> new MachinesView.Removed(machine.name(), Console.address(page, machine.id()) + "/restore")), complaint));
    }

    private static MachinesView.Row row(Page page, Machine machine, int revisions, Optional<Executions.Tally> tally) {
        return new MachinesView.Row(Console.address(page, machine.id()), machine.name(), type(machine.type()), revisions,
                tally.map(Executions.Tally::executions).orElse(0), tally.map(last -> last(page, Console.address(page, machine.id()), last)), Times.of(page, machine.updatedAt()));
    }

    private static MachinesView.Last last(Page page, String machine, Executions.Tally tally) {
        String status = switch (tally.lastStatus()) {
            case "SUCCEEDED" -> "ok";
            case "FAILED" -> "fail";
            case "TIMED_OUT" -> "timeout";
            case "ABORTED" -> "stopped";
            default -> "run";
        };
        return new MachinesView.Last(machine + "/executions/" + tally.lastName(), tally.lastName(), status, page.text("executions.status." + tally.lastStatus()), Times.of(page, tally.lastAt()));
    }

    /// AWS's word.
    static String type(String type) {
        return type.equals("EXPRESS") ? "Express" : "Standard";
    }

    public void blank(Context ctx) {
        String example = Optional.ofNullable(ctx.queryParam("example")).orElse("");
        form(ctx, example.isEmpty() ? "blank" : "example", example, new Form(Definition.Type.STANDARD, "", "", ""), Entry.NONE);
    }

    private void form(Context ctx, String from, String example, Form form, Entry entry) {
        Page page = console.pages().of(ctx);
        var examples = console.examples().get().all().stream().map(choice -> choice(page, choice)).toList();
        console.pages().show(ctx, "console/create.jte", new NewMachineView(from, example, form, examples, entry));
    }

    private static NewMachineView.Choice choice(Page page, Example example) {
        Example.Text text = example.in(page.language().tag());
        return new NewMachineView.Choice(example.slug(), text.title(), text.about(), type(example.type().name()));
    }

    /// Makes a machine. From the playground it comes without a name, and is given one.
    public void create(Context ctx) {
        Page page = console.pages().of(ctx);
        String learner = console.learners().idOf(ctx);
        NewMachine wanted = NewMachine.of(ctx);
        boolean named = ctx.formParam("from") != null;
        var taken = console.machines().all(learner).stream().map(Machine::name).toList();
        String name = named ? wanted.name() : Names.free(wanted.name().isEmpty() ? page.text("console.machine") : wanted.name(), taken::contains);
        Form content = wanted.content(page, console.examples().get());

        Entry entry = new Entry("create", Map.of("name", name), Map.of(), List.of());
        Optional<String> misnamed = Names.ofMachine(page, name);
        if (misnamed.isPresent()) entry = entry.with("name", misnamed.get());
        entry = Examination.of(page, name, content, LogLevel.OFF).in(page, entry);
        if (entry.isGood()) {
            var now = Instant.now();
            var machine = new Machine(UUID.randomUUID().toString(), learner, name, content.type().name(), 0, now, now);
            entry = refused(page, console.machines().create(machine, List.of(first(content, page.text("console.note.first"), now))), entry);
            if (entry.isGood()) {
                console.go(ctx, Console.address(page, machine.id()));
                return;
            }
        }
        ctx.status(422);
        form(ctx, wanted.from(), wanted.example(), wanted.from().equals("text") ? content : wanted.form(), entry);
    }

    static Revision first(Form content, String note, Instant now) {
        return new Revision(1, content.definition(), content.input(), content.world(), LogLevel.OFF.name(), false, note, now);
    }

    /// The entry with why the machine could not be kept, if it could not.
    static Entry refused(Page page, Optional<Machines.Refusal> refusal, Entry entry) {
        return refusal.map(why -> entry.with("name", why(page, why))).orElse(entry);
    }

    private static String why(Page page, Machines.Refusal refusal) {
        return switch (refusal) {
            case NAME_TAKEN -> page.text("console.name.taken");
            case TOO_MANY -> page.text("console.tooMany", Machines.MOST);
            case ABSENT -> page.text("console.gone");
        };
    }

    /// Brings back a machine that was removed.
    public void bringBack(Context ctx) {
        Page page = console.pages().of(ctx);
        String id = ctx.pathParam("id");
        Optional<Machines.Refusal> refusal = console.machines().bringBack(console.learner(ctx), id);
        if (refusal.isEmpty()) {
            console.go(ctx, Console.address(page, id));
            return;
        }
        ctx.status(422);
        show(ctx, Optional.of(id), why(page, refusal.get()));
    }
}
