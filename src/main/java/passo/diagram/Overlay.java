package passo.diagram;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import passo.diagram.Replay.Visit;
import passo.engine.Step;
import passo.engine.Trace;

/// A run laid over a diagram, at one moment: how each state stands, and which edges were taken how often.
///
/// @param states by name; a state without an entry was not reached and will not be
/// @param taken how often an edge was taken, by its id
/// @param step the number of the step that is looked at; empty for the run as a whole
public record Overlay(Map<String, State> states, Map<Integer, Integer> taken, Optional<Integer> step) {

    /// How a state stands.
    ///
    /// @param ahead is the status one that the run will only come to?
    /// @param visits so far; of a state ahead all of them
    /// @param tries the most that one visit needed
    /// @param first the number of the step that visited it first
    /// @param last likewise
    /// @param time that its visits took together
    /// @param items how each item of a Map stands, of its last visit
    public record State(Status status, boolean ahead, int visits, int tries, int first, int last, Duration time, List<Status> items) {

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
        List<Visit> visits = Stream.concat(replay.visits().stream(), replay.inside().stream()).toList();
        Map<String, List<Visit>> byState = visits.stream().collect(groupingBy(Visit::state, LinkedHashMap::new, toList()));
        Map<String, State> states = new LinkedHashMap<>();
        byState.forEach((name, all) -> states.put(name, state(all, visits, moment)));
        Map<Integer, Integer> taken = new HashMap<>();
        for (var visit : visits) {
            if (visit.entered() <= moment) visit.edge().ifPresent(edge -> taken.merge(edge, 1, Integer::sum));
        }
        return new Overlay(states, taken, step);
    }

    private static State state(List<Visit> all, List<Visit> everything, int moment) {
        List<Visit> begun = all.stream().filter(visit -> visit.entered() <= moment).toList();
        boolean ahead = begun.isEmpty();
        int until = ahead ? Replay.END : moment;
        List<Visit> shown = ahead ? all : begun;
        Map<List<Step.Frame>, Status> latest = new HashMap<>();
        for (var visit : shown) latest.put(visit.frames(), visit.statusAt(until));
        var last = shown.getLast();
        return new State(latest.values().stream().max(Comparator.naturalOrder()).orElseThrow(), ahead, shown.size(),
                shown.stream().mapToInt(Visit::tries).max().orElseThrow(), shown.getFirst().step(), last.step(),
                shown.stream().map(Visit::time).reduce(Duration.ZERO, Duration::plus), items(last, everything, until));
    }

    /// How the items of a Map's visit stand: an iteration as its last visit does, or as tried again where it was. What has not
    /// begun is not reached.
    private static List<Status> items(Visit map, List<Visit> everything, int moment) {
        if (!map.kind().equals("Map")) return List.of();
        List<Status> items = new ArrayList<>(Collections.nCopies(map.items(), Status.SKIP));
        for (var visit : everything) {
            if (visit.entered() < map.entered() || visit.entered() > moment || !isIteration(visit, map)) continue;
            int index = visit.frames().getLast().index();
            while (items.size() <= index) items.add(Status.SKIP);
            items.set(index, item(items.get(index), visit.statusAt(moment), visit.tries()));
        }
        return List.copyOf(items);
    }

    private static boolean isIteration(Visit visit, Visit map) {
        int depth = map.frames().size();
        return visit.frames().size() == depth + 1 && visit.frames().getLast().state().equals(map.state())
                && visit.frames().subList(0, depth).equals(map.frames());
    }

    private static Status item(Status before, Status status, int tries) {
        boolean fine = status == Status.OK || status == Status.CAUGHT;
        if (!fine) return status;
        return tries > 1 || before == Status.RETRY ? Status.RETRY : Status.OK;
    }
}
