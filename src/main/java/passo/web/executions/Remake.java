package passo.web.executions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.asl.Definition;
import passo.aws.Cloud;
import passo.aws.Decisions;
import passo.aws.Reading;
import passo.aws.World;
import passo.engine.Decision;
import passo.engine.Run;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.json.Json;
import passo.json.JsonText;
import passo.store.Execution;
import passo.store.Machine;
import passo.store.Revision;
import passo.store.Revisions;
import passo.web.Capacity;
import passo.web.parts.Form;
import passo.web.parts.Prepared;

/// Makes executions of one machine again from their rows. Made for one request, then dropped.
final class Remake {

    /// @param cloud the AWS that it ran in
    record Made(Trace trace, Cloud cloud) {}

    private final Machine machine;
    private final Revisions revisions;
    private final Capacity.Share share;
    private final Map<Integer, Revision> found = new HashMap<>();
    private final Map<Integer, Definition> parsed = new HashMap<>();

    Remake(Machine machine, Revisions revisions, Capacity.Share share) {
        this.machine = machine;
        this.revisions = revisions;
        this.share = share;
    }

    Revision revision(int number) {
        return found.computeIfAbsent(number, _ -> revisions.find(machine.learner(), machine.id(), number).orElseThrow());
    }

    Definition definition(int revision) {
        return parsed.computeIfAbsent(revision, _ -> Definition.parse(revision(revision).definition(), Definition.Type.valueOf(machine.type())));
    }

    /// An execution as the playground takes it: its world says when it starts, and under which name.
    static Form form(Machine machine, Revision revision, Execution execution) {
        Json.Obj world = object(execution.world().isEmpty() ? revision.world() : execution.world())
                .with("clock", Json.of(execution.startedAt().toString())).with("seed", Json.of(execution.seed()))
                .with("execution", Json.Obj.of("stateMachine", Json.of(machine.name()), "name", Json.of(execution.name())));
        return new Form(Definition.Type.valueOf(execution.type()), revision.definition(), execution.input(), JsonText.pretty(world));
    }

    static Json.Obj object(String text) {
        return JsonText.read(text.isBlank() ? "{}" : text) instanceof JsonText.Reading.Value(Json.Obj obj, _) ? obj : Json.Obj.EMPTY;
    }

    /// A text of JSON; one that was left empty is an empty object, as what cannot be read.
    static Json json(String text) {
        return JsonText.read(text.isBlank() ? "{}" : text) instanceof JsonText.Reading.Value(var json, _) ? json : Json.Obj.EMPTY;
    }

    /// What was decided about it, and that it is looked at as the clock stands.
    static Json.Arr decisions(Execution execution, Instant clock) {
        var all = new ArrayList<>(((Json.Arr) JsonText.parse(execution.decisions())).items());
        all.add(Json.Obj.of("until", Json.Obj.of("after", Json.of(Duration.between(execution.startedAt(), clock).toString()))));
        return new Json.Arr(all);
    }

    /// Its run as far as an instant; empty where there is none, because it takes too long or a decision does not fit.
    Optional<Made> make(Execution execution, Instant clock) {
        Form form = form(machine, revision(execution.revision()), execution);
        Optional<Json> input = JsonText.read(form.input().isBlank() ? "{}" : form.input()) instanceof JsonText.Reading.Value(var json, _) ? Optional.of(json) : Optional.empty();
        if (input.isEmpty() || definition(execution.revision()).machine().isEmpty()
                || !(World.parse(object(form.world())) instanceof Reading.Good<World>(var read))) return Optional.empty();
        World world = read.orAutomatic();
        StartExecution start = Prepared.start(definition(execution.revision()).machine().get(), form.type(), input.get(), world);
        if (!(Decisions.parse(decisions(execution, clock), form.type(), world) instanceof Reading.Good<List<Decision>>(var decisions))) return Optional.empty();
        var cloud = new Cloud(world, List.of(), start);
        return share.run(start, cloud, decisions) instanceof Run.Ended(var trace) ? Optional.of(new Made(trace, cloud)) : Optional.empty();
    }
}
