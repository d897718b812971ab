package passo.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import passo.aws.lambda.Attack;
import passo.aws.lambda.Code;

/// What function code costs: the first call of a process, a call after many, many calls on two threads, and an attack — how long
/// until it is over, and for how long meanwhile another thread, which does a little every 2 ms, did not get on.
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx512m")
public class FunctionBenchmark {

    @Param({"nodejs22.x", "python3.13"})
    public String runtime;

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(value = 3, jvmArgs = "-Xmx512m")
    public Code.Run first() {
        return Attack.good(runtime);
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Warmup(iterations = 3, time = 3)
    @Measurement(iterations = 3, time = 3)
    public Code.Run afterMany() {
        return Attack.good(runtime);
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @Threads(2)
    @Warmup(iterations = 3, time = 3)
    @Measurement(iterations = 3, time = 3)
    public Code.Run onTwoThreads() {
        return Attack.good(runtime);
    }

    /// Another user.
    @State(Scope.Benchmark)
    public static class Victim {
        private final AtomicBoolean done = new AtomicBoolean();
        private final AtomicLong longest = new AtomicLong();
        private Thread thread;

        @Setup(Level.Iteration)
        public void begin() {
            done.set(false);
            thread = Thread.ofPlatform().start(() -> {
                for (long last = System.nanoTime(), now; !done.get(); last = now) {
                    sleep();
                    var little = new byte[64 << 10];
                    now = System.nanoTime() + little[0];
                    long gap = now - last;
                    longest.accumulateAndGet(gap, Math::max);
                }
            });
        }

        private static void sleep() {
            try {
                Thread.sleep(Duration.ofMillis(2));
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        }

        @TearDown(Level.Iteration)
        public void end() throws InterruptedException {
            done.set(true);
            thread.join();
        }
    }

    /// All attacks, one after the other, each printed with its time and the victim's longest wait.
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    public void attacks(Victim victim) {
        for (Attack attack : Attack.all()) {
            if (!attack.runtime().equals(runtime)) continue;
            victim.longest.set(0);
            long start = System.nanoTime();
            Code.Run run = attack.make(Code.TICKS);
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.out.printf("%-40s %6d ms %10d ticks, the victim waited %4d ms: %s%n", attack, millis, run.ticks(), victim.longest.get() / 1_000_000,
                    run.ending().getClass().getSimpleName());
        }
    }
}
