package passo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import passo.asl.Definition;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.Reply;
import passo.engine.Run;
import passo.engine.Services;
import passo.engine.StartExecution;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// How many whole runs a second one core makes, trace kept. Transitions a second are the score times the workload's
/// `transitions`. The workloads are files `{definition, input, expected, transitions, task?}` in the folder that the
/// environment's `WORKLOADS` names.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@Threads(1)
public class TransitionsBenchmark {

    @Param({"a_chain10", "b_five", "c_map1000", "d_parallel10x5", "e_loop1000",
            "a_chain10_jsonata", "b_five_jsonata", "c_map1000_jsonata", "d_parallel10x5_jsonata", "e_loop1000_jsonata"})
    public String workload;

    private StartExecution start;
    private Services services;

    @Setup
    public void read() throws IOException {
        Path file = Path.of(System.getenv("WORKLOADS"), workload + ".json");
        var json = (Json.Obj) JsonText.parse(Files.readString(file));
        var definition = Definition.of(json.get("definition"), Definition.Type.EXPRESS);
        start = new StartExecution(definition.machine().orElseThrow(), Definition.Type.EXPRESS, "benchmark", "run", "111122223333",
                json.get("input"), Instant.parse("2026-01-01T00:00:00Z"), 1);
        Json.Obj task = json.get("task") instanceof Json.Obj replies ? replies : Json.Obj.EMPTY;
        services = (call, _) -> new Reply.After(Duration.ZERO, new Outcome.Success(task.get(call.state())), false);
        var output = run().trace().output().orElseThrow();
        if (!output.equals(json.get("expected"))) throw new IllegalStateException(workload + " gave " + output);
    }

    @Benchmark
    public Run run() {
        return Execution.run(start, services, Limits.NORMAL);
    }
}
