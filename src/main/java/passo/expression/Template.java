package passo.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import passo.json.Json;

/// A Payload Template: JSON in which some values are computed. In JSONPath those whose name ends in `.$`, in JSONata the
/// strings between `{%` and `%}`. Specification, "Payload Template".
///
/// Whatever is literal, from a member to the whole, is made once.
public final class Template implements Expression {

    /// No field at all: the empty object.
    public static final Template NOTHING = new Template(Json.Obj.EMPTY, new Node.Fixed(Json.Obj.EMPTY));

    /// A part of a template.
    sealed interface Node {
        /// The same in every scope.
        record Fixed(Json json) implements Node {}

        /// Computed; the field is its name in the text, such as `value.$`.
        record Computed(Expression expression, String field) implements Node {}

        /// An object of the shape's names, of which something is computed.
        record Members(Json.Obj shape, Node[] nodes) implements Node {}

        /// An array in which something is computed.
        record Items(Node[] nodes) implements Node {}
    }

    private final Json json;
    private final Node root;

    private Template(Json json, Node root) {
        this.json = json;
        this.root = root;
    }

    /// Compiles a template, and tells everything that is wrong with it.
    ///
    /// @param field the field's name as a JSONata error prints it, such as `Arguments` or `Catch[1]/Output`
    /// @param states the members of `$states` that it can see, in JSONata
    public static Result compile(Json json, QueryLanguage language, String field, Set<String> states) {
        var compiler = new TemplateCompiler(language, field, states);
        Node root = compiler.compile(json);
        return new Result(new Template(json, root), compiler.problems());
    }

    /// @param template usable exactly where nothing is wrong
    public record Result(Template template, List<Compiled.Bad<Template>> problems) {

        public Result {
            problems = List.copyOf(problems);
        }
    }

    @Override
    public Json evaluate(Scope scope) {
        return evaluate(root, scope);
    }

    private static Json evaluate(Node node, Scope scope) {
        return switch (node) {
            case Node.Fixed(var json) -> json;
            case Node.Computed(Path path, var field) -> path.evaluate(scope, field);
            case Node.Computed(var expression, _) -> expression.evaluate(scope);
            case Node.Members(var shape, var nodes) -> shape.withValues(place -> evaluate(nodes[place], scope));
            case Node.Items(var nodes) -> {
                Json[] items = new Json[nodes.length];
                Arrays.setAll(items, place -> evaluate(nodes[place], scope));
                yield Json.array(items);
            }
        };
    }

    /// What is computed in it, in the order of the text.
    public List<Expression> computed() {
        return computed(root).toList();
    }

    private static Stream<Expression> computed(Node node) {
        return switch (node) {
            case Node.Fixed _ -> Stream.empty();
            case Node.Computed(var expression, _) -> Stream.of(expression);
            case Node.Members(_, var nodes) -> Arrays.stream(nodes).flatMap(Template::computed);
            case Node.Items(var nodes) -> Arrays.stream(nodes).flatMap(Template::computed);
        };
    }

    /// Is nothing in it computed?
    public boolean isLiteral() {
        return root instanceof Node.Fixed;
    }

    /// The template as it stands in the definition.
    public Json json() {
        return json;
    }

    @Override
    public String source() {
        return json.toString();
    }
}
