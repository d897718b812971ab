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
/// @param maps what became of the items of each visit of a Map, in the order of their entry
public record Replay(List<Visit> visits, List<Visit> inside, List<Items> maps) {

    /// The moment after everything.
    public static final int END = Integer.MAX_VALUE;

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
    /// @param pauses between a try that failed and the next
    /// @param items how many items a Map has
    public record Visit(int step, String state, String kind, List<Step.Frame> frames, Optional<Integer> edge, int entered, int left,
            Duration at, Duration time, Status status, int tries, List<Pause> pauses, int items) {

        /// How the visit stands at a moment after its entry.
        public Status statusAt(int moment) {
            if (left <= moment) return status;
            boolean paused = pauses.stream().anyMatch(pause -> pause.from() <= moment && moment < pause.until());
            return paused ? Status.RETRY : Status.underWay(kind);
        }

        /// How often its work was tried by then.
        int triesAt(int moment) {
            if (left <= moment || tries == 0) return tries;
            return 1 + (int) pauses.stream().filter(pause -> pause.until() <= moment).count();
        }

        public boolean isContainer() {
            return kind.equals("Parallel") || kind.equals("Map");
        }
    }

    /// From one moment until another nothing is tried.
    public record Pause(int from, int until) {}

    /// The items of one visit of a Map.
    ///
    /// @param entered the moment of the Map's entry
    public record Items(String state, List<Step.Frame> frames, int entered, List<Item> list) {

        /// How each stands at a moment.
        public List<Status> at(int moment) {
            return list.stream().map(item -> item.at(moment)).toList();
        }
    }

    /// An item of a Map.
    ///
    /// @param began the moment at which its first state was entered; `END` where that never happened
    /// @param ended the moment at which its last state was over; `END` where that never happened
    /// @param status how it ended, or how it stands; `RETRY` where all went well, but not at the first try
    /// @param step the first of its steps, and of an item that failed the one that did; 0 where there is none
    public record Item(int began, int ended, Status status, int step) {

        Status at(int moment) {
            if (moment < began || began == END) return Status.SKIP;
            return moment < ended ? Status.RUN : status;
        }
    }

    /// The visits of a run, on a diagram of its machine.
    public static Replay of(Diagram diagram, Trace trace) {
        var visits = new Visits(diagram, trace);
        List<Visit> own = visits.ofSteps();
        List<Visit> inside = visits.ofChildren();
        return new Replay(own, inside, Iterations.of(own, inside));
    }

    /// The moment that a step shows: its end; of a Parallel or a Map its beginning, since what is inside comes after it. The last
    /// step shows the run as it ended, with all that is around the step.
    public int moment(int step) {
        if (step == visits.size()) return END;
        var visit = visits.get(step - 1);
        return visit.isContainer() ? visit.entered() : visit.left();
    }
}
