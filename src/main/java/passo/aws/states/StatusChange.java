package passo.aws.states;

import java.util.List;
import java.util.Optional;
import passo.aws.service.Events;
import passo.aws.service.Origin;
import passo.engine.Agenda;
import passo.engine.Execution;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// What EventBridge is told of Standard executions. AWS, "Step Functions Execution Status Change".
final class StatusChange {

    /// AWS: input and output are left out where their texts together are longer.
    private static final int MOST_BYTES = 248 << 10;

    private StatusChange() {}

    static void tell(Events events, Execution execution, Agenda agenda) {
        String arn = execution.start().executionArn();
        events.tell(new Origin(arn, "", execution.step()), "aws.states", "Step Functions Execution Status Change", List.of(arn),
                () -> detail(execution.trace(), agenda), agenda);
    }

    private static Json.Obj detail(Trace trace, Agenda agenda) {
        StartExecution start = trace.start();
        boolean ended = trace.status() != Trace.Status.RUNNING;
        Optional<String> reason = trace.notRedrivable(agenda.now());
        Json redriven = trace.redrives().isEmpty() ? Json.NULL : Json.of(trace.redrives().getLast().toEpochMilli());
        Json output = fitting(text(trace.output().map(Json::toString)), 0);
        Json input = fitting(Json.of(start.input().toString()), output.bytes());
        return Json.Obj.builder().put("executionArn", start.executionArn()).put("stateMachineArn", start.machineArn()).put("name", start.name())
                .put("status", trace.status().name()).put("startDate", start.at().toEpochMilli())
                .put("stopDate", ended ? Json.of(trace.end().toEpochMilli()) : Json.NULL)
                .put("input", input).put("inputDetails", included(input))
                .put("output", output).put("outputDetails", trace.output().isPresent() ? included(output) : Json.NULL)
                .put("stateMachineVersionArn", Json.NULL).put("stateMachineAliasArn", Json.NULL)
                .put("redriveCount", trace.redrives().size()).put("redriveDate", redriven)
                .put("redriveStatus", reason.isPresent() ? "NOT_REDRIVABLE" : "REDRIVABLE").put("redriveStatusReason", text(reason))
                .put("error", text(trace.failure().map(Outcome.Failure::error))).put("cause", text(trace.failure().map(Outcome.Failure::cause)))
                .build();
    }

    private static Json fitting(Json text, int other) {
        return text.bytes() + other > MOST_BYTES ? Json.NULL : text;
    }

    private static Json included(Json text) {
        return Json.Obj.of("included", Json.of(text != Json.NULL));
    }

    private static Json text(Optional<String> text) {
        return text.filter(some -> !some.isEmpty()).<Json>map(Json::of).orElse(Json.NULL);
    }
}
