package passo.expression;

import passo.json.Json;

/// A JSONata expression, `{% … %}`. AWS, "Transforming data with JSONata in Step Functions".
public final class Jsonata implements Expression {

    private final String source;

    private Jsonata(String source) {
        this.source = source;
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
