package passo.lab.grading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import passo.json.Json;

/// Machines that differ from one in one thing: what a learner may have forgotten or mixed up.
final class Mutants {

    private static final List<String> REMOVED = List.of("ResultPath", "ResultSelector", "InputPath", "OutputPath", "Parameters", "Assign", "Output", "Arguments",
            "ItemSelector", "ItemsPath", "Items", "MaxConcurrency", "TimeoutSeconds", "HeartbeatSeconds", "Default", "Retry", "Catch", "CausePath", "Cause", "Error",
            "ToleratedFailurePercentage", "ToleratedFailureCount", "ErrorEquals", "BackoffRate", "MaxAttempts", "IntervalSeconds");
    private static final Map<String, String> BOUNDARIES = Map.of("NumericLessThan", "NumericLessThanEquals", "NumericLessThanEquals", "NumericLessThan",
            "NumericGreaterThan", "NumericGreaterThanEquals", "NumericGreaterThanEquals", "NumericGreaterThan", "StringEquals", "StringMatches");
    private static final Pattern PATH = Pattern.compile("(\\$(?:states\\.(?:input|result|errorOutput|context)|\\.|\\$\\.|[a-z]\\w*)[.\\w]*)(\\w)");

    private final BiConsumer<String, Json> found;

    private Mutants(BiConsumer<String, Json> found) {
        this.found = found;
    }

    /// By what was done, with the place.
    static Map<String, Json> of(Json machine) {
        var all = new LinkedHashMap<String, Json>();
        new Mutants((what, mutant) -> {
            if (!mutant.equals(machine)) all.putIfAbsent(what, mutant);
        }).machine((Json.Obj) machine, "", UnaryOperator.identity());
        return all;
    }

    /// @param whole puts a changed machine in its place
    private void machine(Json.Obj machine, String at, UnaryOperator<Json> whole) {
        if (machine.has("TimeoutSeconds")) found.accept(at + " without TimeoutSeconds", whole.apply(without(machine, "TimeoutSeconds")));
        var states = (Json.Obj) machine.get("States");
        states.forEach((name, json) -> {
            var state = (Json.Obj) json;
            String here = at + "/" + name;
            UnaryOperator<Json> put = changed -> whole.apply(machine.with("States", states.with(name, changed)));
            List<Json> dropped = dropped(machine, states, name, state);
            for (int i = 0; i < dropped.size(); i++) found.accept(here + " dropped, way " + i, whole.apply(dropped.get(i)));
            if (state.get("Type").equals(Json.of("Choice"))) choices(state, here, put);
            fields(state, here, put);
            for (String inner : List.of("ItemProcessor", "Iterator")) {
                if (state.get(inner) instanceof Json.Obj processor) machine(processor, here, changed -> put.apply(state.with(inner, changed)));
            }
            if (state.get("Branches") instanceof Json.Arr branches) {
                each(branches, (i, branch) -> machine((Json.Obj) branch, here + "/" + i, changed -> put.apply(state.with("Branches", with(branches, i, changed)))));
                if (branches.size() > 1) each(branches, (i, _) -> found.accept(here + " without branch " + i, put.apply(state.with("Branches", without(branches, i)))));
            }
        });
    }

    /// Without a state: who came to it comes to the next one; where it was the last one, it does nothing.
    private static List<Json> dropped(Json.Obj machine, Json.Obj states, String name, Json.Obj state) {
        var nexts = new ArrayList<Json>();
        if (state.has("Next")) nexts.add(state.get("Next"));
        if (state.has("Default")) nexts.add(state.get("Default"));
        if (state.get("Choices") instanceof Json.Arr choices) nexts.add(((Json.Obj) choices.get(0)).get("Next"));
        if (nexts.isEmpty()) return state.get("Type").equals(Json.of("Succeed")) ? List.of()
                : List.of(machine.with("States", states.with(name, Json.Obj.of("Type", Json.of("Succeed")))));
        return nexts.stream().distinct().filter(next -> !next.equals(Json.of(name))).map(next -> {
            var left = Json.Obj.builder();
            states.forEach((other, json) -> {
                if (!other.equals(name)) left.put(other, redirected(json, Json.of(name), next));
            });
            Json start = machine.get("StartAt").equals(Json.of(name)) ? next : machine.get("StartAt");
            return (Json) machine.with("StartAt", start).with("States", left.build());
        }).toList();
    }

