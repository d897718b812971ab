package passo.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SequencedMap;
import passo.expression.Compiled;
import passo.expression.Expression;
import passo.expression.Intrinsic;
import passo.expression.Path;
import passo.expression.ResultPath;
import passo.json.Json;

/// Converts the fields of one state. The definition is known to be valid, so that each path and call compiles.
final class StateConversion {

    private static final Set<String> BEFORE = Set.of("InputPath", "Parameters", "ItemsPath", "ItemSelector");
    private static final Set<String> AFTER = Set.of("Result", "ResultSelector", "ResultPath", "OutputPath");
    private static final Set<String> WORKS = Set.of("Task", "Parallel", "Map");
    private static final Set<String> ERRORS_OF_PATHS = Set.of("States.Runtime", "States.ParameterPathFailure", "States.ResultPathMatchFailure",
            "States.IntrinsicFailure");

    private final Json.Obj state;
    private final String type;
    private final Notes notes;
    private final Value input;

    StateConversion(Json.Obj state, Notes notes) {
        this.state = state;
        this.type = state.get("Type") instanceof Json.Str(var text) ? text : "";
        this.notes = notes;
        this.input = pathOrNothing("InputPath", Value.INPUT);
    }

    /// The state in JSONata, without `QueryLanguage`. Of use only where the notes have no refusal.
    Json.Obj convert() {
        SequencedMap<String, Json> before = before();
        SequencedMap<String, Json> after = new LinkedHashMap<>();
        Value output = output();
        if (!output.equals(WORKS.contains(type) ? Value.RESULT : Value.INPUT)) after.put("Output", template(output));
        boolean hasPlaceAfter = state.names().stream().anyMatch(AFTER::contains);
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        state.forEach((name, value) -> {
            if (BEFORE.contains(name)) before.forEach(members::putIfAbsent);
            if (AFTER.contains(name) || BEFORE.contains(name) && !hasPlaceAfter) after.forEach(members::putIfAbsent);
            if (!BEFORE.contains(name) && !AFTER.contains(name)) put(members, name, value);
        });
        return Json.Obj.of(members);
    }

    /// The fields that stand for `InputPath`, `Parameters`, `ItemsPath` and `ItemSelector`.
    private SequencedMap<String, Json> before() {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        switch (type) {
            case "Task", "Parallel" -> {
                Value arguments = template("Parameters", input).orElse(input);
                if (!arguments.equals(Value.INPUT)) fields.put("Arguments", template(arguments));
            }
            case "Map" -> {
                Value items = field("ItemsPath", input).orElse(input);
                if (!items.equals(Value.INPUT) && !state.has("ItemReader")) fields.put("Items", template(items));
                template(state.has("ItemSelector") ? "ItemSelector" : "Parameters", input)
                        .ifPresent(selector -> fields.put("ItemSelector", template(selector)));
            }
            default -> {}
        }
        return fields;
    }

    // The specification's order: the work, ResultSelector, ResultPath, OutputPath.
    private Value output() {
        Value placed = switch (type) {
            case "Task", "Parallel", "Map" -> place(template("ResultSelector", Value.RESULT).orElse(Value.RESULT), "ResultPath");
            case "Pass" -> place(passed(), "ResultPath");
            case "Fail" -> Value.INPUT;
            default -> input;
        };
        return pathOrNothing("OutputPath", placed);
    }

    private Value passed() {
        Json result = state.get("Result");
        return result != null ? new Value.Constant(result) : template("Parameters", input).orElse(input);
    }

    /// What `$` is in `Assign`.
    private Value assigned() {
        return switch (type) {
            case "Task", "Parallel", "Map" -> Value.RESULT;
            case "Pass" -> passed();
            default -> input;
        };
    }

    private Value place(Value result, String field) {
        return place(result, state.get(field), field);
    }

    private Value place(Value result, Json path, String field) {
        notes.at(field);
        if (path instanceof Json.Null) return Value.INPUT;
        if (!(path instanceof Json.Str(var source)) || !(ResultPath.compile(source) instanceof Compiled.Good(ResultPath target))) return result;
        return place(Value.INPUT, target.steps(), result, source);
    }

    private Value place(Value base, List<Path.Step> steps, Value result, String source) {
        if (steps.isEmpty()) return result;
        if (!(steps.getFirst() instanceof Path.Step.Name name)) {
            notes.refuse("resultPath", source);
            return result;
        }
        List<Path.Step> rest = steps.subList(1, steps.size());
        Value inner = rest.isEmpty() ? result : place(base.at(name).orElse(Value.NOTHING), rest, result, source);
        return new Value.Overlay(base, name.name(), inner);
    }

    /// Every other field.
    private void put(SequencedMap<String, Json> members, String name, Json value) {
        notes.at(name);
        switch (name) {
            case "SecondsPath", "TimestampPath", "TimeoutSecondsPath", "HeartbeatSecondsPath", "ErrorPath", "CausePath", "MaxConcurrencyPath",
                    "ToleratedFailureCountPath", "ToleratedFailurePercentagePath" ->
                members.put(withoutPath(name), template(expression(value, input)));
            case "Credentials" -> members.put(name, template(template(value, input)));
            case "Assign" -> members.put(name, template(template(value, assigned())));
            case "Choices" -> members.put(name, each((Json.Arr) value, this::rule));
            case "Retry" -> {
                warnOfErrorNames(value);
                members.put(name, value);
            }
            case "Catch" -> {
                warnOfErrorNames(value);
                members.put(name, each((Json.Arr) value, this::catcher));
            }
            case "ItemReader", "ResultWriter" -> members.put(name, access((Json.Obj) value));
            case "ItemBatcher" -> members.put(name, quantities((Json.Obj) value, "BatchInput"));
            case "Error", "Cause" -> members.put(name, template(new Value.Constant(value)));
            case "QueryLanguage" -> {}
            default -> members.put(name, value);
        }
    }

