package passo.expression;

/// An expression has no value: an error of the States Language on its way to the state that asked for it.
///
/// The one exception of the house that steers: thrown in this package, turned into a value by the engine, without a
/// stack trace because lessons about failure throw it a lot.
public final class QueryError extends RuntimeException {

    private final String error;
    private final String location;

    /// @param error the error's name, such as `States.Runtime`
    /// @param cause the service's sentence, without the words about state and event id that the engine puts before it
    public QueryError(String error, String cause) {
        this(error, cause, "");
    }

    /// @param location the field of a JSONata expression as `EvaluationFailed` prints it, such as `Arguments/a[0]`
    public QueryError(String error, String cause, String location) {
        super(cause, null, false, false);
        this.error = error;
        this.location = location;
    }

    public String error() {
        return error;
    }

    public String cause() {
        return getMessage();
    }

    public String location() {
        return location;
    }
}
