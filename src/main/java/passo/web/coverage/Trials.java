package passo.web.coverage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import passo.aws.Cloud;
import passo.aws.World;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.Run;
import passo.engine.StartExecution;
import passo.lab.Coverage;
import passo.lab.Reach;
import passo.lab.Way;

/// Runs that are only tried: each may do less than one that is looked at, and all of them take a second.
record Trials(Limits limits) {

    private static final int MOST_EVENTS = 5_000;
    /// Of the two seconds that a request may take.
    private static final Duration SEARCH = Duration.ofMillis(1_000);

    Run run(StartExecution start, World world) {
        return Execution.run(start, new Cloud(world, List.of(), start), new Limits(MOST_EVENTS, limits.bytes(), limits.overdue()));
    }

    Map<Way, Reach.Found> found(StartExecution start, World world, Coverage coverage) {
        long end = System.nanoTime() + SEARCH.toNanos();
        BooleanSupplier enough = () -> System.nanoTime() > end;
        BiFunction<StartExecution, World, Run> run = this::run;
        return Reach.of(start, world, coverage, run, enough);
    }
}
