package passo.aws.automatic;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.asl.DataFlow;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.asl.catalogue.Resource;
import passo.asl.model.RequestModel;
import passo.aws.automatic.Reads.Sources;
import passo.expression.Path;
import passo.expression.Template;
import passo.json.Json;

/// What a machine reads: from its input, and from the result of each of its states. Found by walking the data backwards,
/// from the end of the machine to its start, through every field that moves it; at a Choice, along the branch that gets on
/// (`Progress`). A best guess: what cannot be followed is left out.
///
final class Needs {

    /// How often a machine is walked: what a loop reads comes round to it again.
    private static final int ROUNDS = 4;
    /// How many states are looked at in all; machines inside machines are walked with each round of the outer one.
    private static final int MOST_LOOKS = 20_000;

    private final Reads reads = new Reads();
    private final Choosing choosing = new Choosing(reads);
    private final Map<String, Need> results = new HashMap<>();
    private final Map<String, Need> readItems = new HashMap<>();
    private final Map<StateMachine, Progress> progresses = new IdentityHashMap<>();
    private final Need execution = need();
    private int looks;
    private final Need input;

    Needs(StateMachine machine) {
        input = inputOf(machine, need());
        input.add(execution, true);
    }

    /// What is read of the machine's input.
    Need input() {
        return input;
    }

    /// What is read of a state's raw result; nothing of one that is not there.
    Need result(String state) {
        return results.getOrDefault(state, need());
    }

    /// What is read of the items that a distributed Map's reader brings.
    Need readItem(String state) {
        return readItems.getOrDefault(state, need());
    }

    private Need need() {
        return reads.need();
    }

    private Need inputOf(StateMachine machine, Need end) {
        Map<String, Need> inputs = new HashMap<>();
        machine.states().keySet().forEach(name -> inputs.put(name, need()));
        if (looks > MOST_LOOKS) return inputs.get(machine.startAt());
        Progress progress = progresses.computeIfAbsent(machine, Progress::new);
        for (int round = 0; round < ROUNDS && looks <= MOST_LOOKS; round++) {
            for (State state : progress.states().reversed()) {
                looks++;
                inputs.put(state.name(), inputOf(state, inputs, end, progress));
            }
        }
        return inputs.get(machine.startAt());
    }

    private Need inputOf(State state, Map<String, Need> inputs, Need end, Progress progress) {
        var in = need();
        var result = need();
        DataFlow flow = state.common().flow();
        Need effective = effective(flow, in);
        var sources = new Sources(effective, result, need(), execution);
        // What the state itself asks for comes before what its successors ask for: its own wishes win.
        if (state instanceof State.Choice choice) choosing.choose(choice, sources, progress.best(choice));
        Need out = out(state, inputs, end, progress);
        Need produced = spread(state, out, in, sources);
        work(state, produced, result, sources);
        assign(state.common().assign(), flow instanceof DataFlow.JsonPath && !passesInput(state)
                ? new Sources(result, result, sources.item(), execution) : sources);
        results.put(state.name(), result);
        return in;
    }

    private Need effective(DataFlow flow, Need in) {
        return switch (flow) {
            case DataFlow.JsonPath path when path.inputPath() instanceof Path place ->
                    reads.at(place, new Sources(in, need(), need(), execution)).reads();
            case DataFlow.JsonPath _ -> need();
            case DataFlow.Jsonata _ -> in;
        };
    }

    private static boolean passesInput(State state) {
        return !(state instanceof State.Recoverable);
    }

    private Need out(State state, Map<String, Need> inputs, Need end, Progress progress) {
        return switch (state) {
            case State.Pass pass -> after(pass.next(), inputs, end);
            case State.Wait wait -> after(wait.next(), inputs, end);
            case State.Recoverable recoverable -> after(recoverable.next(), inputs, end);
            case State.Succeed _ -> end;
            case State.Fail _ -> need();
            case State.Choice choice -> {
                var out = need();
                String chosen = progress.best(choice).map(Progress.Branch::next).orElse("");
                if (inputs.containsKey(chosen)) out.add(inputs.get(chosen), true);
                for (Progress.Branch branch : progress.branches(choice)) out.add(inputs.get(branch.next()), false);
                yield out;
            }
        };
    }

    private static Need after(State.Next next, Map<String, Need> inputs, Need end) {
        return switch (next) {
            case State.Next.To(var name) -> inputs.getOrDefault(name, end);
            case State.Next.End() -> end;
        };
    }

    /// Carries what is asked of a state's output back to its result and its input.
    ///
    /// @return what is asked of the state's own work
    private Need spread(State state, Need out, Need in, Sources sources) {
        return switch (state.common().flow()) {
            case DataFlow.Jsonata(_, var output) when output.isPresent() -> {
                reads.give(output.get().json(), out, sources);
                yield need();
            }
            case DataFlow.Jsonata _ -> out;
            case DataFlow.JsonPath path -> {
                Need made = placed(path, behindOutputPath(path, out), in);
                if (path.resultSelector().isEmpty()) yield made;
                reads.give(path.resultSelector().get().json(), made,
                        new Sources(sources.result(), sources.result(), sources.item(), execution));
                yield need();
            }
        };
    }