    private static String withoutPath(String name) {
        return name.substring(0, name.length() - "Path".length());
    }

    private interface Change {
        Json of(Json.Obj item, int place);
    }

    private static Json each(Json.Arr items, Change change) {
        List<Json> changed = new ArrayList<>();
        for (Json item : items) changed.add(change.of((Json.Obj) item, changed.size()));
        return new Json.Arr(changed);
    }

    /// A rule of a Choice state. The state's `OutputPath` is for all of them, while `Output` is for the default alone.
    private Json rule(Json.Obj rule, int place) {
        notes.at("Choices[" + place + "]");
        var converted = Json.Obj.builder();
        if (rule.has("Comment")) converted.put("Comment", rule.get("Comment"));
        converted.put("Condition", template(new Conditions(new Paths(input, notes), notes).of(rule)));
        if (rule.has("Assign")) converted.put("Assign", template(template(rule.get("Assign"), input)));
        Value output = output();
        if (!output.equals(Value.INPUT)) converted.put("Output", template(output));
        return converted.put("Next", rule.get("Next")).build();
    }

    private Json catcher(Json.Obj catcher, int place) {
        var converted = Json.Obj.builder();
        catcher.forEach((name, value) -> {
            switch (name) {
                case "ResultPath" -> {
                    Value output = place(Value.ERROR_OUTPUT, value, "Catch[" + place + "]/ResultPath");
                    if (!output.equals(Value.ERROR_OUTPUT)) converted.put("Output", template(output));
                }
                case "Assign" -> converted.put(name, template(template(value, Value.ERROR_OUTPUT)));
                default -> converted.put(name, value);
            }
        });
        return converted.build();
    }

    private void warnOfErrorNames(Json rules) {
        for (Json rule : (Json.Arr) rules) {
            if (!(rule instanceof Json.Obj obj && obj.get("ErrorEquals") instanceof Json.Arr names)) continue;
            for (Json name : names) if (name instanceof Json.Str(var error) && ERRORS_OF_PATHS.contains(error)) notes.differs("errorName", error);
        }
    }

    private Json access(Json.Obj access) {
        var converted = Json.Obj.builder();
        access.forEach((name, value) -> {
            switch (name) {
                case "Parameters" -> converted.put("Arguments", template(template(value, input)));
                case "ReaderConfig" -> converted.put(name, quantities((Json.Obj) value, ""));
                default -> converted.put(name, value);
            }
        });
        return converted.build();
    }

    /// @param template the name of a member that is a template
    private Json quantities(Json.Obj config, String template) {
        var converted = Json.Obj.builder();
        config.forEach((name, value) -> {
            if (name.equals(template)) converted.put(name, template(template(value, input)));
            else if (name.endsWith("Path")) converted.put(withoutPath(name), template(expression(value, input)));
            else converted.put(name, value);
        });
        return converted.build();
    }

    private Json template(Value value) {
        return value.template(notes);
    }

    private Optional<Value> template(String field, Value data) {
        notes.at(field);
        return Optional.ofNullable(state.get(field)).map(json -> template(json, data));
    }

    /// A payload template: what stands behind a name that ends in `.$` is computed.
    private Value template(Json json, Value data) {
        return switch (json) {
            case Json.Obj obj -> {
                SequencedMap<String, Value> members = new LinkedHashMap<>();
                obj.forEach((name, value) -> {
                    boolean computed = name.endsWith(".$");
                    members.put(computed ? name.substring(0, name.length() - 2) : name, computed ? computed(value, data) : template(value, data));
                });
                boolean isConstant = members.values().stream().allMatch(Value.Constant.class::isInstance) && obj.names().equals(List.copyOf(members.keySet()));
                yield isConstant ? new Value.Constant(json) : new Value.Members(members);
            }
            case Json.Arr arr -> {
                List<Value> items = arr.items().stream().map(item -> template(item, data)).toList();
                yield items.stream().allMatch(Value.Constant.class::isInstance) ? new Value.Constant(json) : new Value.Items(items);
            }
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> new Value.Constant(json);
        };
    }

    /// AWS: in a template, the index after a list's end finds null.
    private Value computed(Json json, Value data) {
        Value value = expression(json, data);
        if (json instanceof Json.Str(var path) && path.startsWith("$") && path.endsWith("]") && value instanceof Value.Query query
                && query.type() == Value.Type.UNKNOWN) notes.differs("index", query.text());
        return value;
    }

    private Optional<Value> field(String field, Value data) {
        notes.at(field);
        return Optional.ofNullable(state.get(field)).map(json -> expression(json, data));
    }

    private Value pathOrNothing(String field, Value data) {
        return state.get(field) instanceof Json.Null ? Value.NOTHING : field(field, data).orElse(data);
    }

    /// A path or a call of an intrinsic function.
    private Value expression(Json json, Value data) {
        String source = json instanceof Json.Str(var text) ? text : "";
        Compiled<? extends Expression> compiled = source.startsWith("$") ? Path.compile(source) : Intrinsic.compile(source);
        if (!(compiled instanceof Compiled.Good<? extends Expression>(Expression expression))) {
            throw new IllegalArgumentException("Not an expression: " + json);
        }
        return new Calls(new Paths(data, notes), notes).of(expression);
    }
}
