package passo.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.AuxCounters;
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
import passo.asl.Definition;
import passo.aws.Cloud;
import passo.aws.Reading;
import passo.aws.World;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.json.Json;
import passo.json.JsonText;

/// What a Map over many items takes: the time of a whole run, and for a distributed Map over the rows of a table the heap that
/// it needs beside its world and what comes of it.
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
@Fork(value = 1, jvmArgs = "-Xmx512m")
@Threads(1)
public class MapBenchmark {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final String DISTRIBUTED = """
            {"StartAt": "Rows", "States": {"Rows": {"Type": "Map", "End": true, "Label": "Rows",
             "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "data", "Key": "rows.csv"},
              "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"}},
             "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, "StartAt": "Wait", "States": {
              "Wait": {"Type": "Wait", "Seconds": 1, "Next": "Sum"},
              "Sum": {"Type": "Pass", "Parameters": {"id.$": "$.id", "line.$": "States.Format('{}: {}', $.name, $.amount)"}, "End": true}}},
             "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "results", "Prefix": "out"},
              "WriterConfig": {"OutputType": "JSONL", "Transformation": "COMPACT"}}}}}""";

    private static final String INLINE = """
            {"StartAt": "Items", "States": {"Items": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "Sum", "States": {
             "Sum": {"Type": "Pass", "Parameters": {"n.$": "$"}, "OutputPath": "$.n", "End": true}}}}}}""";

    @Param({"10000", "100000"})
    public int items;

    private World world;
    private StartExecution distributed;
    private StartExecution inline;

    @Setup
    public void describe() {
        var rows = new StringBuilder("id,name,amount\n");
        Json[] numbers = new Json[items];
        for (int i = 0; i < items; i++) {
            rows.append(i).append(",Name ").append(i % 1000).append(',').append(i % 100).append(".50\n");
            numbers[i] = Json.of(i % 10);
        }
        Json.Obj table = Json.Obj.of("body", Json.of(rows.toString()));
        Json.Obj buckets = Json.Obj.of("data", Json.Obj.of("rows.csv", table), "results", Json.Obj.EMPTY);
        world = ((Reading.Good<World>) World.parse(Json.Obj.of("s3", buckets))).value();
        distributed = start(DISTRIBUTED, Definition.Type.STANDARD, Json.Obj.EMPTY);
        inline = start(INLINE, Definition.Type.EXPRESS, Json.array(numbers));
    }

    private static StartExecution start(String definition, Definition.Type type, Json input) {
        return new StartExecution(Definition.of(JsonText.parse(definition), type).machine().orElseThrow(), type, "benchmark", "run",
                "111122223333", input, START, 1);
    }

    @Benchmark
    public Trace inline() {
        // Each item has four events.
        Limits limits = new Limits(1_000_000, Limits.NORMAL.bytes(), Limits.NORMAL.overdue());
        return Execution.run(inline, new Cloud(World.AUTOMATIC, List.of(), inline), limits).trace();
    }

    @Benchmark
    public Trace distributed() {
        return run(new Cloud(world, List.of(), distributed));
    }

    @Benchmark
    public Trace heap(Heap heap) {
        var cloud = new Cloud(world, List.of(), distributed);
        heap.watch();
        Trace trace = run(cloud);
        heap.end(trace, cloud);
        return trace;
    }

    private Trace run(Cloud cloud) {
        Trace trace = Execution.run(distributed, cloud, Limits.NORMAL).trace();
        if (trace.status() != Trace.Status.SUCCEEDED) throw new IllegalStateException(trace.outcome().toString());
        return trace;
    }

    /// The most that is alive at once while something runs, beyond what is alive when it is over.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Heap {

        private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

        public long kilobytesBeside;
        public long kilobytesOfResult;

        private volatile boolean watching;
        private long before;
        private long most;
        private Thread watcher;

        @Setup(Level.Iteration)
        public void reset() {
            kilobytesBeside = 0;
            kilobytesOfResult = 0;
        }

        void watch() {
            before = alive();
            most = before;
            watching = true;
            watcher = Thread.ofPlatform().start(() -> {
                while (watching) {
                    most = Math.max(most, alive());
                    LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                }
            });
        }

        void end(Object... results) {
            stop();
            long after = alive();
            kilobytesBeside = (most - after) >> 10;
            kilobytesOfResult = (after - before) >> 10;
            if (results.length == 0) throw new IllegalArgumentException("What came of it must be alive here");
        }

        @TearDown(Level.Iteration)
        public void stop() {
            watching = false;
            try {
                watcher.join();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }

        private static long alive() {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            return runtime.totalMemory() - runtime.freeMemory();
        }
    }
}
