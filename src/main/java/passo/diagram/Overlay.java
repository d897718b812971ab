package passo.diagram;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.diagram.Replay.Items;
import passo.engine.Trace;

/// A run laid over a diagram, at one moment: how each state stands, and which edges were taken how often.
///
/// @param states by name; a state without an entry was not reached and will not be
/// @param items how each item of a Map stands, by the Map's name; of its last visit so far, else of its last
/// @param taken how often an edge was taken, by its id
/// @param all how often it is taken in the whole run
/// @param step the number of the step that is looked at; empty for the run as a whole
/// @param here the state of that step
public record Overlay(Map<String, State> states, Map<String, List<Status>> items, Map<Integer, Integer> taken, Map<Integer, Integer> all,
        Optional<Integer> step, Optional<String> here) {

    /// How a state stands.
    ///
    /// @param ahead is the status one that the run will only come to?
    /// @param visits so far; of a state ahead all of them
    /// @param tries the most that one visit needed
    /// @param first the number of the step that visited it first
    /// @param last likewise
    /// @param time that its visits took together
    public record State(Status status, boolean ahead, int visits, int tries, int first, int last, Duration time) {

        /// Is its work over, one way or another?
        boolean isOver() {
            return !ahead && switch (status) {
                case OK, CAUGHT, TIMEOUT, FAIL, STOPPED -> true;
                case SKIP, WAIT, RETRY, RUN -> false;
            };
        }
    }

    /// The whole run.
    public static Overlay of(Diagram diagram, Trace trace) {
        return of(Replay.of(diagram, trace));
    }

    /// The whole run.
    public static Overlay of(Replay replay) {
        return at(replay, Replay.END, Optional.empty());
    }

    /// How a state stands; of a state ahead how it will.
    public Status status(String state) {
        return states.containsKey(state) ? states.get(state).status() : Status.SKIP;
    }

    /// The run as it stood when this step was just done.
    public static Overlay at(Replay replay, int step) {
        return at(replay, replay.moment(step), Optional.of(step));
    }

    private static Overlay at(Replay replay, int moment, Optional<Integer> step) {
        var course = new Course(replay);
        course.to(moment);
        Map<String, State> states = new LinkedHashMap<>();
        for (var name : course.states()) states.put(name, course.state(name));
        var taken = Map.copyOf(course.taken());
        course.to(Replay.END);
        return new Overlay(states, items(replay, moment), taken, Map.copyOf(course.taken()), step, step.map(number -> replay.visits().get(number - 1).state()));
    }

    private static Map<String, List<Status>> items(Replay replay, int moment) {
        Map<String, Items> shown = new LinkedHashMap<>();
        for (var map : replay.maps()) {
            Items before = shown.get(map.state());
            boolean latest = before == null || map.entered() <= moment || before.entered() > moment;
            if (latest) shown.put(map.state(), map);
        }
        Map<String, List<Status>> items = new LinkedHashMap<>();
        shown.forEach((state, map) -> items.put(state, map.at(map.entered() <= moment ? moment : Replay.END)));
        return items;
    }
}
