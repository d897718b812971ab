package passo.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import passo.expression.Template.Node;
import passo.json.Json;

/// Turns the JSON of a template into nodes, and collects what is wrong with it. For one template.
final class TemplateCompiler {

    private static final String COMPUTED = ".$";

    private final QueryLanguage language;
    private final String field;
    private final Set<String> states;
    private final List<Compiled.Bad<Template>> problems = new ArrayList<>();

    TemplateCompiler(QueryLanguage language, String field, Set<String> states) {
        this.language = language;
        this.field = field;
        this.states = states;
    }

    List<Compiled.Bad<Template>> problems() {
        return problems;
    }

    Node compile(Json json) {
        return compile(json, "");
    }

    /// @param place below the template, such as `/a/b[0]`
    private Node compile(Json json, String place) {
        return switch (json) {
            case Json.Obj obj -> object(obj, place);
            case Json.Arr arr -> array(arr, place);
            case Json.Str(var text) when language == QueryLanguage.JSONATA -> string(text, json, place);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> new Node.Fixed(json);
        };
    }

    private Node object(Json.Obj obj, String place) {
        Json.Obj.Builder shape = Json.Obj.builder();
        List<Node> nodes = new ArrayList<>();
        obj.forEach((name, value) -> {
            boolean computed = language == QueryLanguage.JSONPATH && name.endsWith(COMPUTED);
            String stripped = computed ? name.substring(0, name.length() - COMPUTED.length()) : name;
            if (computed && obj.has(stripped)) {
                problem("SCHEMA_VALIDATION_FAILED", "The field '" + stripped + "' is given twice, with and without '.$'", place);
                return;
            }
            nodes.add(computed ? computed(name, value, place) : compile(value, place + "/" + name));
            shape.put(stripped, value);
        });
        boolean fixed = nodes.stream().allMatch(Node.Fixed.class::isInstance);
        return fixed ? new Node.Fixed(obj) : new Node.Members(shape.build(), nodes.toArray(Node[]::new));
    }

    private Node array(Json.Arr arr, String place) {
        Node[] nodes = new Node[arr.size()];
        boolean fixed = true;
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = compile(arr.get(i), place + "[" + i + "]");
            fixed &= nodes[i] instanceof Node.Fixed;
        }
        return fixed ? new Node.Fixed(arr) : new Node.Items(nodes);
    }

    private Node computed(String name, Json value, String place) {
        if (value instanceof Json.Str(var text)) {
            Compiled<? extends Expression> compiled = text.startsWith("$") ? Path.compile(text) : Intrinsic.compile(text);
            if (compiled instanceof Compiled.Good<? extends Expression>(var expression)) return new Node.Computed(expression, name);
        }
        problem("SCHEMA_VALIDATION_FAILED", "The value for the field '" + name
                + "' must be a valid JSONPath or a valid intrinsic function call", place);
        return new Node.Fixed(value);
    }

    private Node string(String text, Json json, String place) {
        if (!Jsonata.isDelimited(text)) return new Node.Fixed(json);
        return switch (Jsonata.compileDelimited(text, field + place, states)) {
            case Compiled.Good<Jsonata>(var expression) -> new Node.Computed(expression, field + place);
            case Compiled.Bad<Jsonata>(var code, var message, _) -> {
                problem(code, message, place);
                yield new Node.Fixed(json);
            }
        };
    }

    private void problem(String code, String message, String place) {
        problems.add(new Compiled.Bad<>(code, message, place));
    }
}
