package passo.engine;

/// What came of a run: its trace, or that it was refused.
public sealed interface Run {

    record Ended(Trace trace) implements Run {}

    /// The run went further than it may.
    record Refused(Reason reason, long most) implements Run {}

    enum Reason { EVENTS, BYTES, TIME }

    /// The trace of a run that is known to end.
    ///
    /// @throws IllegalStateException if it was refused
    default Trace trace() {
        return switch (this) {
            case Ended(var trace) -> trace;
            case Refused(var reason, var most) -> throw new IllegalStateException("The run was refused: " + reason + " over " + most);
        };
    }
}
