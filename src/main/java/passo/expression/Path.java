package passo.expression;

import passo.json.Json;

/// A JSONPath path: into the data (`$.a`), the Context Object (`$$.Execution.Id`) or a variable (`$order.id`).
/// Specification, "Paths".
public final class Path implements Expression {

    /// `$`, the whole data.
    public static final Path ROOT = new Path("$");

    private final String source;

    private Path(String source) {
        this.source = source;
    }

    /// Compiles a path.
    public static Compiled<Path> compile(String source) {
        return new Compiled.Good<>(new Path(source));
    }

    @Override
    public Json evaluate(Scope scope) {
        return scope.input();
    }

    @Override
    public String source() {
        return source;
    }
}
