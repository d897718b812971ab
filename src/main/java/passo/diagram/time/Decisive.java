package passo.diagram.time;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import passo.diagram.Replay.Visit;
import passo.diagram.Status;
import passo.engine.Step;

/// Which steps decide when a run ends (its critical path): the steps one after the other, and of what runs at the same time
/// what ends last. Where the iterations of a Map wait for each other, those that the last one waited for are among them.
final class Decisive {

    private final Map<List<Step.Frame>, List<Visit>> byPlace = new LinkedHashMap<>();
    private final Map<List<Step.Frame>, Set<List<Step.Frame>>> inside = new LinkedHashMap<>();
    private final Set<Visit> found = new HashSet<>();

    private Decisive(List<Visit> visits) {
        for (var visit : visits) {
            byPlace.computeIfAbsent(visit.frames(), _ -> new ArrayList<>()).add(visit);
            if (!visit.frames().isEmpty()) inside.computeIfAbsent(visit.frames().subList(0, visit.frames().size() - 1), _ -> new HashSet<>()).add(visit.frames());
        }
    }

    static Set<Visit> of(List<Visit> visits) {
        var decisive = new Decisive(visits);
        decisive.add(decisive.byPlace.getOrDefault(List.of(), List.of()));
        return decisive.found;
    }

    private void add(Collection<Visit> sequence) {
        for (var visit : sequence) {
            found.add(visit);
            if (visit.isContainer()) addInside(visit);
        }
    }

    /// From the container's end backwards: what ended last, then what ended before that could begin. What was cut off because
    /// another failed decided nothing.
    private void addInside(Visit container) {
        List<List<Visit>> ways = inside.getOrDefault(container.frames(), Set.of()).stream()
                .filter(frames -> frames.getLast().state().equals(container.state()))
                .map(frames -> byPlace.get(frames).stream().filter(visit -> isWithin(visit, container)).toList())
                .filter(way -> !way.isEmpty())
                .sorted(Comparator.comparing((List<Visit> way) -> way.getLast().status() != Status.STOPPED)
                        .thenComparing(way -> way.getLast().left()).reversed()).toList();
        int until = Integer.MAX_VALUE;
        for (var way : ways) {
            if (way.getLast().left() > until) continue;
            add(way);
            until = way.getFirst().entered();
        }
    }

    private static boolean isWithin(Visit visit, Visit container) {
        return visit.entered() >= container.entered() && visit.entered() <= container.left();
    }
}
