package passo.aws.automatic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import passo.asl.ChoiceRule;
import passo.asl.DataFlow;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.expression.Compiled;
import passo.expression.Expression;
import passo.expression.Intrinsic;
import passo.expression.Jsonata;
import passo.expression.Literal;
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
    private static final Pattern EVERY = Pattern.compile("\\[(\\*|\\?\\(.*?\\)|[\\d:,-]*[:,][\\d:,-]*)]|\\.\\*|\\.\\.");
    private static final Pattern EQUALS = Pattern.compile("\\[\\?\\(@\\.([\\w.]+)\\s*==\\s*['\"]?([\\w .-]+?)['\"]?\\s*\\)]");

    /// Where the expressions of a state find their data.
    ///
    /// @param data `$`, or `$states.input`
    /// @param result `$states.result`
    /// @param item the current item of a Map state
    /// @param execution the input of the execution
    record Sources(Need data, Need result, Need item, Need execution) {}

    private final Need.Room room = new Need.Room();
    private final Map<String, Need> results = new HashMap<>();
    private final Map<String, Need> readItems = new HashMap<>();
    private final Map<String, Need> variables = new HashMap<>();
    private final Map<StateMachine, Progress> progresses = new IdentityHashMap<>();
    private final Need execution = new Need(room);
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
        if (state instanceof State.Choice choice) choose(choice, sources, progress);
        Need out = out(state, inputs, end, progress);
        Need produced = spread(flow, out, in, effective, sources, passesInput(state));
        work(state, produced, result, sources);
        give(state.common().assign().json(), assigned(state.common().assign().json()),
                flow instanceof DataFlow.Jsonata ? sources : new Sources(result.isRead() || !passesInput(state) ? result : effective, result, sources.item, execution));
        results.put(state.name(), result);
        return in;
    }

    private Need effective(DataFlow flow, Need in) {
        return switch (flow) {
            case DataFlow.JsonPath path when path.inputPath() instanceof Path place -> at(place, new Sources(in, need(), need(), execution)).reads();
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
            case State.Task task -> after(task.next(), inputs, end);
            case State.Parallel parallel -> after(parallel.next(), inputs, end);
            case State.Map map -> after(map.next(), inputs, end);
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
    private Need spread(DataFlow flow, Need out, Need in, Need effective, Sources sources, boolean passesInput) {
        Need produced = passesInput ? effective : sources.result;
        switch (flow) {
            case DataFlow.Jsonata(_, var output) -> {
                if (output.isPresent()) give(output.get().json(), out, sources);
                else produced.add(out, true);
            }
            case DataFlow.JsonPath path -> {
                Need placed = out;
                if (path.outputPath() instanceof Path outputPath && !outputPath.steps().isEmpty() && outputPath.root() == Path.Root.DATA) {
                    placed = need();
                    at(outputPath, new Sources(placed, placed, placed, placed)).reads().add(out, true);
                }
                Need made = need();
                List<String> place = path.resultPath().steps().stream().map(Needs::word).toList();
                if (path.resultPath().source().equals("null")) {
                    in.add(placed, true);
                } else if (place.isEmpty()) {
                    made.add(placed, true);
                } else {
                    Need there = placed;
                    for (String step : place) there = there.member(step);
                    made.add(there, true);
                    in.add(placed.without(place), true);
                }
                if (path.resultSelector().isPresent()) {
                    give(path.resultSelector().get().json(), made, new Sources(sources.result, sources.result, sources.item, execution));
                } else {
                    // Where Parameters make the effective input, they answer for it, not the input itself.
                    return made;
                }
            }
        }
        return need();
    }

    private static String word(Path.Step step) {
        return switch (step) {
            case Path.Step.Name(var name) -> name;
            case Path.Step.Index(var index) -> Integer.toString(index);
        };
    }

    /// What the state's own fields read, and what its work must bring.
    private void work(State state, Need produced, Need result, Sources sources) {
        Optional<Template> parameters = switch (state.common().flow()) {
            case DataFlow.JsonPath path -> path.parameters();
            case DataFlow.Jsonata(var arguments, _) -> arguments;
        };
        switch (state) {
            case State.Pass pass -> {
                if (parameters.isPresent()) give(parameters.get().json(), produced, sources);
                else if (pass.result().isEmpty()) sources.data.add(produced, true);
            }
            case State.Task task -> {
                result.add(produced, true);
                parameters.ifPresent(template -> give(template.json(), need(), sources));
                give(task.credentials().json(), need(), sources);
                read(task.timeout(), sources).is(Need.Kind.NUMBER);
                task.heartbeat().ifPresent(heartbeat -> read(heartbeat, sources).is(Need.Kind.NUMBER));
            }
            case State.Parallel parallel -> {
                result.add(produced, true);
                var branchInput = need();
                for (int i = 0; i < parallel.branches().size(); i++) {
                    branchInput.add(inputOf(parallel.branches().get(i), result.isRead() ? result.item(i) : need()), true);
                }
                if (parameters.isPresent()) give(parameters.get().json(), branchInput, sources);
                else sources.data.add(branchInput, true);
            }
            case State.Map map -> map(map, produced, result, sources);
            case State.Wait wait -> {
                sources.data.add(produced, true);
                switch (wait.until()) {
                    case State.Wait.Until.Seconds(_, var seconds) -> read(seconds, sources).is(Need.Kind.NUMBER);
                    case State.Wait.Until.Timestamp(_, var timestamp) -> read(timestamp, sources).is(Need.Kind.TIMESTAMP);
                }
            }
            case State.Choice _, State.Succeed _ -> sources.data.add(produced, true);
            case State.Fail fail -> {
                fail.error().ifPresent(error -> read(error, sources));
                fail.cause().ifPresent(cause -> read(cause, sources));
            }
        }
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
                    .ifPresent(batcher -> give(batcher.batchInput().json(), processed.member("BatchInput"), sources));
        }
        if (map.itemSelector().equals(Template.NOTHING)) item.add(single, true);
        else give(map.itemSelector().json(), single, new Sources(sources.data, result, item, execution));
        map.distributed().ifPresent(distributed -> {
            distributed.reader().ifPresent(reader -> {
                give(reader.parameters().json(), need(), sources);
                reader.maxItems().ifPresent(maxItems -> read(maxItems, sources).is(Need.Kind.NUMBER));
            });
            distributed.writer().ifPresent(writer -> give(writer.parameters().json(), need(), sources));
        });
        read(map.maxConcurrency(), sources).is(Need.Kind.NUMBER);
        if (map.distributed().flatMap(State.Distributed::reader).isPresent()) readItems.put(map.name(), item);
        else read(map.items(), sources).is(Need.Kind.ARRAY).item().add(item, true);
    }

    private Need assigned(Json template) {
        var all = need();
        if (template instanceof Json.Obj obj) {
            for (String name : obj.names()) {
                String bare = name.endsWith(".$") ? name.substring(0, name.length() - 2) : name;
                all.member(bare).add(variables.computeIfAbsent(bare, _ -> need()), true);
            }
        }
        return all;
    }

    /// Hands what is asked of a template's value back to where its expressions read.
    private void give(Json template, Need produced, Sources sources) {
        switch (template) {
            case Json.Obj obj -> obj.forEach((name, value) -> {
                if (name.endsWith(".$") && value instanceof Json.Str(var source)) {
                    compile(source).ifPresent(expression -> give(expression, peek(produced, name.substring(0, name.length() - 2)), sources));
                } else {
                    give(value, peek(produced, name), sources);
                }
            });
            case Json.Arr arr -> arr.forEach(item -> give(item, need(), sources));
            case Json.Str(var text) -> jsonata(text).ifPresent(expression -> give(expression, produced, sources));
            case Json _ -> {}
        }
    }

    private Need peek(Need produced, String name) {
        return produced.isRead() ? produced.member(name) : need();
    }

    private static Optional<Expression> compile(String source) {
        return source.startsWith("$") ? Path.compile(source) instanceof Compiled.Good<Path>(var path) ? Optional.of(path) : Optional.empty()
                : Intrinsic.compile(source) instanceof Compiled.Good<Intrinsic>(var intrinsic) ? Optional.of(intrinsic) : Optional.empty();
    }

    private static Optional<Expression> jsonata(String text) {
        return Jsonata.isDelimited(text) && Jsonata.compileDelimited(text, "", Jsonata.STATES) instanceof Compiled.Good<Jsonata>(var jsonata)
                ? Optional.of(jsonata) : Optional.empty();
    }

    private void give(Expression expression, Need produced, Sources sources) {
        Need place = read(expression, sources);
        place.add(produced, true);
    }

    /// The need for what an expression reads; of one that computes something, a need that counts for nothing.
    private Need read(Expression expression, Sources sources) {
        return switch (expression) {
            case Path path -> at(path, sources).reads();
            case Jsonata jsonata -> JsonataReads.read(jsonata.source(), sources, this::variable);
            case Template template when template.json() instanceof Json.Str(var text) -> jsonata(text).map(only -> read(only, sources)).orElseGet(this::need);
            case Template template -> {
                give(template.json(), need(), sources);
                yield need();
            }
            case Intrinsic intrinsic -> read(intrinsic, sources);
            case Literal _ -> need();
        };
    }

    private Need read(Intrinsic intrinsic, Sources sources) {
        split(intrinsic, sources);
        List<Need> arguments = new ArrayList<>();
        intrinsic.arguments().forEach(argument -> arguments.add(read(argument, sources)));
        if (arguments.isEmpty()) return need();
        Need first = arguments.getFirst();
        return switch (intrinsic.function()) {
            case "States.StringToJson" -> first.content();
            case "States.MathAdd", "States.MathRandom", "States.ArrayRange" -> {
                arguments.forEach(argument -> argument.is(Need.Kind.NUMBER));
                yield need();
            }
            case "States.ArrayGetItem", "States.ArrayUnique", "States.ArrayPartition" -> first.is(Need.Kind.ARRAY).item();
            case "States.ArrayLength", "States.ArrayContains" -> {
                first.is(Need.Kind.ARRAY).item().reads();
                yield need();
            }
            case "States.JsonMerge" -> {
                arguments.stream().limit(2).forEach(argument -> argument.member("example"));
                yield need();
            }
            default -> need();
        };
    }

    /// A text that is taken apart, and a part of it by its number, must have so many parts.
    private void split(Intrinsic intrinsic, Sources sources) {
        if (intrinsic.function().equals("States.ArrayGetItem") && intrinsic.arguments().getFirst() instanceof Intrinsic inner
                && inner.function().equals("States.StringSplit") && inner.arguments().getFirst() instanceof Path text
                && inner.arguments().getLast() instanceof Literal(Json.Str(var separator))
                && intrinsic.arguments().getLast() instanceof Literal(Json.Num(var index))) {
            at(text, sources).hasParts(separator, index.intValue() + 1);
        }
    }

    private Need at(Path path, Sources sources) {
        List<Path.Step> steps = path.steps();
        Need here = switch (path.root()) {
            case DATA -> sources.data;
            case VARIABLE -> variable(path.variable());
            case CONTEXT -> context(steps, sources);
        };
        int skipped = path.root() != Path.Root.CONTEXT ? 0 : here == sources.item ? 3 : 2;
        for (Path.Step step : steps.subList(Math.min(skipped, steps.size()), steps.size())) {
            here = switch (step) {
                case Path.Step.Name(var name) -> here.member(name);
                case Path.Step.Index(var index) -> here.item(Math.max(index, 0));
            };
        }
        if (path.isDefinite()) return here;
        return every(here.is(Need.Kind.ARRAY).item(), path.source());
    }

    /// What comes behind the first `[*]`, slice or filter is read of every item; a filter for one value makes an item have it.
    private Need every(Need item, String source) {
        Matcher filter = EQUALS.matcher(source);
        if (filter.find()) {
            Need filtered = item;
            for (String name : filter.group(1).split("\\.")) filtered = filtered.member(name);
            filtered.wants(Json.of(filter.group(2)));
        }
        String[] parts = EVERY.split(source, 2);
        if (parts.length < 2 || !(Path.compile("$" + parts[1]) instanceof Compiled.Good<Path>(var rest))) return Need.listOf(item.reads());
        return Need.listOf(at(rest, new Sources(item, item, item, item)).reads());
    }

    private Need need() {
        return new Need(room);
    }

    private Need variable(String name) {
        return variables.computeIfAbsent(name, _ -> need());
    }

    private Need context(List<Path.Step> steps, Sources sources) {
        String place = String.join(".", steps.stream().map(Needs::word).toList());
        if (place.startsWith("Execution.Input")) return sources.execution;
        return place.startsWith("Map.Item.Value") ? sources.item : need();
    }

    /// Makes the data such that the choice goes where the machine gets on.
    private void choose(State.Choice choice, Sources sources, Progress progress) {
        Optional<Progress.Branch> best = progress.best(choice);
        for (ChoiceRule rule : choice.choices()) {
            boolean chosen = best.isPresent() && best.get().rule().isPresent() && best.get().rule().get() == rule;
            hold(rule.condition(), chosen, sources);
            if (chosen) break;
        }
    }

    private void hold(ChoiceRule.Condition condition, boolean holds, Sources sources) {
        switch (condition) {
            case ChoiceRule.Condition.And(var conditions) -> {
                if (holds) conditions.forEach(inner -> hold(inner, true, sources));
                else falsify(conditions, sources);
            }
            case ChoiceRule.Condition.Or(var conditions) -> {
                if (holds) hold(Collections.min(conditions, Comparator.comparingInt(Progress::tone)), true, sources);
                else conditions.forEach(inner -> hold(inner, false, sources));
            }
            case ChoiceRule.Condition.Not(var inner) -> hold(inner, !holds, sources);
            case ChoiceRule.Condition.Comparison comparison -> hold(comparison, holds, sources);
            case ChoiceRule.Condition.Query(Jsonata jsonata) -> JsonataReads.hold(jsonata.source(), holds, sources, this::variable);
            case ChoiceRule.Condition.Query _ -> {}
        }
    }

    /// A conjunction fails with its last part; an `IsPresent` before it stays true, for what it guards is read.
    private void falsify(List<ChoiceRule.Condition> conditions, Sources sources) {
        conditions.subList(0, conditions.size() - 1).forEach(inner -> hold(inner, inner instanceof ChoiceRule.Condition.Comparison c
                && c.operator() == ChoiceRule.Operator.IsPresent, sources));
        hold(conditions.getLast(), false, sources);
    }

    private void hold(ChoiceRule.Condition.Comparison comparison, boolean holds, Sources sources) {
        if (!(comparison.variable() instanceof Path path)) return;
        boolean typeTest = comparison.operator().operand() == ChoiceRule.Operand.TYPE;
        Json operand = comparison.operand() instanceof Literal(var value) ? value
                : comparison.operand() instanceof Path other && !typeTest ? Wish.shared(comparison.operator(), at(other, sources)) : Json.NULL;
        boolean truth = typeTest ? holds == Json.TRUE.equals(operand) : holds;
        if (comparison.operator() == ChoiceRule.Operator.IsPresent && !truth) at(path, sources).mustBeAbsent();
        else Wish.of(comparison.operator(), operand, truth).make(at(path, sources));
    }
}
