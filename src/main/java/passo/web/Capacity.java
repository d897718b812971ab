package passo.web;

import io.javalin.http.ServiceUnavailableResponse;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.Run;
import passo.engine.Services;
import passo.engine.StartExecution;

/// As many runs at once as the machine has cores, each for two seconds of a core at most: one run never waits long for
/// another, and a run without end ends. That is a guard of the server, and counts the time of the core so that a busy machine
/// does not trip it. (What a run itself may do is counted in events and bytes, never timed.)
public final class Capacity {

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int STACK = 16 << 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// Platform threads, because only of these the time on the core is known.
    private final ExecutorService cores = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), work -> Thread.ofPlatform().name("run").daemon().stackSize(STACK).unstarted(work));

    /// @throws ServiceUnavailableResponse when the run's turn does not come soon enough
    public Run run(StartExecution start, Services services) {
        var run = cores.submit(() -> Execution.run(start, services, Limits.NORMAL.until(overdue())));
        try {
            return run.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | InterruptedException tooBusy) {
            run.cancel(true);
            throw new ServiceUnavailableResponse("Too many runs are waiting; try again in a moment");
        } catch (ExecutionException bug) {
            throw new IllegalStateException("a run broke", bug.getCause());
        }
    }

    private static BooleanSupplier overdue() {
        long end = THREADS.getCurrentThreadCpuTime() + LONGEST.toNanos();
        return () -> THREADS.getCurrentThreadCpuTime() > end;
    }
}
