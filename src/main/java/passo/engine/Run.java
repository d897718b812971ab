package passo.engine;

/// What came of a run: its trace, or why there is none.
public sealed interface Run {

    record Ended(Trace trace) implements Run {}

    /// The run went further than it may.
    record Refused(Reason reason, long most) implements Run {}

    /// `TICKS` are what the code of functions computes. `TIME` alone is not counted: it says nothing about the run.
    enum Reason { EVENTS, BYTES, TICKS, TIME }

    /// A decision does not fit the run.
    ///
    /// @param decision its number in the list, from 0
    /// @param about the event's id, the place, or AWS's reason
    record Unfit(int decision, Reason reason, String about) implements Run {
        public enum Reason { NOTHING_WAITS, NO_SUCH_EVENT, NO_ENTRY, NO_SUCH_PLACE, NO_SUCH_VARIABLE, NO_SUCH_CALL, NOT_REDRIVABLE, NOT_REPEATED }
    }

    /// The trace of a run that is known to end.
    ///
    /// @throws IllegalStateException if it did not
    default Trace trace() {
        return switch (this) {
            case Ended(var trace) -> trace;
            case Refused(var reason, var most) -> throw new IllegalStateException("The run was refused: " + reason + " over " + most);
            case Unfit unfit -> throw new IllegalStateException("A decision does not fit the run: " + unfit);
        };
    }
}
