package passo.diagram.time;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import passo.diagram.Replay;
import passo.diagram.Replay.Visit;
import passo.diagram.Status;
import passo.diagram.time.Timeline.Bar;
import passo.diagram.time.Timeline.Lane;
import passo.diagram.time.Timeline.Pause;
import passo.diagram.time.Timeline.Tick;
import passo.engine.Step;

/// Makes a `Timeline`.
final class Lanes {

    /// Iterations of one Map that have a lane.
    private static final int MOST_ITERATIONS = 3;
    private static final int MOST_LANES = 24;
    /// A bar has at least this width; shorter steps beside each other share one.
    private static final double LEAST = 0.6;
    private static final int TICKS = 7;
    private static final double APART = 9;

    private final Replay replay;
    private final Axis axis;
    private final List<Visit> visits;
    private final Set<Visit> decisive;
    private final Map<List<Step.Frame>, List<Visit>> byPlace;

    Lanes(Replay replay, Axis axis) {
        this.replay = replay;
        this.axis = axis;
        visits = Stream.concat(replay.visits().stream(), replay.inside().stream()).toList();
        decisive = Decisive.of(visits);
        byPlace = visits.stream().collect(groupingBy(Visit::frames, LinkedHashMap::new, toList()));
    }

    Timeline timeline() {
        List<Lane> lanes = new ArrayList<>();
        add(List.of(), 0, lanes);
        return new Timeline(lanes, ticks(), axis.folds(), replay.visits().stream().filter(decisive::contains).map(Visit::step).toList(), slowest());
    }

    private void add(List<Step.Frame> frames, int more, List<Lane> lanes) {
        if (lanes.size() >= MOST_LANES) return;
        List<Visit> own = byPlace.getOrDefault(frames, List.of());
        lanes.add(new Lane(frames, bars(own), own.stream().flatMap(this::pauses).toList(), more));
        Map<String, List<List<Step.Frame>>> below = byPlace.keySet().stream()
                .filter(other -> other.size() == frames.size() + 1 && other.subList(0, frames.size()).equals(frames))
                .collect(groupingBy(other -> other.getLast().state(), LinkedHashMap::new, toList()));
        for (var container : own) {
            List<List<Step.Frame>> ways = below.remove(container.state());
            if (ways != null) addInside(container.kind().equals("Map"), ways, lanes);
        }
    }

    private void addInside(boolean iterations, List<List<Step.Frame>> ways, List<Lane> lanes) {
        Comparator<List<Step.Frame>> inOrder = Comparator.comparingInt(frames -> frames.getLast().index());
        List<List<Step.Frame>> shown = iterations
                ? ways.stream().sorted(Comparator.comparingInt(this::weight).reversed().thenComparing(inOrder)).limit(MOST_ITERATIONS).toList() : ways;
        List<List<Step.Frame>> sorted = shown.stream().sorted(inOrder).toList();
        for (var frames : sorted) add(frames, frames == sorted.getLast() ? ways.size() - shown.size() : 0, lanes);
    }

    /// How much an iteration is worth seeing: one that failed most of all, then one that decides the end.
    private int weight(List<Step.Frame> frames) {
        List<Visit> own = byPlace.get(frames);
        int loudest = own.stream().mapToInt(visit -> visit.status().ordinal()).max().orElse(0);
        return (loudest > Status.CAUGHT.ordinal() ? loudest * 2 : 0) + (decisive.contains(own.getFirst()) ? 1 : 0);
    }

    private List<Bar> bars(List<Visit> visits) {
        List<Bar> bars = new ArrayList<>();
        visits.stream().flatMap(this::tries).forEach(bar -> {
            if (!bars.isEmpty() && bars.getLast().width() < LEAST && bar.width() < LEAST) bars.add(together(bars.removeLast(), bar));
            else bars.add(bar);
        });
        return bars.stream().map(bar -> bar.width() < LEAST ? wider(bar) : bar).toList();
    }

