package passo.expression;

import passo.json.Json;

/// A value that stands in the definition as it is.
public record Literal(Json value) implements Expression {

    @Override
    public Json evaluate(Scope scope) {
        return value;
    }

    @Override
    public String source() {
        return value.toString();
    }
}
