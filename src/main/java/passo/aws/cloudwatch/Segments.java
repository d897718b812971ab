package passo.aws.cloudwatch;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import passo.engine.Step;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.expression.Digest;
import passo.json.Json;

/// A run as X-Ray shows it: a segment for each execution, in it a subsegment for each visit of a state and in that one for each try.
/// AWS, "X-Ray segment documents".
public final class Segments {

    private static final int DIGITS = 16;

    private Segments() {}

    /// The segment documents of a run and of the executions that it started.
    ///
    /// @param most how many steps of an execution have a subsegment
    public static List<Json.Obj> of(Trace run, int most) {
        String trace = "1-%08x-%s".formatted(run.start().at().getEpochSecond(), Digest.hex(run.start().executionArn(), "MD5").substring(0, 24));
        return run.executions().map(execution -> segment(execution, trace, most)).toList();
    }

    private static Json.Obj segment(Trace execution, String trace, int most) {
        String arn = execution.start().executionArn();
        List<Json> states = new ArrayList<>();
        for (Step step : execution.steps()) {
            if (states.size() < most) states.add(subsegment(arn, step, execution.end()));
        }
        var segment = times(execution.start().machineName(), arn, execution.start().at(), execution.end())
                .put("trace_id", trace).put("origin", "AWS::StepFunctions::StateMachine").put("resource_arn", execution.start().machineArn())
                .put("aws", Json.Obj.of("execution_arn", Json.of(arn)));
        return failed(segment, execution.failure()).put("subsegments", new Json.Arr(states)).build();
    }

    private static Json.Obj subsegment(String arn, Step step, Instant end) {
        var segment = times(step.state(), arn + ":" + step.number(), step.entered(), step.exited().orElse(end));
        failed(segment, step.failure());
        if (!step.frames().isEmpty()) {
            segment.put("annotations", Json.Obj.of("iteration", Json.of(step.frames().getLast().state() + "[" + step.frames().getLast().index() + "]")));
        }
        List<Json> tries = new ArrayList<>();
        for (Step.Attempt attempt : step.attempts()) {
            String name = step.type() + (tries.isEmpty() ? "" : " retry " + tries.size());
            tries.add(failed(times(name, arn + ":" + step.number() + ":" + tries.size(), attempt.start(), attempt.end()), attempt.failure()).build());
        }
        return tries.isEmpty() ? segment.build() : segment.put("subsegments", new Json.Arr(tries)).build();
    }

    private static Json.Obj.Builder times(String name, String what, Instant start, Instant end) {
        return Json.Obj.builder().put("id", Digest.hex(what, "MD5").substring(0, DIGITS)).put("name", name)
                .put("start_time", seconds(start)).put("end_time", seconds(end));
    }

    private static Json seconds(Instant at) {
        return new Json.Num(BigDecimal.valueOf(at.toEpochMilli(), 3));
    }

    private static Json.Obj.Builder failed(Json.Obj.Builder segment, Optional<Outcome.Failure> failure) {
        failure.ifPresent(why -> segment.put(why.error().toLowerCase(Locale.ROOT).contains("toomanyrequests") ? "throttle" : "fault", true)
                .put("cause", Json.Obj.of("exceptions", Json.array(Json.Obj.of("type", Json.of(why.error()), "message", Json.of(why.cause()))))));
        return segment;
    }
}
