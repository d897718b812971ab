package passo.engine;

import java.util.EnumMap;
import java.util.Map;

/// Counts what becomes of a Map Run's items, or of its child executions. Written by `MapRun` alone.
final class Tally {

    private final Map<Trace.Status, Integer> counts = new EnumMap<>(Trace.Status.class);
    private int total;
    private int pendingRedrive;
    private int failuresNotRedrivable;

    /// So many more are there.
    void expect(int count) {
        total += count;
    }

    void start(int count) {
        add(Trace.Status.RUNNING, count);
    }

    void end(Trace.Status how, int count) {
        add(Trace.Status.RUNNING, -count);
        add(how, count);
    }

    /// So many of the failures are final.
    void giveUp(int count) {
        failuresNotRedrivable += count;
    }

    /// What became of so many is void: they wait for their redrive.
    void reopen(Trace.Status how, int count) {
        add(how, -count);
        pendingRedrive += count;
    }

    void redrive(int count) {
        pendingRedrive -= count;
        start(count);
    }

    private void add(Trace.Status how, int count) {
        counts.merge(how, count, Integer::sum);
    }

    int total() {
        return total;
    }

    int of(Trace.Status how) {
        return counts.getOrDefault(how, 0);
    }

    /// AWS, "Setting failure thresholds": what timed out has failed as well.
    int failed() {
        return of(Trace.Status.FAILED) + of(Trace.Status.TIMED_OUT);
    }

    /// @param written are the results where they belong?
    MapRunTrace.Counts counts(boolean written) {
        int started = counts.values().stream().mapToInt(Integer::intValue).sum();
        int succeeded = of(Trace.Status.SUCCEEDED);
        return new MapRunTrace.Counts(total, total - started - pendingRedrive, of(Trace.Status.RUNNING), succeeded, of(Trace.Status.FAILED),
                of(Trace.Status.TIMED_OUT), of(Trace.Status.ABORTED), written ? succeeded : 0, failuresNotRedrivable, pendingRedrive);
    }
}
