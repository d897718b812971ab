package passo.expression;

import java.util.List;
import passo.json.Json;

/// A call of an intrinsic function, such as `States.Format('{}', $.name)`. Specification, "Intrinsic Functions".
public final class Intrinsic implements Expression {

    /// No state may hand on a quarter of this; without a limit a short call could ask for a text of gigabytes.
    private static final int MOST_BYTES = 1 << 20;

    private final String source;
    private final IntrinsicFunction function;
    private final Expression[] arguments;

    Intrinsic(String source, IntrinsicFunction function, List<Expression> arguments) {
        this.source = source;
        this.function = function;
        this.arguments = arguments.toArray(Expression[]::new);
    }

    /// Compiles a call.
    public static Compiled<Intrinsic> compile(String source) {
        Intrinsic call = new IntrinsicParser(source).parse();
        return call != null ? new Compiled.Good<>(call)
                : new Compiled.Bad<>("SCHEMA_VALIDATION_FAILED", "The value must be a valid intrinsic function call", "");
    }

    /// The function's name, such as `States.Format`.
    public String function() {
        return function.fullName();
    }

    /// The arguments: literals, paths and calls.
    public List<Expression> arguments() {
        return List.of(arguments);
    }

    @Override
    public Json evaluate(Scope scope) {
        return call(scope, source);
    }

    // AWS names the whole call in its message, not the inner one that failed.
    private Json call(Scope scope, String whole) {
        Json[] values = new Json[arguments.length];
        long bytes = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = value(arguments[i], scope, whole);
            bytes += values[i].bytes();
            if (bytes > MOST_BYTES) throw failure("States.IntrinsicFailure", whole, "The arguments have more than " + MOST_BYTES + " bytes");
        }
        try {
            return function.apply(values, scope.random());
        } catch (QueryError failure) {
            throw failure(failure.error(), whole, failure.cause());
        }
    }

    private static Json value(Expression argument, Scope scope, String whole) {
        return switch (argument) {
            case Literal(var value) -> value;
            case Path path -> value(path, scope, whole);
            case Intrinsic inner -> inner.call(scope, whole);
            case Template _, Jsonata _ -> throw new IllegalStateException("Not an argument: " + argument.source());
        };
    }

    private static Json value(Path path, Scope scope, String whole) {
        Json value = path.get(scope);
        if (value != null) return value;
        String miss = path.miss(scope);
        // AWS writes a path into the Context Object with one `$`, and shows the input all the same.
        String text = path.root() == Path.Root.CONTEXT ? path.source().substring(1) : path.source();
        throw failure("States.Runtime", whole, Path.isWrongType(miss) ? miss
                : "The JsonPath argument for the field '" + text + "' could not be found in the input '" + scope.input() + "'");
    }

    private static QueryError failure(String error, String whole, String reason) {
        return new QueryError(error, "The function '" + whole + "' had the following error: " + reason);
    }

    @Override
    public String source() {
        return source;
    }
}
