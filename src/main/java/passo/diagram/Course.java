package passo.diagram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passo.diagram.Overlay.State;
import passo.diagram.Replay.Visit;
import passo.engine.Step;

/// Goes through a run from its beginning, change by change, and knows at each moment how every state stands. Whoever wants one
/// moment goes there; whoever wants all of them goes through them once. Made for one walk, then dropped.
final class Course {

    /// What happens at a moment: a visit begins, or stands otherwise than before.
    private record Change(int moment, Visit visit, boolean begins) {}

    private final List<Change> changes;
    private final Map<String, Standing> standings = new LinkedHashMap<>();
    private final Map<Integer, Integer> taken = new HashMap<>();
    private final Set<String> changed = new HashSet<>();
    private final Set<Integer> takenSince = new HashSet<>();
    private int next;

    Course(Replay replay) {
        List<Visit> visits = Stream.concat(replay.visits().stream(), replay.inside().stream()).toList();
        changes = visits.stream().flatMap(Course::changes).sorted(Comparator.comparingInt(Change::moment)).toList();
        for (var visit : visits) standings.computeIfAbsent(visit.state(), _ -> new Standing()).expect(visit);
    }

    private static Stream<Change> changes(Visit visit) {
        var pauses = visit.pauses().stream().flatMap(pause -> Stream.of(pause.from(), pause.until())).filter(moment -> moment < visit.left());
        return Stream.concat(Stream.of(new Change(visit.entered(), visit, true)),
                Stream.concat(pauses, Stream.of(visit.left())).map(moment -> new Change(moment, visit, false)));
    }

    /// Goes on to a moment.
    void to(int moment) {
        while (next < changes.size() && changes.get(next).moment() <= moment) {
            var change = changes.get(next++);
            var visit = change.visit();
            if (change.begins()) visit.edge().ifPresent(this::take);
            standings.get(visit.state()).change(change);
            changed.add(visit.state());
        }
    }

    private void take(int edge) {
        taken.merge(edge, 1, Integer::sum);
        takenSince.add(edge);
    }

    /// The states that stand otherwise than when this was asked last.
    Set<String> changed() {
        var since = Set.copyOf(changed);
        changed.clear();
        return since;
    }

    /// The edges that were taken since this was asked last.
    Set<Integer> takenSince() {
        var since = Set.copyOf(takenSince);
        takenSince.clear();
        return since;
    }

    Set<String> states() {
        return standings.keySet();
    }

    /// How a state of the run stands now.
    State state(String name) {
        return standings.get(name).state();
    }

    /// How often each edge was taken so far, by its id.
    Map<Integer, Integer> taken() {
        return taken;
    }

    /// How one state stands: what its visits so far come to.
    private static final class Standing {

        private record Latest(Visit visit, Status status) {}

        private final List<Visit> all = new ArrayList<>();
        private final Map<List<Step.Frame>, Latest> latest = new HashMap<>();
        /// How many of the latest stand in each way.
        private final int[] counts = new int[Status.values().length];
        private @Nullable Visit first;
        private @Nullable Visit last;
        private int visits;
        private int tries;
        private Duration time = Duration.ZERO;

        void expect(Visit visit) {
            all.add(visit);
        }

        void change(Change change) {
            var visit = change.visit();
            if (change.begins()) begin(visit);
            tries = Math.max(tries, visit.triesAt(change.moment()));
            var before = latest.get(visit.frames());
            boolean replaced = before != null && before.visit() != visit && !change.begins();
            if (!replaced) put(before, new Latest(visit, visit.statusAt(change.moment())));
        }

        private void begin(Visit visit) {
            if (first == null) first = visit;
            last = visit;
            visits++;
            time = time.plus(visit.time());
        }

        private void put(@Nullable Latest before, Latest now) {
            if (before != null) counts[before.status().ordinal()]--;
            counts[now.status().ordinal()]++;
            latest.put(now.visit().frames(), now);
        }

        State state() {
            if (first == null || last == null) return ahead();
            return new State(loudest(), false, visits, tries, first.step(), last.step(), time);
        }

        private Status loudest() {
            Status loudest = Status.SKIP;
            for (var status : Status.values()) if (counts[status.ordinal()] > 0) loudest = status;
            return loudest;
        }

        private State ahead() {
            var whole = new Standing();
            for (var visit : all) whole.change(new Change(Replay.END, visit, true));
            var state = whole.state();
            return new State(state.status(), true, state.visits(), state.tries(), state.first(), state.last(), state.time());
        }
    }
}
