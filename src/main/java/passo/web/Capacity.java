package passo.web;

import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.TooManyRequestsResponse;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import passo.aws.Cloud;
import passo.aws.World;
import passo.engine.Decision;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.Run;
import passo.engine.StartExecution;
import passo.engine.teststate.TestState;
import passo.engine.teststate.Tested;
import passo.json.Json;
import passo.lab.FaultMatrix;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.TestCase;
import passo.lab.grading.CounterExample;
import passo.lab.grading.Grader;
import passo.lab.grading.Measured;
import passo.lab.grading.Submission;
import passo.lab.grading.Verdict;

/// As many runs at once as the machine has cores, each for two seconds of a core at most: one run never waits long for
/// another, and a run without end ends. That is a guard of the server, and counts the time of the core so that a busy machine
/// does not trip it. (What a run itself may do is counted in events, bytes and ticks, never timed.) Runs with function code take
/// longer. They have threads of their own, so that no other run ever waits for them, and each learner has one of them at a time.
public final class Capacity {

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_WAITING = 100;
    private static final int STACK = 16 << 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// Platform threads, because only of these the time on the core is known.
    private final ExecutorService cores = threads(Runtime.getRuntime().availableProcessors(), "run");
    private final Turns functions = new Turns(threads(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), "run with code"), MOST_WAITING);
    private final Learners learners;

    Capacity(Learners learners) {
        this.learners = learners;
    }

    /// What is there for whoever asks.
    public Share share(Context ctx) {
        return share(learners.whoever(ctx));
    }

    Share share(String learner) {
        return new Share(learner);
    }

    /// What is there for one learner. A run is refused, with an [io.javalin.http.HttpResponseException], when its turn does not come
    /// soon enough or too many runs with code wait already.
    public final class Share {

        private final String learner;

        private Share(String learner) {
            this.learner = learner;
        }

        public Run run(StartExecution start, Cloud cloud, List<Decision> decisions) {
            return inTurn(cloud.runsCode(), () -> within(start, cloud, decisions));
        }

        /// Makes a run again as far as one of its events.
        public void runTo(int event, StartExecution start, Cloud cloud, List<Decision> decisions) {
            inTurn(cloud.runsCode(), () -> {
                Execution.runTo(event, start, cloud, limits(cloud), decisions);
                return cloud;
            });
        }

        public Tested test(TestState test, Cloud cloud) {
            return inTurn(cloud.runsCode(), () -> within(test, cloud));
        }

        /// Several runs that share the time of one; they are refused also when they take too long together.
        public <T> T together(boolean runsCode, Function<Limits, T> runs) {
            return inTurn(runsCode, () -> {
                BooleanSupplier overdue = overdue();
                T result = runs.apply(Limits.NORMAL.until(overdue));
                return overdue.getAsBoolean() ? Optional.<T>empty() : Optional.of(result);
            }).orElseThrow(() -> new ServiceUnavailableResponse("The runs took longer than we allow; nothing is said about their results"));
        }

        /// The runs of a fault matrix.
        public FaultMatrix faults(StartExecution start, World world) {
            return together(new Cloud(world, List.of(), start).runsCode(), limits -> FaultMatrix.of(start, world,
                    (execution, wrong) -> Execution.run(execution, new Cloud(wrong, List.of(), execution), limits)));
        }

        /// The runs of an answer to an exercise.
        public Verdict grade(Exercise exercise, Submission submission) {
            return together(exercise.runsCode(), limits -> new Grader(exercise,
                    (start, cloud, decisions) -> Execution.run(start, cloud, limits, decisions)).grade(submission));
        }

        /// An example on which an answer does not do what the solutions do, if one is found in time.
        public Optional<CounterExample> counterExample(Exercise exercise, TestCase test, Submission submission, long seed) {
            return inTurn(exercise.runsCode(), () -> {
                Limits limits = Limits.NORMAL.until(overdue());
                return CounterExample.of(exercise, test, submission, seed, (start, cloud, decisions) -> Execution.run(start, cloud, limits, decisions));
            });
        }

        /// What an answer of this name takes.
        public Optional<Measured> measured(String name, Exercise exercise, Json.Obj answer) {
            return together(exercise.runsCode(), limits -> Measured.of(name, exercise, answer,
                    (start, cloud, decisions) -> Execution.run(start, cloud, limits, decisions)));
        }

        private <T> T inTurn(boolean runsCode, Callable<T> work) {
            try {
                return result(runsCode ? functions.submit(learner, work) : cores.submit(work));
            } catch (RejectedExecutionException tooMany) {
                throw new TooManyRequestsResponse("Too many runs with function code are waiting; try again in a moment");
            }
        }
    }

    private static <T> T result(Future<T> run) {
        try {
            return run.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | InterruptedException tooBusy) {
            run.cancel(true);
            throw new ServiceUnavailableResponse("Too many runs are waiting; try again in a moment");
        } catch (ExecutionException bug) {
            throw new IllegalStateException("a run broke", bug.getCause());
        }
    }

    private static ExecutorService threads(int count, String name) {
        return Executors.newFixedThreadPool(count, work -> Thread.ofPlatform().name(name).daemon().stackSize(STACK).unstarted(work));
    }

    private static Run within(StartExecution start, Cloud cloud, List<Decision> decisions) {
        Run run = Execution.run(start, cloud, limits(cloud), decisions);
        return cloud.refusal().isPresent() ? cloud.refusal().get() : run;
    }

    private static Tested within(TestState test, Cloud cloud) {
        Tested tested = test.run(cloud, limits(cloud));
        return cloud.refusal().<Tested>map(Tested.OverBudget::new).orElse(tested);
    }

    private static Limits limits(Cloud cloud) {
        BooleanSupplier overdue = overdue();
        return Limits.NORMAL.until(() -> cloud.refusal().isPresent() || overdue.getAsBoolean());
    }

    private static BooleanSupplier overdue() {
        long end = THREADS.getCurrentThreadCpuTime() + LONGEST.toNanos();
        return () -> THREADS.getCurrentThreadCpuTime() > end;
    }
}
