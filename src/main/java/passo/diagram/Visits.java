package passo.diagram;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import passo.diagram.Diagram.Edge.Kind;
import passo.diagram.Replay.Visit;
import passo.engine.Event;
import passo.engine.Step;
import passo.engine.Trace;

/// Reads the visits of states out of a trace: which edge led to each, when it began and when it was over.
final class Visits {

    private record Way(String from, String to, Kind kind) {}

    private final Trace trace;
    private final Map<Way, Integer> edges = new HashMap<>();
    /// The last event of each step.
    private final Map<Integer, Event> last = new HashMap<>();
    /// How many items the Map of a step has.
    private final Map<Integer, Integer> items = new HashMap<>();
    /// The last event's id at each time.
    private final NavigableMap<Instant, Integer> moments = new TreeMap<>();
    private final Set<Integer> waiting;

    Visits(Diagram diagram, Trace trace) {
        this.trace = trace;
        for (var edge : diagram.edges()) edges.put(new Way(edge.from(), edge.to(), edge.kind()), edge.id());
        for (var event : trace.events()) {
            moments.put(event.at(), event.id());
            last.put(event.step(), event);
            if (event.detail() instanceof Event.Detail.Length(var length)) items.put(event.step(), length);
        }
        waiting = trace.waiting().stream().map(task -> trace.events().get(task.eventId() - 1).step()).collect(toSet());
    }

    List<Visit> all() {
        Map<List<Step.Frame>, Step> before = new HashMap<>();
        List<Visit> visits = new ArrayList<>();
        for (var step : trace.steps()) visits.add(visit(step, edge(before.put(step.frames(), step), step)));
        return visits;
    }

    private Visit visit(Step step, Optional<Integer> edge) {
        var until = step.exited().orElse(trace.end());
        return new Visit(step.number(), step.state(), step.type(), step.frames(), edge, step.enteredEvent(), left(step),
                Duration.between(trace.start().at(), step.entered()), Duration.between(step.entered(), until),
                Status.of(step, waiting.contains(step.number())), step.attempts().size(), items.getOrDefault(step.number(), 0));
    }

    /// The edge from the step before in the same branch; to the first of all steps the one from the start.
    private Optional<Integer> edge(@Nullable Step before, Step step) {
        if (before == null) return Optional.ofNullable(edges.get(new Way("", step.state(), Kind.START)));
        return before.next().filter(step.state()::equals).map(next -> edges.get(new Way(before.state(), next, way(before))));
    }

    private static Kind way(Step step) {
        if (step.status() == Step.Status.CAUGHT) return Kind.CATCH;
        if (step.type().equals("Choice")) return step.rule().isPresent() ? Kind.RULE : Kind.OTHERWISE;
        return Kind.NEXT;
    }

    /// The event that ended the step: its own last one, or the sibling's failure that stopped it.
    private int left(Step step) {
        if (step.status() == Step.Status.RUNNING) return Replay.END;
        var own = last.get(step.number());
        var exited = step.exited().orElse(own.at());
        return exited.isAfter(own.at()) ? moments.floorEntry(exited).getValue() : own.id();
    }
}
