package passo.web;

import io.javalin.http.ServiceUnavailableResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.Run;
import passo.engine.Services;
import passo.engine.StartExecution;

/// As many runs at once as the machine has cores, each for two seconds of real time at most: one run never waits long for
/// another, and a run without end ends. (That is a guard of the server. What a run itself may do is counted, never timed.)
public final class Capacity {

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /// @throws ServiceUnavailableResponse when it is not this run's turn for too long
    public Run run(StartExecution start, Services services) {
        waitForCore();
        try {
            long deadline = System.nanoTime() + LONGEST.toNanos();
            return Execution.run(start, services, Limits.NORMAL.until(() -> System.nanoTime() > deadline));
        } finally {
            cores.release();
        }
    }

    private void waitForCore() {
        try {
            if (cores.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new ServiceUnavailableResponse("Too many runs are waiting; try again in a moment");
    }
}
