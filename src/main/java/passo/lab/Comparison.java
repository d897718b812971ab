package passo.lab;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import passo.aws.billing.Bill;
import passo.engine.Step;
import passo.engine.Trace;

/// Two runs side by side, step by step: each visit of a state beside the same visit in the other run.
///
/// @param rows in the order in which the states were entered
public record Comparison(Trace before, Trace after, List<Row> rows) {

    /// In what two visits differ: at the entry `INPUT` and `VARIABLES`, the others when they end.
    public enum Difference { INPUT, VARIABLES, OUTPUT, ASSIGNED, ERROR, NEXT, DURATION }

    /// A visit in one run or in both.
    public sealed interface Row {
        /// Both runs made it.
        record Both(Step before, Step after, Set<Difference> differences) implements Row {}

        /// Only the run before made it.
        record Missing(Step step) implements Row {}

        /// Only the run after made it.
        record Extra(Step step) implements Row {}

        default boolean differs() {
            return !(this instanceof Both(_, _, var differences)) || !differences.isEmpty();
        }

        /// The visit, as the later run has it where it has it.
        default Step step() {
            return switch (this) {
                case Both(_, var after, _) -> after;
                case Missing(var step) -> step;
                case Extra(var step) -> step;
            };
        }
    }

    /// What a run came to.
    ///
    /// @param cost in US dollars
    public record Totals(Trace.Status status, int steps, int transitions, Duration duration, BigDecimal cost) {
        public static Totals of(Trace trace) {
            return new Totals(trace.status(), trace.steps().size(), trace.transitions(), Duration.between(trace.start().at(), trace.end()),
                    Bill.of(trace).total());
        }
    }

    /// The visits of one place have their order.
    private record Visit(List<Step.Frame> frames, String state, int number) {}

    public Comparison {
        rows = List.copyOf(rows);
    }

    public static Comparison of(Trace before, Trace after) {
        SequencedMap<Visit, Step> old = visits(before);
        SequencedMap<Visit, Step> now = visits(after);
        var missing = new ArrayDeque<Step>();
        old.forEach((visit, step) -> {
            if (!now.containsKey(visit)) missing.add(step);
        });
        var rows = new ArrayList<Row>();
        var extra = new ArrayList<Row>();
        now.forEach((visit, step) -> {
            Step same = old.get(visit);
            if (same == null) {
                extra.add(new Row.Extra(step));
                return;
            }
            while (!missing.isEmpty() && missing.getFirst().number() < same.number()) rows.add(new Row.Missing(missing.removeFirst()));
            rows.addAll(extra);
            extra.clear();
            rows.add(new Row.Both(same, step, differences(same, step, before.end(), after.end())));
        });
        missing.forEach(step -> rows.add(new Row.Missing(step)));
        rows.addAll(extra);
        return new Comparison(before, after, rows);
    }

    private static SequencedMap<Visit, Step> visits(Trace trace) {
        var visits = new LinkedHashMap<Visit, Step>();
        var last = new HashMap<Visit, Integer>();
        for (Step step : trace.steps()) {
            int number = last.merge(new Visit(step.frames(), step.state(), 0), 1, Integer::sum);
            visits.put(new Visit(step.frames(), step.state(), number), step);
        }
        return visits;
    }

    private static Set<Difference> differences(Step before, Step after, Instant endBefore, Instant endAfter) {
        var differences = EnumSet.noneOf(Difference.class);
        if (!before.input().equals(after.input())) differences.add(Difference.INPUT);
        if (!before.variables().equals(after.variables())) differences.add(Difference.VARIABLES);
        if (!before.output().equals(after.output())) differences.add(Difference.OUTPUT);
        if (!before.assigned().equals(after.assigned())) differences.add(Difference.ASSIGNED);
        if (!before.failure().equals(after.failure())) differences.add(Difference.ERROR);
        if (!before.next().equals(after.next())) differences.add(Difference.NEXT);
        if (!duration(before, endBefore).equals(duration(after, endAfter))) differences.add(Difference.DURATION);
        return differences;
    }

    /// How long a visit took; until the end of the run where it still goes on.
    public static Duration duration(Step step, Instant end) {
        return Duration.between(step.entered(), step.exited().orElse(end));
    }

    /// Where the runs part: the first visit that differs. What differs only at the end of a Parallel or Map state
    /// began inside of it.
    public Optional<Row> first() {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).differs() && !beganInside(i)) return Optional.of(rows.get(i));
        }
        return Optional.empty();
    }

    private boolean beganInside(int outer) {
        if (!(rows.get(outer) instanceof Row.Both(_, var step, var differences))) return false;
        if (differences.contains(Difference.INPUT) || differences.contains(Difference.VARIABLES)) return false;
        return rows.subList(outer + 1, rows.size()).stream().anyMatch(row -> row.differs() && isInside(row.step(), step));
    }

    private static boolean isInside(Step step, Step container) {
        int depth = container.frames().size();
        return step.frames().size() > depth && step.frames().subList(0, depth).equals(container.frames())
                && step.frames().get(depth).state().equals(container.state());
    }

    /// Do the runs end alike?
    public boolean sameEnd() {
        return before.status() == after.status() && before.outcome().equals(after.outcome());
    }
}
