package passo.asl.advice;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import passo.asl.Catcher;
import passo.asl.ChoiceRule;
import passo.asl.DataFlow;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.asl.advice.Reading.Misses;
import passo.asl.advice.Reading.Scope;
import passo.asl.advice.Value.How;
import passo.asl.advice.Value.Items;
import passo.asl.advice.Value.Origin;
import passo.asl.text.Node;
import passo.expression.Path;
import passo.expression.ResultPath;
import passo.expression.Template;
import passo.json.Json;

/// Follows what is known of the data through one state. Specification, "Input and Output Processing".
///
/// @param made what the machines inside a state hand on, as far as it is known
record Flow(State state, Node node, Misses misses, IdentityHashMap<StateMachine, Value> made) {

    /// What a state is entered with.
    record Way(Value data, Map<String, Value> variables) {
        static final Way UNKNOWN = new Way(Value.ANY, Map.of());

        Way or(Way other) {
            return new Way(data.or(other.data), Value.either(variables, other.variables));
        }
    }

    /// What a state hands on, and to which; to none where it ends the machine.
    record Onward(Optional<String> next, Way way) {}

    /// What the state hands on, and with what the machines inside it begin.
    record Passage(List<Onward> onward, Way inside) {}

    Passage pass(Way way) {
        return switch (state.common().flow()) {
            case DataFlow.JsonPath flow -> paths(flow, way);
            case DataFlow.Jsonata flow -> queries(flow, way);
        };
    }

    private Reading reading(How how) {
        return new Reading(state.common().language(), new Origin(how, state.name()), misses);
    }

    // JSONPath.

    private Passage paths(DataFlow.JsonPath flow, Way way) {
        Reading reading = reading(How.TEMPLATE);
        var raw = new Scope(way.data(), Value.ANY, Value.ANY, way.variables());
        Value effective = narrowed(flow.inputPath() instanceof Path, "InputPath", raw);
        Scope scope = raw.on(effective);
        Value arguments = flow.parameters().flatMap(_ -> node.get("Parameters")).map(node -> reading.template(node, scope)).orElse(effective);
        readFields(reading, scope);
        Value result = result(arguments, effective);
        Value selected = node.get("ResultSelector").map(selector -> reading.template(selector, scope.on(result))).orElse(result);
        Value placed = placesResult() ? placed(flow.resultPath(), way.data(), selected) : effective;
        Value output = narrowed(flow.outputPath() instanceof Path, "OutputPath", scope.on(placed));
        Way inside = inside(arguments, effective, scope);
        var variables = assigned(node, reading, scope.on(result));
        if (state instanceof State.Choice choice) return new Passage(rules(choice, reading, scope, output, variables), inside);
        return new Passage(Stream.concat(main(new Way(output, variables)).stream(), caught(reading, raw)).toList(), inside);
    }

    private boolean placesResult() {
        return state instanceof State.Recoverable || state instanceof State.Pass;
    }

    private Value narrowed(boolean isPath, String field, Scope scope) {
        if (!isPath) return Value.of(Json.Obj.EMPTY, new Origin(How.TEMPLATE, state.name()));
        return node.get(field).map(path -> reading(How.TEMPLATE).path(path, scope)).orElse(scope.data());
    }

    private Value placed(ResultPath place, Value input, Value result) {
        return place.source().equals("null") ? input : input.with(place.steps(), result, new Origin(How.TEMPLATE, state.name()));
    }

    /// Reads the fields that hold a path and hand nothing on.
    private void readFields(Reading reading, Scope scope) {
        Stream.of("SecondsPath", "TimestampPath", "TimeoutSecondsPath", "HeartbeatSecondsPath", "ErrorPath", "CausePath", "MaxConcurrencyPath",
                        "ToleratedFailureCountPath", "ToleratedFailurePercentagePath")
                .flatMap(field -> node.get(field).stream()).forEach(path -> reading.path(path, scope));
        Stream.of("Credentials").flatMap(field -> node.get(field).stream()).forEach(template -> reading.template(template, scope));
    }

    // JSONata.

    private Passage queries(DataFlow.Jsonata flow, Way way) {
        Reading reading = reading(How.TEMPLATE);
        var scope = new Scope(way.data(), Value.ANY, Value.ANY, way.variables());
        Value arguments = flow.arguments().flatMap(_ -> node.get("Arguments")).map(node -> reading.template(node, scope)).orElse(way.data());
        Stream.of("Seconds", "Timestamp", "TimeoutSeconds", "HeartbeatSeconds", "Error", "Cause", "MaxConcurrency", "Credentials")
                .flatMap(field -> node.get(field).stream()).forEach(field -> reading.template(field, scope));
        Value result = result(arguments, way.data());
        var behind = new Scope(way.data(), result, Value.ANY, way.variables());
        Value output = flow.output().flatMap(_ -> node.get("Output")).map(template -> reading.template(template, behind)).orElse(result);
        var variables = assigned(node, reading, behind);
        Way inside = inside(arguments, way.data(), scope);
        if (state instanceof State.Choice choice) return new Passage(rules(choice, reading, scope, output, variables), inside);
        return new Passage(Stream.concat(main(new Way(output, variables)).stream(), caught(reading, scope)).toList(), inside);
    }

    // Both.

