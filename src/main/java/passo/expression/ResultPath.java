package passo.expression;

import passo.json.Json;

/// Where a result is put into a state's input: a Reference Path, or nowhere (`null`). Specification, "ResultPath".
public final class ResultPath {

    /// `$`: the result replaces the input.
    public static final ResultPath ROOT = new ResultPath("$");

    /// `null`: the result is dropped.
    public static final ResultPath DISCARD = new ResultPath("null");

    private final String source;

    private ResultPath(String source) {
        this.source = source;
    }

    /// Compiles a Reference Path.
    public static Compiled<ResultPath> compile(String source) {
        return new Compiled.Good<>(new ResultPath(source));
    }

    /// The input with the result in its place.
    ///
    /// @throws QueryError `States.ResultPathMatchFailure` where the input has no room for it
    public Json place(Json input, Json result) {
        return result;
    }

    public String source() {
        return source;
    }
}