    private static Json redirected(Json json, Json from, Json to) {
        return switch (json) {
            case Json.Obj obj -> {
                var changed = Json.Obj.builder();
                obj.forEach((name, value) -> changed.put(name, (name.equals("Next") || name.equals("Default")) && value.equals(from) ? to
                        : name.equals("States") ? value : redirected(value, from, to)));
                yield changed.build();
            }
            case Json.Arr list -> new Json.Arr(list.items().stream().map(item -> redirected(item, from, to)).toList());
            default -> json;
        };
    }

    private void choices(Json.Obj state, String at, UnaryOperator<Json> put) {
        var rules = (Json.Arr) state.get("Choices");
        each(rules, (i, json) -> {
            var rule = (Json.Obj) json;
            UnaryOperator<Json> rulePut = changed -> put.apply(state.with("Choices", with(rules, i, changed)));
            if (rules.size() > 1) found.accept(at + " without rule " + i, put.apply(state.with("Choices", without(rules, i))));
            if (state.has("Default")) found.accept(at + " rule " + i + " and Default swapped",
                    put.apply(state.with("Choices", with(rules, i, rule.with("Next", state.get("Default")))).with("Default", rule.get("Next"))));
            if (i + 1 < rules.size()) {
                var next = (Json.Obj) rules.get(i + 1);
                found.accept(at + " targets of rules " + i + " and " + (i + 1) + " swapped", put.apply(state.with("Choices",
                        with(with(rules, i, rule.with("Next", next.get("Next"))), i + 1, next.with("Next", rule.get("Next"))))));
                found.accept(at + " rules " + i + " and " + (i + 1) + " in the other order", put.apply(state.with("Choices", with(with(rules, i, next), i + 1, rule))));
            }
            found.accept(at + " rule " + i + " negated", rulePut.apply(negated(rule)));
            conditions(rule, at + " rule " + i, rulePut);
        });
    }

    private static Json negated(Json.Obj rule) {
        if (rule.get("Condition") instanceof Json.Str(var text)) {
            return rule.with("Condition", Json.of(text.replaceFirst("^\\{%(.*)%\\}$", "{% \\$not($1) %}")));
        }
        var kept = Json.Obj.builder();
        rule.forEach((name, value) -> {
            if (List.of("Next", "Assign", "Output", "Comment").contains(name)) kept.put(name, value);
        });
        return kept.put("Not", without(without(without(without(rule, "Next"), "Assign"), "Output"), "Comment")).build();
    }

    private void conditions(Json.Obj rule, String at, UnaryOperator<Json> put) {
        rule.forEach((name, value) -> {
            if (BOUNDARIES.containsKey(name)) found.accept(at + " " + BOUNDARIES.get(name), put.apply(without(rule, name).with(BOUNDARIES.get(name), value)));
            if (name.equals("Condition") && value instanceof Json.Str(var text)) jsonata(text, at, changed -> put.apply(rule.with("Condition", Json.of(changed))));
            if (value instanceof Json.Arr list && List.of("And", "Or").contains(name)) {
                if (list.size() > 1) each(list, (i, _) -> found.accept(at + " " + name + " without " + i, put.apply(rule.with(name, without(list, i)))));
                found.accept(at + " " + name + " turned", put.apply(without(rule, name).with(name.equals("And") ? "Or" : "And", list)));
                each(list, (i, inner) -> conditions((Json.Obj) inner, at + " " + name + " " + i, changed -> put.apply(rule.with(name, with(list, i, changed)))));
            }
            if (name.equals("Not") && value instanceof Json.Obj inner) {
                found.accept(at + " without Not", put.apply(Json.Obj.builder().putAll(without(rule, "Not")).putAll(inner).build()));
            }
        });
    }

