package passo.expression;

import passo.json.Json;

/// A call of an intrinsic function, such as `States.Format('{}', $.name)`. Specification, "Intrinsic Functions".
public final class Intrinsic implements Expression {

    private final String source;

    private Intrinsic(String source) {
        this.source = source;
    }

    /// Compiles a call.
    public static Compiled<Intrinsic> compile(String source) {
        return new Compiled.Good<>(new Intrinsic(source));
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
