package passo.bench;

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
import org.openjdk.jmh.annotations.Warmup;
import passo.asl.Definition;

/// What it costs to read and check a definition of 1 MB: the same four states again and again, under other names.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class DefinitionBenchmark {

    private static final int LENGTH = 1 << 20;

    @Param({"JSONPath", "JSONata"})
    public String language;

    private String definition;

    @Setup
    public void write() {
        String block = language.equals("JSONata") ? """
                "Check %1$d": {"Type": "Choice", "Choices": [{"Condition": "{%% $states.input.order.total > %1$d and $exists($states.input.order.id) %%}",
                  "Next": "Charge %1$d"}, {"Condition": "{%% $count($states.input.order.items[price > 10]) = 0 %%}", "Next": "Shape %1$d"}], "Default": "Shape %1$d"},
                "Charge %1$d": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                  "Arguments": {"FunctionName": "Charge", "Payload": {"id": "{%% $states.input.order.id %%}", "amount": "{%% $states.input.order.total * 100 %%}"}},
                  "Retry": [{"ErrorEquals": ["Lambda.TooManyRequestsException", "States.Timeout"], "IntervalSeconds": 2, "MaxAttempts": 3, "BackoffRate": 2}],
                  "Catch": [{"ErrorEquals": ["States.ALL"], "Output": "{%% $merge([$states.input, {'error': $states.errorOutput}]) %%}", "Next": "Shape %1$d"}],
                  "Output": "{%% $merge([$states.input, {'receipt': $states.result.Payload}]) %%}", "Next": "Shape %1$d"},
                "Shape %1$d": {"Type": "Pass", "Output": {"order": {"id": "{%% $states.input.order.id %%}", "total": "{%% $sum($states.input.order.items.price) %%}",
                  "items": "{%% $states.input.order.items %%}"}}, "Next": "Wait %1$d"},
                "Wait %1$d": {"Type": "Wait", "Seconds": 1, "Next": "Check %2$d"},
                """ : """
                "Check %1$d": {"Type": "Choice", "Choices": [{"And": [{"Variable": "$.order.total", "NumericGreaterThan": %1$d}, {"Variable": "$.order.id", "IsPresent": true}],
                  "Next": "Charge %1$d"}, {"Not": {"Variable": "$.order.items[0]", "IsPresent": true}, "Next": "Shape %1$d"}], "Default": "Shape %1$d"},
                "Charge %1$d": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                  "Parameters": {"FunctionName": "Charge", "Payload": {"id.$": "$.order.id", "amount.$": "States.MathAdd($.order.total, 100)"}},
                  "Retry": [{"ErrorEquals": ["Lambda.TooManyRequestsException", "States.Timeout"], "IntervalSeconds": 2, "MaxAttempts": 3, "BackoffRate": 2}],
                  "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Shape %1$d"}],
                  "ResultSelector": {"receipt.$": "$.Payload"}, "ResultPath": "$.receipt", "Next": "Shape %1$d"},
                "Shape %1$d": {"Type": "Pass", "Parameters": {"order": {"id.$": "$.order.id", "text.$": "States.Format('{} of {}', $.order.id, $.order.total)",
                  "cheap.$": "$.order.items[?(@.price < 10)]"}}, "Next": "Wait %1$d"},
                "Wait %1$d": {"Type": "Wait", "Seconds": 1, "Next": "Check %2$d"},
                """;
        var states = new StringBuilder("{\"QueryLanguage\": \"%s\", \"StartAt\": \"Check 0\", \"States\": {%n".formatted(language));
        int blocks = 0;
        while (states.length() < LENGTH) states.append(block.formatted(blocks, ++blocks));
        definition = states.append("\"Check %d\": {\"Type\": \"Succeed\"}}}".formatted(blocks)).toString();
        if (!parse().isValid()) throw new IllegalStateException(parse().diagnostics().toString());
    }

    @Benchmark
    public Definition parse() {
        return Definition.parse(definition, Definition.Type.STANDARD);
    }
}