    private Need behindOutputPath(DataFlow.JsonPath path, Need out) {
        if (!(path.outputPath() instanceof Path outputPath) || outputPath.root() != Path.Root.DATA) return out;
        Need whole = need();
        reads.at(outputPath, Sources.only(whole)).reads().add(out, true);
        return whole;
    }

    /// What is asked of the result that `ResultPath` places; the rest is asked of the input.
    private Need placed(DataFlow.JsonPath path, Need whole, Need in) {
        List<String> place = path.resultPath().steps().stream().map(Reads::word).toList();
        if (path.resultPath().source().equals("null")) {
            in.add(whole, true);
            return need();
        }
        if (place.isEmpty()) return whole;
        in.add(whole.without(place), true);
        Need there = whole;
        for (String step : place) there = there.member(step);
        return there;
    }

    /// What the state's own fields read, and what its work must bring.
    private void work(State state, Need produced, Need result, Sources sources) {
        Optional<Template> parameters = state.common().flow().request();
        switch (state) {
            case State.Pass pass -> {
                if (parameters.isPresent()) reads.give(parameters.get().json(), produced, sources);
                else if (pass.result().isEmpty()) sources.data().add(produced, true);
            }
            case State.Task task -> {
                result.add(produced, true);
                parameters.ifPresent(template -> reads.give(template.json(), asked(task, template.json()), sources));
                reads.give(task.credentials().json(), need(), sources);
                reads.read(task.timeout(), sources).is(Need.Kind.NUMBER);
                task.heartbeat().ifPresent(heartbeat -> reads.read(heartbeat, sources).is(Need.Kind.NUMBER));
            }
            case State.Parallel parallel -> {
                result.add(produced, true);
                var branchInput = need();
                for (int i = 0; i < parallel.branches().size(); i++) {
                    branchInput.add(inputOf(parallel.branches().get(i), result.isRead() ? result.item(i) : need()), true);
                }
                if (parameters.isPresent()) reads.give(parameters.get().json(), branchInput, sources);
                else sources.data().add(branchInput, true);
            }
            case State.Map map -> map(map, produced, result, sources);
            case State.Wait wait -> {
                sources.data().add(produced, true);
                switch (wait.until()) {
                    case State.Wait.Until.Seconds(_, var seconds) -> reads.read(seconds, sources).is(Need.Kind.NUMBER);
                    case State.Wait.Until.Timestamp(_, var timestamp) -> reads.read(timestamp, sources).is(Need.Kind.TIMESTAMP);
                }
            }
            case State.Choice choice -> {
                sources.data().add(produced, true);
                choice.choices().forEach(rule -> rule.assign().ifPresent(assign -> assign(assign, sources)));
            }
            case State.Succeed _ -> sources.data().add(produced, true);
            case State.Fail fail -> {
                fail.error().ifPresent(error -> reads.read(error, sources));
                fail.cause().ifPresent(cause -> reads.read(cause, sources));
            }
        }
    }

    private Need asked(State.Task task, Json template) {
        Need asked = need();
        if (task.resource() instanceof Resource.Service service) RequestModel.of(service).ifPresent(model -> Asked.of(model, template, asked));
        return asked;
    }

    private void map(State.Map map, Need produced, Need result, Sources sources) {
        result.add(produced, true);
        Need processed = inputOf(map.processor(), result.isRead() ? result.item() : need());
        var item = need();
        boolean batched = map.distributed().flatMap(State.Distributed::batcher).isPresent();
        Need single = batched ? need() : processed;
        if (batched) {
            single.add(processed.member("Items").each(), true);
            map.distributed().flatMap(State.Distributed::batcher)
                    .ifPresent(batcher -> reads.give(batcher.batchInput().json(), processed.member("BatchInput"), sources));
        }
        if (map.itemSelector().equals(Template.NOTHING)) item.add(single, true);
        else reads.give(map.itemSelector().json(), single, new Sources(sources.data(), result, item, execution));
        map.distributed().ifPresent(distributed -> {
            distributed.reader().ifPresent(reader -> {
                reads.give(reader.parameters().json(), need(), sources);
                reader.maxItems().ifPresent(maxItems -> reads.read(maxItems, sources).is(Need.Kind.NUMBER));
            });
            distributed.writer().ifPresent(writer -> reads.give(writer.parameters().json(), need(), sources));
        });
        reads.read(map.maxConcurrency(), sources).is(Need.Kind.NUMBER);
        if (map.distributed().flatMap(State.Distributed::reader).isPresent()) readItems.put(map.name(), item);
        else reads.read(map.items(), sources).is(Need.Kind.ARRAY).item().add(item, true);
    }

    private void assign(Template assign, Sources sources) {
        var assigned = need();
        if (assign.json() instanceof Json.Obj obj) {
            for (String name : obj.names()) {
                String bare = name.endsWith(".$") ? name.substring(0, name.length() - 2) : name;
                assigned.member(bare).add(reads.variable(bare), true);
            }
        }
        reads.give(assign.json(), assigned, sources);
    }
}
