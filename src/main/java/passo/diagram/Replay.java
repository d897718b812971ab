package passo.diagram;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import passo.engine.Step;
import passo.engine.Trace;

/// A run as visits of states: enough to show the diagram at any moment of it. Moments are the ids of the history's events,
/// which are in order even where the time is the same.
///
/// @param visits in the order of the trace's steps: the first is step 1
/// @param inside the visits of the executions that distributed Map states started; their step is the Map's
public record Replay(List<Visit> visits, List<Visit> inside) {

    /// The moment after everything.
    static final int END = Integer.MAX_VALUE;

    /// One visit of a state.
    ///
    /// @param frames the branches and iterations that it stands in, from the outside in
    /// @param edge the id of the edge that led to it, where one did
    /// @param entered the moment of its entry
    /// @param left the moment at which it was over; `END` where it is not
    /// @param at the time of its entry, counted from the start
    /// @param time how long it took so far
    /// @param status how it ended, or how it stands
    /// @param tries how often its work was tried
    /// @param items how many items a Map has
    public record Visit(int step, String state, String kind, List<Step.Frame> frames, Optional<Integer> edge, int entered, int left,
            Duration at, Duration time, Status status, int tries, int items) {

        /// How the visit stands at a moment after its entry.
        public Status statusAt(int moment) {
            return left <= moment ? status : Status.underWay(kind);
        }

        boolean isContainer() {
            return kind.equals("Parallel") || kind.equals("Map");
        }
    }

    /// The visits of a run, on a diagram of its machine.
    public static Replay of(Diagram diagram, Trace trace) {
        var visits = new Visits(diagram, trace);
        return new Replay(visits.ofSteps(), visits.ofChildren());
    }

    /// The moment that a step shows: its end; of a Parallel or a Map its beginning, since what is inside comes after it.
    public int moment(int step) {
        var visit = visits.get(step - 1);
        return visit.isContainer() ? visit.entered() : visit.left();
    }
}
