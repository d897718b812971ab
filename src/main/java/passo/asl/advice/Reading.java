package passo.asl.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import passo.asl.advice.Value.Found;
import passo.asl.advice.Value.Items;
import passo.asl.advice.Value.Leaf;
import passo.asl.advice.Value.Members;
import passo.asl.advice.Value.Origin;
import passo.asl.text.Node;
import passo.expression.Compiled;
import passo.expression.Expression;
import passo.expression.Intrinsic;
import passo.expression.Path;
import passo.expression.QueryLanguage;
import passo.json.Json;

/// Reads expressions of a definition with what is known of the data, and tells each path that leads to nothing.
///
/// @param language of the state
/// @param origin what a template of the state makes
/// @param misses who wants to know
record Reading(QueryLanguage language, Origin origin, Misses misses) {

    /// A reference and nothing else: `$states.input.order.id`, `$total`.
    private static final Pattern REFERENCE = Pattern.compile("\\s*\\$([A-Za-z_]\\w*)((?:\\.[A-Za-z_]\\w*)*)\\s*");

    /// What an expression can see.
    ///
    /// @param data `$` in JSONPath, `$states.input` in JSONata
    /// @param result `$states.result`
    /// @param error `$states.errorOutput`
    record Scope(Value data, Value result, Value error, Map<String, Value> variables) {
        Scope on(Value other) {
            return new Scope(other, result, error, variables);
        }
    }

    /// Is told of what cannot be as it is written.
    interface Misses {
        /// A path leads to nothing.
        ///
        /// @param node whose text the path stands in
        /// @param path as it is written
        /// @param steps those of the path, of which the absence names one
        void miss(Node node, String path, List<Path.Step> steps, Value.Absence absence);

        /// What should be a number is a text.
        ///
        /// @param node whose expression the operand stands in
        /// @param origin of the text
        default void text(Node node, Operands.Operand operand, Origin origin) {}
    }

    // JSONPath.

    /// The value at the path that a field holds.
    Value path(Node node, Scope scope) {
        return node.text().map(text -> computed(node, text, scope)).orElse(Value.ANY);
    }

    private Value computed(Node node, String text, Scope scope) {
        if (!text.startsWith("$")) return Intrinsic.compile(text) instanceof Compiled.Good<Intrinsic>(var call) ? call(node, call, scope) : Value.ANY;
        return Path.compile(text) instanceof Compiled.Good<Path>(var path) ? at(node, path, scope) : Value.ANY;
    }

    private Value call(Node node, Intrinsic call, Scope scope) {
        for (Expression argument : call.arguments()) {
            if (argument instanceof Path path) at(node, path, scope);
            else if (argument instanceof Intrinsic inner) call(node, inner, scope);
        }
        return call.function().equals("States.Format") ? new Leaf(Value.Kind.TEXT, origin) : Value.ANY;
    }

    /// The value at a path.
    Value at(Node node, Path path, Scope scope) {
        Value root = root(path, scope);
        Value found = look(node, path.source(), path.steps(), root.find(path.steps(), false));
        return path.isDefinite() ? found : Value.ANY;
    }

    /// Does the path lead to nothing, whatever the run?
    static boolean isAbsent(Path path, Scope scope) {
        return root(path, scope).find(path.steps(), false).absence().isPresent();
    }

    private static Value root(Path path, Scope scope) {
        return switch (path.root()) {
            case DATA -> scope.data();
            case CONTEXT -> Value.ANY;
            case VARIABLE -> scope.variables().getOrDefault(path.variable(), Value.ANY);
        };
    }

    // JSONata.

    /// The value of a string that may be an expression.
    private Value query(Node node, String text, Scope scope) {
        if (!text.startsWith("{%") || !text.endsWith("%}") || text.length() < 4) return new Leaf(Value.Kind.TEXT, origin);
        String expression = text.substring(2, text.length() - 2);
        Operands.of(expression).forEach(operand -> operand(node, operand, scope));
        Matcher reference = REFERENCE.matcher(expression);
        return reference.matches() ? reference(node, reference.group(1), reference.group(2), scope) : Value.ANY;
    }

    private Value reference(Node node, String variable, String names, Scope scope) {
        List<Path.Step> steps = steps(names);
        Value root = root(variable, steps, scope);
        return look(node, "$" + variable + names, steps, root.find(steps, true));
    }

    private void operand(Node node, Operands.Operand operand, Scope scope) {
        List<Path.Step> steps = steps(operand.names());
        Value root = root(operand.variable(), steps, scope);
        if (root.find(steps, true).value() instanceof Leaf(var kind, var from) && kind == Value.Kind.TEXT) misses.text(node, operand, from);
    }

    private static List<Path.Step> steps(String names) {
        return Arrays.stream(names.split("\\.")).filter(name -> !name.isEmpty()).<Path.Step>map(Path.Step.Name::new).collect(Collectors.toCollection(ArrayList::new));
    }

    /// What a reference starts from; the step that says so is taken away.
    private static Value root(String variable, List<Path.Step> steps, Scope scope) {
        if (!variable.equals("states")) return scope.variables().getOrDefault(variable, Value.ANY);
        if (steps.isEmpty()) return Value.ANY;
        return switch (((Path.Step.Name) steps.removeFirst()).name()) {
            case "input" -> scope.data();
            case "result" -> scope.result();
            case "errorOutput" -> scope.error();
            default -> Value.ANY;
        };
    }

    private Value look(Node node, String path, List<Path.Step> steps, Found found) {
        found.absence().ifPresent(absence -> misses.miss(node, path, steps, absence));
        return found.value();
    }

    // Templates.

    /// What a template makes.
    Value template(Node node, Scope scope) {
        return template(node, scope, 0);
    }

    private Value template(Node node, Scope scope, int depth) {
        Value value = switch (node.json()) {
            case Json.Obj obj -> object(node, obj, scope, depth);
            case Json.Arr _ -> array(node, scope, depth);
            case Json.Str(var text) when language == QueryLanguage.JSONATA -> query(node, text, scope);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> Value.of(node.json(), origin);
        };
        return depth > Value.DEEPEST ? Value.ANY : value;
    }

    private Value object(Node node, Json.Obj obj, Scope scope, int depth) {
        var named = new LinkedHashMap<String, Value>();
        for (Node member : node.members()) {
            boolean computed = language == QueryLanguage.JSONPATH && member.name().endsWith(".$");
            if (computed) named.put(member.name().substring(0, member.name().length() - 2), path(member, scope));
            else named.put(member.name(), template(member, scope, depth + 1));
        }
        return obj.size() > Value.WIDEST ? Value.ANY : new Members(named, Optional.empty(), origin);
    }

    private Value array(Node node, Scope scope, int depth) {
        List<Value> items = node.items().stream().map(item -> template(item, scope, depth + 1)).toList();
        return new Items(items.size() > Value.WIDEST ? List.of() : items, Value.ANY, origin);
    }
}
