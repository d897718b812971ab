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
import passo.diagram.Replay.Pause;
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
            // The children of a Map Run are items or batches of them: what was started is counted.
            if (event.type() == Event.Type.MapRunStarted) items.remove(event.step());
        }
        waiting = trace.waiting().stream().map(task -> trace.events().get(task.eventId() - 1).step()).collect(toSet());
    }

    /// The visits of the execution's own steps, in their order.
    List<Visit> ofSteps() {
        Map<List<Step.Frame>, Step> before = new HashMap<>();
        List<Visit> visits = new ArrayList<>();
        for (var step : trace.steps()) {
            var edge = edge(before.put(step.frames(), step), step);
            visits.add(new Visit(step.number(), step.state(), step.type(), step.frames(), edge, step.enteredEvent(), left(step),
                    since(step), time(step), Status.of(step, waiting.contains(step.number())), step.attempts().size(),
                    pauses(step), items.getOrDefault(step.number(), 0)));
        }
        return visits;
    }

    /// The visits of the executions that distributed Map states started, as iterations of those Maps.
    List<Visit> ofChildren() {
        List<Visit> visits = new ArrayList<>();
        addChildren(trace, List.of(), Optional.empty(), visits);
        return visits;
    }

    private void addChildren(Trace parent, List<Step.Frame> around, Optional<Step> outer, List<Visit> visits) {
        for (var mapRun : parent.mapRuns()) {
            Step map = parent.steps().get(mapRun.step() - 1);
            for (int i = 0; i < mapRun.kept().size(); i++) {
                Trace child = mapRun.kept().get(i);
                List<Step.Frame> frames = joined(joined(around, map.frames()), List.of(new Step.Frame(map.state(), i)));
                addChild(child, frames, outer.orElse(map), visits);
                addChildren(child, frames, Optional.of(outer.orElse(map)), visits);
            }
        }
    }

    private void addChild(Trace child, List<Step.Frame> around, Step map, List<Visit> visits) {
        Map<List<Step.Frame>, Step> before = new HashMap<>();
        for (var step : child.steps()) {
            var edge = edge(before.put(step.frames(), step), step);
            int left = step.exited().map(this::moment).orElse(Replay.END);
            visits.add(new Visit(map.number(), step.state(), step.type(), joined(around, step.frames()), edge, moment(step.entered()), left,
                    since(step), time(step), Status.of(step, !child.waiting().isEmpty()), step.attempts().size(),
                    pauses(step), 0));
        }
    }

    private static List<Step.Frame> joined(List<Step.Frame> outer, List<Step.Frame> inner) {
        List<Step.Frame> frames = new ArrayList<>(outer);
        frames.addAll(inner);
        return frames;
    }

    private Duration since(Step step) {
        return Duration.between(trace.start().at(), step.entered());
    }

    private Duration time(Step step) {
        return Duration.between(step.entered(), step.exited().orElse(trace.end()));
    }

    private List<Pause> pauses(Step step) {
        return step.attempts().stream().filter(attempt -> attempt.retryAfter().isPresent())
                .map(attempt -> new Pause(moment(attempt.end()), moment(attempt.end().plus(attempt.retryAfter().get())))).toList();
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
        var own = last.get(step.number());
        // The last step of a history that is full has no event any more.
        if (step.status() == Step.Status.RUNNING || own == null) return Replay.END;
        var exited = step.exited().orElse(own.at());
        return exited.isAfter(own.at()) ? moment(exited) : own.id();
    }

    private int moment(Instant time) {
        return moments.floorEntry(time).getValue();
    }
}
