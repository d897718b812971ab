package passo.diagram.time;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import passo.diagram.Replay;
import passo.diagram.Replay.Visit;
import passo.engine.Event;
import passo.engine.Trace;

/// The time of a run, laid out from 0 to 100. It runs evenly, but for two things: a long wait is folded, so that the rest can be
/// seen, and what takes no time has a little room all the same, so that every step has its place and they stand in their order.
///
/// @param places of the moments of the history, by their id less one
/// @param times of the same, counted from the start
public record Axis(List<Double> places, List<Duration> times, List<Fold> folds) {

    private static final int MOST_MOMENTS = 2_000;
    /// A wait is long from this share of the time on.
    private static final double LONG = 0.2;
    /// And from this share of what is left when the longer ones are folded.
    private static final double MOST_OF_THE_REST = 0.8;
    private static final double FOLD = 7;
    private static final double MOST_FOLDED = 42;
    /// The room of a step, and of all together at most.
    private static final double ROOM = 5;
    private static final double MOST_ROOM = 50;

    /// A wait that is shown shorter than it was.
    public record Fold(double from, double until, Duration begin, Duration time) {}

    public static Axis of(Replay replay, Trace trace) {
        return new Scale(replay, trace).axis();
    }

    /// Where a moment stands.
    public double place(int moment) {
        return places.get(Math.clamp(moment, 1, places.size()) - 1);
    }

    /// Where a state stands that was entered then: something has room after it even if nothing follows in it.
    double after(int moment) {
        return place(moment == Replay.END ? moment : moment + 1);
    }

    /// How long it was from one moment to another.
    Duration between(int from, int until) {
        return times.get(Math.clamp(until, 1, times.size()) - 1).minus(times.get(Math.clamp(from, 1, times.size()) - 1));
    }

    /// The moments that are played. More than a screen has pixels nobody sees: of a longer history some are chosen, evenly by their
    /// number. The last is the end.
    public List<Integer> moments() {
        int all = places.size();
        int count = Math.min(all, MOST_MOMENTS);
        return IntStream.range(0, count).mapToObj(i -> i == count - 1 ? Replay.END : 1 + (int) ((long) i * (all - 1) / Math.max(1, count - 1))).toList();
    }

    /// Where a time stands that is not folded; of moments at the same time the first.
    double place(Duration time) {
        int low = 0;
        int high = times.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (times.get(middle).compareTo(time) >= 0) high = middle;
            else low = middle + 1;
        }
        if (low == 0 || times.get(low).compareTo(time) <= 0) return places.get(low);
        double share = (double) time.minus(times.get(low - 1)).toNanos() / times.get(low).minus(times.get(low - 1)).toNanos();
        return places.get(low - 1) + share * (places.get(low) - places.get(low - 1));
    }

    /// Works out the places.
    private static final class Scale {

        private final List<Event> events;
        private final Instant start;
        /// Of each event, how much time and how many rooms lie between it and the one before.
        private final long[] nanos;
        private final int[] rooms;
        private final boolean[] folded;
        private final int[] working;

        Scale(Replay replay, Trace trace) {
            events = trace.events();
            start = trace.start().at();
            int count = events.size();
            nanos = new long[count];
            rooms = new int[count];
            folded = new boolean[count];
            working = new int[count + 2];
            for (int i = 1; i < count; i++) nanos[i] = Duration.between(events.get(i - 1).at(), events.get(i).at()).toNanos();
            var distributed = replay.inside().stream().map(Visit::step).collect(toSet());
            for (var visit : replay.visits()) {
                visit.pauses().forEach(pause -> room(pause.from()));
                room(visit.left() == visit.entered() ? visit.entered() + 1 : visit.left());
                if (!visit.isContainer() && !visit.kind().equals("Wait") || distributed.contains(visit.step())) work(visit);
            }
            waitForOthers();
        }

        private void room(int moment) {
            if (moment <= events.size()) rooms[moment - 1] = 1;
        }

        private void work(Visit visit) {
            work(visit.entered(), visit.left(), 1);
            visit.pauses().forEach(pause -> work(pause.from(), Math.min(pause.until(), visit.left()), -1));
        }

        private void work(int from, int until, int by) {
            working[from] += by;
            working[Math.min(until, events.size() + 1)] -= by;
        }

        /// A task that has been submitted waits for somebody else until its next event.
        private void waitForOthers() {
            int[] submitted = new int[events.stream().mapToInt(Event::step).max().orElse(0) + 1];
            for (var event : events) {
                int step = event.step();
                if (submitted[step] > 0) work(submitted[step], event.id(), -1);
                submitted[step] = event.type() == Event.Type.TaskSubmitted || event.type() == Event.Type.ActivityStarted
                        || event.type() == Event.Type.ActivityScheduled ? event.id() : 0;
            }
        }

        Axis axis() {
            fold();
            double[] sizes = sizes();
            List<Double> places = new ArrayList<>();
            List<Duration> times = new ArrayList<>();
            List<Fold> folds = new ArrayList<>();
            double place = 0;
            for (int i = 0; i < events.size(); i++) {
                if (folded[i]) folds.add(new Fold(place, place + sizes[i], times.getLast(), Duration.ofNanos(nanos[i])));
                place += sizes[i];
                places.add(place);
                times.add(Duration.between(start, events.get(i).at()));
            }
            return new Axis(places, times, folds);
        }

        /// Between two events nothing happens; where nothing is at work either, it is a wait.
        private void fold() {
            boolean[] waits = new boolean[events.size()];
            int atWork = 0;
            for (int i = 1; i < events.size(); i++) {
                atWork += working[i];
                waits[i] = atWork == 0;
            }
            double all = Arrays.stream(nanos).sum();
            double rest = fold(i -> waits[i] && nanos[i] > LONG * all, all);
            for (int i : longestFirst(waits)) {
                double left = rest;
                rest = fold(one -> one == i && nanos[one] > MOST_OF_THE_REST * left, rest);
            }
        }

        private double fold(IntPredicate which, double rest) {
            for (int i = 1; i < nanos.length; i++) {
                if (folded[i] || !which.test(i)) continue;
                folded[i] = true;
                rest -= nanos[i];
            }
            return rest;
        }

        private int[] longestFirst(boolean[] waits) {
            return IntStream.range(1, nanos.length).filter(i -> waits[i] && !folded[i]).boxed()
                    .sorted(Comparator.comparingLong((Integer i) -> nanos[i]).reversed()).limit(5).mapToInt(Integer::intValue).toArray();
        }

        private double[] sizes() {
            int folds = (int) IntStream.range(0, folded.length).filter(i -> folded[i]).count();
            int all = Arrays.stream(rooms).sum();
            double fold = folds == 0 ? 0 : Math.min(FOLD, MOST_FOLDED / folds);
            double room = all == 0 ? 0 : Math.min(ROOM, MOST_ROOM / all);
            double running = IntStream.range(0, nanos.length).filter(i -> !folded[i]).mapToLong(i -> nanos[i]).sum();
            double left = running == 0 ? 0 : 100 - fold * folds - room * all;
            double[] sizes = new double[nanos.length];
            for (int i = 0; i < sizes.length; i++) sizes[i] = rooms[i] * room + (folded[i] ? fold : running == 0 ? 0 : left * nanos[i] / running);
            double sum = Arrays.stream(sizes).sum();
            for (int i = 0; i < sizes.length; i++) sizes[i] *= sum == 0 ? 0 : 100 / sum;
            return sizes;
        }
    }
}
