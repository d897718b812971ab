package passo.aws.iam;

/// What came of asking a role for an access.
public sealed interface Verdict {

    default boolean isAllowed() {
        return this instanceof Allowed;
    }

    /// @param by the first statement that allows it
    record Allowed(Statement by) implements Verdict {}

    /// A statement denies it, whatever others allow.
    record Denied(Statement by) implements Verdict {}

    /// No statement allows it.
    record Unmentioned() implements Verdict {}

    /// There is no policy to ask: everything is allowed.
    record Unrestricted() implements Verdict {}

    default boolean allows() {
        return switch (this) {
            case Allowed _, Unrestricted _ -> true;
            case Denied _, Unmentioned _ -> false;
        };
    }
}
