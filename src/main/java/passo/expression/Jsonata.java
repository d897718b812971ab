package passo.expression;

import passo.json.Json;

/// A JSONata expression, `{% … %}`. AWS, "Transforming data with JSONata in Step Functions".
public final class Jsonata implements Expression {

    private final String source;

    private Jsonata(String source) {
        this.source = source;
    }

    /// Does a string claim to be an expression: does it begin with `{%` or end with `%}`?
    public static boolean isDelimited(String text) {
        return text.startsWith("{%") || text.endsWith("%}");
    }

    /// Compiles a string such as `{% $states.input.id %}`.
    ///
    /// @param field as an error prints it, such as `Arguments/a[0]`
    public static Compiled<Jsonata> compileDelimited(String text, String field) {
        if (text.length() < 4 || !text.startsWith("{%") || !text.endsWith("%}")) {
            return new Compiled.Bad<>("INVALID_JSONATA_EXPRESSION", "A JSONata expression must begin with '{%' and end with '%}'", "");
        }
        return compile(text.substring(2, text.length() - 2), field);
    }

    /// Compiles the text between `{%` and `%}`.
    ///
    /// @param field as an error prints it, such as `Arguments/a[0]`
    public static Compiled<Jsonata> compile(String source, String field) {
        return new Compiled.Good<>(new Jsonata(source));
    }

    @Override
    public Json evaluate(Scope scope) {
        return Json.NULL;
    }

    @Override
    public String source() {
        return source;
    }
}
