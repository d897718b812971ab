package passo.asl;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import passo.asl.text.Looks;
import passo.asl.text.Node;
import passo.expression.Compiled;
import passo.expression.Expression;
import passo.expression.Intrinsic;
import passo.expression.Jsonata;
import passo.expression.Literal;
import passo.expression.Path;
import passo.expression.QueryLanguage;
import passo.expression.ResultPath;
import passo.expression.Template;
import passo.json.Json;

/// Compiles the values of one state in the state's language, and reports those that are wrong. What is wrong becomes a
/// harmless stand-in, so that reading goes on.
///
/// @param state where the state stands, since JSONata errors name their field from there
/// @param type the state's type, since few have a `$states.result`
record Expressions(QueryLanguage language, String state, String type, Problems problems) {

    /// A text in quotes, or an equality too many.
    private static final Pattern DOUBLED = Pattern.compile("(\"[^\"]*\"|'[^']*')|(=)=");
    /// The intrinsic functions that may give a text.
    private static final Set<String> TEXTS = Set.of("States.Format", "States.JsonToString", "States.ArrayGetItem", "States.Base64Encode",
            "States.Base64Decode", "States.Hash", "States.UUID");
    private static final Set<String> INPUT = Set.of("input", "context");
    private static final Set<String> WITH_RESULT = Set.of("input", "context", "result");
    private static final Set<String> WITH_ERROR_OUTPUT = Set.of("input", "context", "errorOutput");

    boolean isJsonata() {
        return language == QueryLanguage.JSONATA;
    }

    /// A template in the state's language: `Parameters`, `Arguments`, `Output`, …
    Template template(Node node) {
        if (!isJsonata()) warnOfPathsAsText(node);
        Template.Result result = Template.compile(node.json(), language, field(node), states(node));
        result.problems().forEach(bad -> {
            Node place = node.descend(bad.field());
            problems.report(new Node(place.name(), place.json(), place.positions(), node.location() + bad.field()), problem(bad, place));
        });
        return result.template();
    }

    /// A path that may find many values, such as `InputPath`.
    Expression path(Node node) {
        if (node.text().isEmpty()) return wrong(node, Problem.expected("STRING"));
        if (!node.text().get().startsWith("$")) return wrong(node, Problem.notAPath());
        return compiled(node, Path.compile(node.text().get()), Function.identity(), Path.ROOT);
    }

    /// A Reference Path: it leads to one place.
    Expression referencePath(Node node) {
        Expression expression = path(node);
        return expression instanceof Path path && !path.isReference() ? wrong(node, Problem.notAReferencePath()) : expression;
    }

    /// A Reference Path of a field that gives a number or a time. AWS: `ItemsPath` alone may lead into the Context Object (measured by
    /// others on a Map's numbers; the documentation lists no other such field).
    Expression quantityPath(Node node) {
        Expression expression = referencePath(node);
        return expression instanceof Path path && path.root() == Path.Root.CONTEXT ? wrong(node, Problem.contextPath()) : expression;
    }

    /// A path in a rule of a Choice state, which AWS calls a Reference Path, though it may find many values.
    Expression rulePath(Node node) {
        return node.text().filter(text -> !text.startsWith("$")).isEmpty() ? path(node)
                : wrong(node, Looks.likePathOrCall(node.text().get()) ? Problem.notAReference().hint("hint.callInRule") : Problem.notAReference());
    }

    /// A path or a call of an intrinsic function that may give a text, such as `ErrorPath`.
    Expression pathOrIntrinsic(Node node) {
        if (node.text().filter(text -> text.startsWith("States.")).isEmpty()) return path(node);
        Expression expression = compiled(node, Intrinsic.compile(node.text().get()), Function.identity(), Path.ROOT);
        return expression instanceof Intrinsic call && !TEXTS.contains(call.function()) ? wrong(node, Problem.notAPath()) : expression;
    }

    ResultPath resultPath(Node node) {
        if (node.json() instanceof Json.Null) return ResultPath.DISCARD;
        if (node.text().isEmpty()) {
            problems.report(node, Problem.expected("STRING"));
            return ResultPath.ROOT;
        }
        return compiled(node, ResultPath.compile(node.text().get()), Function.identity(), ResultPath.ROOT);
    }

    /// The JSONata expression that this value is, in a state that speaks JSONata.
    Optional<Expression> query(Node node) {
        return node.text().filter(text -> isJsonata() && Jsonata.isDelimited(text))
                .map(text -> compiled(node, Jsonata.compileDelimited(text, field(node), states(node)), Function.identity(), Path.ROOT));
    }

    /// A value as it is, or the JSONata expression that it is.
    Expression value(Node node) {
        return query(node).orElseGet(() -> new Literal(node.json()));
    }

    private void warnOfPathsAsText(Node node) {
        for (Node child : node.children()) {
            boolean named = !child.name().isEmpty() && !child.name().endsWith(".$");
            if (named && child.text().filter(Looks::likePathOrCall).isPresent()) problems.report(child, Problem.noDollar(child.name()));
            else warnOfPathsAsText(child);
        }
    }

    private <T, R> R compiled(Node node, Compiled<T> compiled, Function<? super T, ? extends R> use, R standIn) {
        return switch (compiled) {
            case Compiled.Good<T>(T expression) -> use.apply(expression);
            case Compiled.Bad<T> bad -> {
                problems.report(node, problem(bad, node));
                yield standIn;
            }
        };
    }

    private static Problem problem(Compiled.Bad<?> bad, Node node) {
        Problem problem = Problem.expression(bad);
        String text = node.text().orElse("");
        return Jsonata.isDelimited(text) && text.contains("==")
                ? problem.hint("hint.jsonataEquals").repair(new Repair.Write(Json.of(DOUBLED.matcher(text).replaceAll("$1$2")))) : problem;
    }

    private Expression wrong(Node node, Problem problem) {
        problems.report(node, problem);
        return Path.ROOT;
    }

    private Set<String> states(Node node) {
        String field = field(node);
        if (field.startsWith("Catch[")) return WITH_ERROR_OUTPUT;
        boolean comesAfterWork = field.startsWith("Output") || field.startsWith("Assign");
        return comesAfterWork && (type.equals("Task") || type.equals("Parallel") || type.equals("Map")) ? WITH_RESULT : INPUT;
    }

    private String field(Node node) {
        return node.location().substring(Math.min(node.location().length(), state.length() + 1));
    }
}