    private void jsonata(String text, String at, Function<String, Json> put) {
        for (String[] turn : new String[][] {{" and ", " or "}, {" or ", " and "}, {" < ", " <= "}, {" <= ", " < "}, {" > ", " >= "}, {" >= ", " > "}, {" = ", " != "}, {" != ", " = "}}) {
            if (text.contains(turn[0])) found.accept(at + " with" + turn[1] + "for" + turn[0], put.apply(text.replaceFirst(Pattern.quote(turn[0]), turn[1])));
        }
    }

    private void fields(Json.Obj state, String at, UnaryOperator<Json> put) {
        state.forEach((name, value) -> {
            if (REMOVED.contains(name)) found.accept(at + " without " + name, put.apply(without(state, name)));
            if (value instanceof Json.Arr list && List.of("Retry", "Catch").contains(name)) {
                each(list, (i, json) -> {
                    var rule = (Json.Obj) json;
                    UnaryOperator<Json> rulePut = changed -> put.apply(state.with(name, with(list, i, changed)));
                    if (list.size() > 1) found.accept(at + " without " + name + " " + i, put.apply(state.with(name, without(list, i))));
                    found.accept(at + " " + name + " " + i + " of all errors", rulePut.apply(rule.with("ErrorEquals", Json.array(Json.of("States.ALL")))));
                    rule.names().stream().filter(REMOVED::contains).filter(field -> !field.equals("ErrorEquals"))
                            .forEach(field -> found.accept(at + " " + name + " " + i + " without " + field, rulePut.apply(without(rule, field))));
                });
            }
            if (!List.of("Next", "Default", "Type", "States", "Branches", "ItemProcessor", "Iterator", "Retry", "Choices", "Comment").contains(name)) {
                paths(value, at + " " + name, changed -> put.apply(state.with(name, changed)));
            }
            if (name.equals("Choices")) paths(value, at + " " + name, changed -> put.apply(state.with(name, changed)));
        });
    }

    /// Another path in place of each.
    private void paths(Json json, String at, UnaryOperator<Json> put) {
        switch (json) {
            case Json.Str(var text) when text.startsWith("$.") || text.startsWith("$$.") || text.startsWith("{%") -> {
                var matcher = PATH.matcher(text);
                while (matcher.find()) found.accept(at + " of another path at " + matcher.start() + " of " + text, put.apply(Json.of(text.substring(0, matcher.end()) + "X" + text.substring(matcher.end()))));
            }
            case Json.Obj obj -> obj.forEach((name, value) -> {
                if (!name.equals("Next")) paths(value, at + "/" + name, changed -> put.apply(obj.with(name, changed)));
            });
            case Json.Arr list -> each(list, (i, item) -> paths(item, at + "/" + i, changed -> put.apply(with(list, i, changed))));
            default -> {}
        }
    }

    private static void each(Json.Arr list, BiConsumer<Integer, Json> action) {
        IntStream.range(0, list.size()).forEach(i -> action.accept(i, list.get(i)));
    }

    private static Json.Obj without(Json.Obj obj, String name) {
        var left = Json.Obj.builder();
        obj.forEach((other, value) -> {
            if (!other.equals(name)) left.put(other, value);
        });
        return left.build();
    }

    private static Json.Arr without(Json.Arr list, int at) {
        return new Json.Arr(IntStream.range(0, list.size()).filter(i -> i != at).mapToObj(list::get).toList());
    }

    private static Json.Arr with(Json.Arr list, int at, Json item) {
        return new Json.Arr(IntStream.range(0, list.size()).mapToObj(i -> i == at ? item : list.get(i)).toList());
    }
}
