package passo.bench;

import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import passo.expression.Compiled;
import passo.expression.Expression;
import passo.expression.Intrinsic;
import passo.expression.Jsonata;
import passo.expression.Path;
import passo.expression.QueryLanguage;
import passo.expression.Template;
import passo.expression.Variables;
import passo.json.Json;
import passo.json.JsonText;

/// What one evaluation costs, of each kind of expression.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class ExpressionBenchmark {

    private final passo.expression.Scope scope = new passo.expression.Scope(
            JsonText.parse("{\"i\": 17, \"a\": {\"b\": [1, 2, {\"c\": 3}]}, \"items\": [{\"p\": 1}, {\"p\": 9}]}"),
            Optional.empty(), Optional.empty(), () -> Json.Obj.EMPTY, Variables.NONE, new Random(1), Instant.EPOCH);

    private final Expression path = good(Path.compile("$.a.b[2].c"));
    private final Expression filter = good(Path.compile("$.items[?(@.p > 5)]"));
    private final Expression call = good(Intrinsic.compile("States.MathAdd($.i, 1)"));
    private final Expression template = Template.compile(
            JsonText.parse("{\"i.$\": \"States.MathAdd($.i, 1)\", \"x\": {\"y\": 1}, \"c.$\": \"$.a.b[2].c\"}"),
            QueryLanguage.JSONPATH, "Parameters", Set.of()).template();
    private final Expression reference = good(Jsonata.compile("$states.input.a.b", "Output", Jsonata.STATES));
    private final Expression sum = good(Jsonata.compile("$states.input.i + 1", "Output", Jsonata.STATES));
    private final Expression merge = good(Jsonata.compile("$merge([$states.input, {'s': 1}])", "Output", Jsonata.STATES));

    @Benchmark
    public Json path() {
        return path.evaluate(scope);
    }

    @Benchmark
    public Json filter() {
        return filter.evaluate(scope);
    }

    @Benchmark
    public Json call() {
        return call.evaluate(scope);
    }

    @Benchmark
    public Json template() {
        return template.evaluate(scope);
    }

    @Benchmark
    public Json jsonataReference() {
        return reference.evaluate(scope);
    }

    @Benchmark
    public Json jsonataSum() {
        return sum.evaluate(scope);
    }

    @Benchmark
    public Json jsonataMerge() {
        return merge.evaluate(scope);
    }

    private static <T> T good(Compiled<T> compiled) {
        return switch (compiled) {
            case Compiled.Good<T>(T expression) -> expression;
            case Compiled.Bad<T>(_, var message, _) -> throw new IllegalArgumentException(message);
        };
    }
}
