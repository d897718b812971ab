package passo.bench;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import passo.asl.StateMachine;
import passo.diagram.Diagram;
import passo.diagram.Layout;
import passo.diagram.Words;

/// What it takes to find the states of a machine their places. A machine that is not drawn in time fails the benchmark.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
@Threads(1)
public class LayoutBenchmark {

    private static final Words WORDS = (key, _) -> key;

    /// How the states are joined: one after the other with a Choice now and then; the same with one handler for every error; in
    /// Maps and Parallels, one in the other, 25 states a level; all beside each other, under one Choice and with one handler.
    public enum Form { CHAIN, HANDLER, NESTED, WIDE }

    @Param({"12", "50", "200", "500", "1000"})
    public int states;

    @Param
    public Form form;

    private StateMachine machine;

    @Setup
    public void read() {
        String text = switch (form) {
            case CHAIN -> machine("S0", states(0, states, END, ""));
            case HANDLER -> machine("S0", states(0, states - 1, END, CATCH) + ", \"Handle\": {\"Type\": \"Fail\"}");
            case NESTED -> nested(0, states);
            case WIDE -> wide();
        };
        machine = Definition.parse(text, Definition.Type.STANDARD).machine().orElseThrow();
    }

    private static final int LEVEL = 25;
    private static final String END = "\"End\": true";
    private static final String CATCH = ", \"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"Handle\"}]";

    private static String machine(String start, String states) {
        return "{\"StartAt\": \"%s\", \"States\": {%s}}".formatted(start, states);
    }

    private static String states(int from, int to, String last, String rest) {
        return IntStream.range(from, to)
                .mapToObj(i -> i % 7 == 3 && i < to - 2 ? choice(i) : task(i, i == to - 1 ? last : "\"Next\": \"S%d\"".formatted(i + 1), rest))
                .collect(joining(", "));
    }

    private static String choice(int number) {
        return "\"S%d\": {\"Type\": \"Choice\", \"Default\": \"S%d\", \"Choices\": [{\"Variable\": \"$.n\", \"NumericGreaterThan\": %d, \"Next\": \"S%d\"}]}"
                .formatted(number, number + 1, number, number + 2);
    }

    private static String task(int number, String next, String rest) {
        return "\"S%d\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:111122223333:function:f%d\", %s%s}"
                .formatted(number, number, next, rest);
    }

    private static String nested(int from, int to) {
        int container = from + LEVEL - 1;
        if (container + 1 >= to) return machine("S" + from, states(from, to, END, ""));
        String inside = nested(container + 1, to);
        return machine("S" + from, states(from, container, "\"Next\": \"S%d\"".formatted(container), "")
                + (from / LEVEL % 2 == 0 ? ", \"S%d\": {\"Type\": \"Map\", %s, \"ItemProcessor\": %s}" : ", \"S%d\": {\"Type\": \"Parallel\", %s, \"Branches\": [%s]}")
                        .formatted(container, END, inside));
    }

    private String wide() {
        String rules = IntStream.range(0, states - 2)
                .mapToObj(i -> "{\"Variable\": \"$.n\", \"NumericEquals\": %d, \"Next\": \"S%d\"}".formatted(i, i)).collect(joining(", "));
        String tasks = IntStream.range(0, states - 2).mapToObj(i -> ", " + task(i, END, CATCH)).collect(joining());
        return machine("Which", "\"Which\": {\"Type\": \"Choice\", \"Choices\": [%s]}%s, \"Handle\": {\"Type\": \"Fail\"}".formatted(rules, tasks));
    }

    @Benchmark
    public Diagram layout() {
        Optional<Diagram> diagram = Layout.of(machine, WORDS);
        return diagram.orElseThrow(() -> new IllegalStateException(form + " of " + states + " states was not drawn"));
    }
}
