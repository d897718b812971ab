package passo.aws.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import passo.asl.Definition;
import passo.engine.MapRunTrace;
import passo.engine.Trace;

/// What Step Functions charges for a run, line by line, in US dollars. What the services that it calls charge is not in it.
///
/// @param checked when the prices were last compared with AWS's page
/// @param estimated were the executions of a large distributed Map counted by those that are kept?
public record Bill(LocalDate checked, String region, boolean estimated, List<Line> lines) {

    /// The least memory of an Express execution, in which all is counted here: how much a run would take on AWS is not known.
    public static final long MEGABYTES = 64;
    private static final long MILLISECONDS = 100;
    private static final BigDecimal GIGABYTE_MILLISECONDS = BigDecimal.valueOf(1024L * 1000);

    /// What is charged.
    public enum Item { TRANSITIONS, FREE_TRANSITIONS, REQUESTS, GIGABYTE_SECONDS }

    /// One line: so many times the price.
    public record Line(Item item, BigDecimal quantity, BigDecimal price) {
        public BigDecimal amount() {
            return quantity.multiply(price);
        }
    }

    /// What executions took of each thing that is charged.
    private record Use(long transitions, long requests, long milliseconds, boolean estimated) {
        Use plus(Use other) {
            return new Use(transitions + other.transitions, requests + other.requests, milliseconds + other.milliseconds,
                    estimated || other.estimated);
        }

        /// The same for as many more executions of the kind.
        Use scaled(long part, long whole) {
            return new Use(transitions * whole / part, requests * whole / part, milliseconds * whole / part, true);
        }
    }

    public Bill {
        lines = List.copyOf(lines);
    }

    /// The bill of one run, without what is free each month.
    public static Bill of(Trace run) {
        return ofRun(run, run.start().type());
    }

    /// The same as if the state machine were of this type.
    public static Bill ofRun(Trace run, Definition.Type type) {
        return of(use(run, type), 1, false);
    }

    /// The bill of a month with so many runs like this one.
    ///
    /// @param type as if the state machine were of this type; those that it starts stay what they are
    public static Bill ofMonth(Trace run, Definition.Type type, long runs) {
        return of(use(run, type), runs, true);
    }

    /// What many executions together are charged for, without what is free each month.
    ///
    /// @param transitions of all of them; nothing counts these where they are Express
    /// @param milliseconds each of them rounded up as `milliseconds` does, and summed; nothing counts these where they are Standard
    public static Bill of(Definition.Type type, long executions, long transitions, long milliseconds) {
        return of(type == Definition.Type.EXPRESS ? new Use(0, executions, milliseconds, false) : new Use(transitions, 0, 0, false), 1, false);
    }

    private static Bill of(Use use, long runs, boolean month) {
        Prices prices = Prices.TODAY;
        var lines = new ArrayList<Line>();
        if (use.transitions > 0) {
            long all = Math.multiplyExact(use.transitions, runs);
            long free = month ? Math.min(all, prices.freeTransitions()) : 0;
            if (free > 0) lines.add(new Line(Item.FREE_TRANSITIONS, BigDecimal.valueOf(free), BigDecimal.ZERO));
            if (all > free) lines.add(new Line(Item.TRANSITIONS, BigDecimal.valueOf(all - free), prices.transition()));
        }
        if (use.requests > 0) {
            lines.add(new Line(Item.REQUESTS, BigDecimal.valueOf(Math.multiplyExact(use.requests, runs)), prices.request()));
            BigDecimal seconds = BigDecimal.valueOf(use.milliseconds).multiply(BigDecimal.valueOf(runs * MEGABYTES))
                    .divide(GIGABYTE_MILLISECONDS, 9, RoundingMode.HALF_UP);
            duration(seconds, prices, lines);
        }
        return new Bill(prices.checked(), prices.region(), use.estimated, lines);
    }

    private static void duration(BigDecimal gigabyteSeconds, Prices prices, List<Line> lines) {
        BigDecimal from = BigDecimal.ZERO;
        for (Prices.Tier tier : prices.tiers()) {
            BigDecimal part = gigabyteSeconds.min(tier.upTo()).subtract(from);
            if (part.signum() > 0) lines.add(new Line(Item.GIGABYTE_SECONDS, part, tier.price()));
            from = tier.upTo();
        }
    }

    private static Use use(Trace run, Definition.Type type) {
        Use use = type == Definition.Type.EXPRESS ? new Use(0, 1, milliseconds(Duration.between(run.start().at(), run.end())), false)
                : new Use(run.transitions(), 0, 0, false);
        for (Trace child : run.children()) use = use.plus(use(child, child.start().type()));
        for (MapRunTrace mapRun : run.mapRuns()) use = use.plus(use(mapRun));
        return use;
    }

    private static Use use(MapRunTrace mapRun) {
        Use kept = new Use(0, 0, 0, false);
        for (Trace child : mapRun.kept()) kept = kept.plus(use(child, child.start().type()));
        int shown = mapRun.kept().size();
        return shown == 0 || shown == mapRun.executions().total() ? kept : kept.scaled(shown, mapRun.executions().total());
    }

    /// The time that an Express execution is charged for, in milliseconds.
    public static long milliseconds(Duration took) {
        return Math.ceilDiv(Math.max(took.toMillis(), 1), MILLISECONDS) * MILLISECONDS;
    }

    public BigDecimal total() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
