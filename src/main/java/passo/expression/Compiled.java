package passo.expression;

/// What came of compiling an expression: it, or what is wrong with it.
public sealed interface Compiled<T> {

    record Good<T>(T expression) implements Compiled<T> {}

    /// @param code AWS's diagnostic code, such as `SCHEMA_VALIDATION_FAILED` or `INVALID_JSONATA_EXPRESSION`
    /// @param message AWS's wording, without the place
    /// @param field the place below the compiled field, such as `/a/b[0]` inside a template; empty for the field itself
    record Bad<T>(String code, String message, String field) implements Compiled<T> {}
}