    private Value result(Value arguments, Value effective) {
        return switch (state) {
            case State.Pass pass -> pass.result().map(_ -> Value.of(node.get("Result").orElseThrow().json(), new Origin(How.TEMPLATE, state.name())))
                    .orElse(arguments);
            case State.Task task -> Results.of(task.resource(), state.name());
            case State.Parallel parallel -> new Items(parallel.branches().stream().map(branch -> made.getOrDefault(branch, Value.ANY)).toList(),
                    Value.ANY, new Origin(How.BRANCHES, state.name()));
            // A distributed Map may write its results elsewhere.
            case State.Map map when map.distributed().flatMap(State.Distributed::writer).isEmpty() ->
                new Items(List.of(), made.getOrDefault(map.processor(), Value.ANY), new Origin(How.ITERATIONS, state.name()));
            case State.Map _ -> Value.ANY;
            case State.Wait _, State.Choice _, State.Succeed _, State.Fail _ -> effective;
        };
    }

    private Way inside(Value arguments, Value effective, Scope scope) {
        return switch (state) {
            case State.Parallel _ -> new Way(arguments, scope.variables());
            case State.Map map -> new Way(iteration(map, effective, scope), map.distributed().isPresent() ? Map.of() : scope.variables());
            case State.Pass _, State.Task _, State.Wait _, State.Choice _, State.Succeed _, State.Fail _ -> Way.UNKNOWN;
        };
    }

    private Value iteration(State.Map map, Value effective, Scope scope) {
        // AWS: with an ItemReader, ItemsPath is not even read.
        Value items = node.get("ItemsPath").filter(_ -> node.get("ItemReader").isEmpty()).map(path -> reading(How.TEMPLATE).path(path, scope.on(effective)))
                .or(() -> node.get("Items").map(template -> reading(How.TEMPLATE).template(template, scope))).orElse(effective);
        boolean isList = node.get("InputPath").isPresent() && map.items() == Path.ROOT && map.distributed().isEmpty();
        Value seen = isList ? new Items(List.of(), Value.ANY, new Origin(How.ITEMS, state.name())) : effective;
        Optional<Value> selected = node.get("ItemSelector").or(() -> node.get("Parameters"))
                .map(selector -> reading(How.TEMPLATE).template(selector, scope.on(seen)));
        if (map.distributed().isPresent()) return Value.ANY;
        return selected.orElse(items instanceof Items list && list.first().isEmpty() ? list.each() : Value.ANY);
    }

    private Optional<Onward> main(Way way) {
        return switch (state) {
            case State.Pass pass -> Optional.of(new Onward(target(pass.next()), way));
            case State.Wait wait -> Optional.of(new Onward(target(wait.next()), way));
            case State.Recoverable recoverable -> Optional.of(new Onward(target(recoverable.next()), way));
            case State.Succeed _ -> Optional.of(new Onward(Optional.empty(), way));
            case State.Choice _, State.Fail _ -> Optional.empty();
        };
    }

    private static Optional<String> target(State.Next next) {
        return switch (next) {
            case State.Next.To(var name) -> Optional.of(name);
            case State.Next.End() -> Optional.empty();
        };
    }

    private Stream<Onward> caught(Reading reading, Scope scope) {
        if (!(state instanceof State.Recoverable recoverable) || recoverable.catchers().isEmpty()) return Stream.empty();
        List<Node> nodes = node.get("Catch").orElseThrow().items();
        var onward = new ArrayList<Onward>();
        for (int i = 0; i < nodes.size(); i++) {
            Catcher catcher = recoverable.catchers().get(i);
            Value error = Results.error(state.name());
            boolean isQuery = state.common().flow() instanceof DataFlow.Jsonata;
            var behind = isQuery ? new Scope(scope.data(), Value.ANY, error, scope.variables()) : scope.on(error);
            Value output = isQuery ? nodes.get(i).get("Output").map(template -> reading.template(template, behind)).orElse(error)
                    : placed(catcher.resultPath(), scope.data(), error);
            onward.add(new Onward(Optional.of(catcher.next()), new Way(output, assigned(nodes.get(i), reading, behind))));
        }
        return onward.stream();
    }

    private static Map<String, Value> assigned(Node holder, Reading reading, Scope scope) {
        Optional<Node> assign = holder.get("Assign");
        if (assign.isEmpty()) return scope.variables();
        var variables = new LinkedHashMap<>(scope.variables());
        if (reading.template(assign.get(), scope) instanceof Value.Members members) variables.putAll(members.named());
        else variables.clear();
        return variables;
    }

    // Choice.

    private List<Onward> rules(State.Choice choice, Reading reading, Scope scope, Value output, Map<String, Value> variables) {
        var onward = new ArrayList<Onward>();
        List<Node> nodes = node.get("Choices").orElseThrow().items();
        for (int i = 0; i < nodes.size(); i++) {
            ChoiceRule rule = choice.choices().get(i);
            if (Conditions.isNever(rule.condition(), scope)) continue;
            nodes.get(i).get("Condition").ifPresent(condition -> reading.template(condition, scope));
            Map<String, Value> set = rule.assign().filter(assign -> assign != Template.NOTHING).isPresent()
                    ? assigned(nodes.get(i), reading, scope) : scope.variables();
            Value given = rule.output().isEmpty() ? output : nodes.get(i).get("Output").map(template -> reading.template(template, scope)).orElse(output);
            onward.add(new Onward(Optional.of(rule.next()), new Way(given, set)));
        }
        choice.otherwise().ifPresent(name -> onward.add(new Onward(Optional.of(name), new Way(output, variables))));
        return onward;
    }
}
