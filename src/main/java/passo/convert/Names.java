package passo.convert;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import passo.expression.Path;
import passo.json.Json;

/// How JSONata writes names and literals.
final class Names {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> WORDS = Set.of("and", "or", "in", "true", "false", "null", "function");

    private Names() {}

    /// A member's name: bare where it may be, else in backticks.
    static String name(String name) {
        return PLAIN.matcher(name).matches() && !WORDS.contains(name) ? name : "`" + name + "`";
    }

    static String step(Path.Step step) {
        return switch (step) {
            case Path.Step.Name(var name) -> "." + name(name);
            case Path.Step.Index(var index) -> "[" + index + "]";
        };
    }

    /// A literal. Strings stand in single quotes, since the whole expression stands in double quotes.
    static String literal(Json json) {
        return switch (json) {
            case Json.Str _ -> quoted(json.toString());
            case Json.Arr arr -> arr.items().stream().map(Names::literal).collect(Collectors.joining(", ", "[", "]"));
            case Json.Obj obj -> obj.names().stream().map(name -> literal(Json.of(name)) + ": " + literal(obj.get(name)))
                    .collect(Collectors.joining(", ", "{", "}"));
            case Json.Num _, Json.Bool _, Json.Null _ -> json.toString();
        };
    }

    // JSONata has no escape for a single quote: a string with one keeps its double quotes.
    private static String quoted(String text) {
        String inside = text.substring(1, text.length() - 1);
        return inside.contains("'") ? text : "'" + inside.replace("\\\"", "\"") + "'";
    }
}
