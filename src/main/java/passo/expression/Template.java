package passo.expression;

import java.util.ArrayList;
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

    /// A computed part.
    ///
    /// @param at where its value stands in what the template makes
    /// @param field its name in the text, such as `value.$`
    public record Part(List<Path.Step> at, Expression expression, String field) {

        public Part {
            at = List.copyOf(at);
        }
    }

    /// What is computed in it, in the order of the text.
    public List<Expression> computed() {
        return parts().stream().map(Part::expression).toList();
    }

    /// What is computed in it, and where, in the order of the text.
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        collect(root, List.of(), parts);
        return parts;
    }

    private static void collect(Node node, List<Path.Step> at, List<Part> parts) {
        switch (node) {
            case Node.Fixed _ -> {}
            case Node.Computed(var expression, var field) -> parts.add(new Part(at, expression, field));
            case Node.Members(var shape, var nodes) -> {
                for (int i = 0; i < nodes.length; i++) collect(nodes[i], further(at, new Path.Step.Name(shape.name(i))), parts);
            }
            case Node.Items(var nodes) -> {
                for (int i = 0; i < nodes.length; i++) collect(nodes[i], further(at, new Path.Step.Index(i)), parts);
            }
        }
    }

    private static List<Path.Step> further(List<Path.Step> at, Path.Step step) {
        return Stream.concat(at.stream(), Stream.of(step)).toList();
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