    private Stream<Bar> tries(Visit visit) {
        if (visit.isContainer() || visit.pauses().isEmpty()) return Stream.of(bar(visit, visit.entered(), visit.left(), 0, visit.status()));
        List<Bar> tries = new ArrayList<>();
        int from = visit.entered();
        for (var pause : visit.pauses()) {
            tries.add(bar(visit, from, pause.from(), tries.size() + 1, Status.RETRY));
            from = pause.until();
        }
        if (from < visit.left() && tries.size() < visit.tries() || visit.left() == Replay.END) tries.add(bar(visit, from, visit.left(), tries.size() + 1, visit.status()));
        return tries.stream();
    }

    private Bar bar(Visit visit, int from, int until, int attempt, Status status) {
        double begin = axis.place(from);
        double end = from == until ? axis.after(from) : axis.place(until);
        return new Bar(visit.step(), 1, attempt, visit.state(), visit.kind(), status, from, until, begin, end - begin, visit.time(), decisive.contains(visit));
    }

    private static Bar together(Bar one, Bar other) {
        Status loudest = one.status().compareTo(other.status()) > 0 ? one.status() : other.status();
        return new Bar(one.step(), one.steps() + other.steps(), 0, one.state(), one.kind(), loudest, one.began(), other.ended(), one.from(),
                other.from() + other.width() - one.from(), one.time().plus(other.time()), one.decisive() || other.decisive());
    }

    private static Bar wider(Bar bar) {
        return new Bar(bar.step(), bar.steps(), bar.attempt(), bar.state(), bar.kind(), bar.status(), bar.began(), bar.ended(),
                Math.min(bar.from(), 100 - LEAST), LEAST, bar.time(), bar.decisive());
    }

    private Stream<Pause> pauses(Visit visit) {
        return visit.pauses().stream().map(pause -> {
            double from = axis.place(pause.from());
            double until = axis.place(Math.min(pause.until(), visit.left()));
            return new Pause(from, until - from, axis.between(pause.from(), pause.until()));
        });
    }

    /// Round times that have room beside each other, and the end of every fold.
    private List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        axis.folds().forEach(fold -> ticks.add(new Tick(fold.until(), fold.begin().plus(fold.time()))));
        long running = axis.times().getLast().toNanos() - axis.folds().stream().mapToLong(fold -> fold.time().toNanos()).sum();
        Stream.concat(Stream.of(Duration.ZERO), round(running)).map(time -> new Tick(axis.place(time), time))
                .filter(tick -> axis.folds().stream().noneMatch(fold -> tick.place() > fold.from() && tick.place() < fold.until()))
                .filter(tick -> ticks.stream().noneMatch(other -> Math.abs(other.place() - tick.place()) < APART)).forEach(ticks::add);
        return ticks.stream().filter(tick -> tick.place() < 100 - APART / 2).sorted(Comparator.comparingDouble(Tick::place)).toList();
    }

    private Stream<Duration> round(long running) {
        if (running <= 0) return Stream.empty();
        long pitch = pitch(running / TICKS);
        return Stream.concat(Stream.of(Duration.ZERO), axis.folds().stream().map(fold -> fold.begin().plus(fold.time())))
                .map(begin -> begin.toNanos() / pitch)
                .flatMap(first -> Stream.iterate(first, step -> step + 1).limit(TICKS + 1).map(step -> Duration.ofNanos(step * pitch)))
                .filter(time -> time.compareTo(axis.times().getLast()) <= 0).distinct().sorted();
    }

    /// 1, 2 or 5 of a unit, at least a millisecond; beyond a minute the parts of an hour and of a day.
    private static long pitch(long nanos) {
        for (long seconds : new long[] {60, 300, 900, 3_600, 14_400, 43_200}) {
            if (nanos > 20_000_000_000L && nanos <= seconds * 1_000_000_000L) return seconds * 1_000_000_000L;
        }
        if (nanos > 43_200_000_000_000L) return Math.ceilDiv(nanos, 86_400_000_000_000L) * 86_400_000_000_000L;
        long unit = 1_000_000;
        while (unit * 10 < nanos) unit *= 10;
        return nanos <= unit ? unit : nanos <= 2 * unit ? 2 * unit : nanos <= 5 * unit ? 5 * unit : 10 * unit;
    }

    private Optional<Visit> slowest() {
        return replay.visits().stream().filter(visit -> !visit.isContainer() && !visit.time().isZero())
                .reduce((one, other) -> other.time().compareTo(one.time()) > 0 ? other : one);
    }
}
