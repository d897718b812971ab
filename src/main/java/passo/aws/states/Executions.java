package passo.aws.states;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import passo.asl.Definition;
import passo.asl.catalogue.Resource;
import passo.aws.service.Request;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.json.Json;

/// The executions that were started by others, and what is told of each.
final class Executions {

    private static final Json INCLUDED = Json.Obj.of("Included", Json.TRUE);

    private final Map<String, Started> all = new HashMap<>();

    /// One of them.
    ///
    /// @param input the text that was sent
    /// @param trace how it went; empty while it runs
    record Started(StartExecution execution, String input, Optional<Trace> trace) {

        boolean runsOn(Json other) {
            return trace.isEmpty() && execution.input().equals(other);
        }
    }

    Optional<Started> find(String arn) {
        return Optional.ofNullable(all.get(arn));
    }

    void began(StartExecution execution, String input) {
        all.put(execution.executionArn(), new Started(execution, input, Optional.empty()));
    }

    void ended(Trace trace) {
        all.computeIfPresent(trace.start().executionArn(), (_, begun) -> new Started(begun.execution, begun.input, Optional.of(trace)));
    }

    /// AWS, StartExecution.
    static Json.Obj submitted(Request request, StartExecution execution) {
        return Json.Obj.of("ExecutionArn", Json.of(execution.executionArn()), "StartDate", date(request, execution.at()));
    }

    /// AWS, DescribeExecution.
    static Json.Obj described(Request request, Started started) {
        boolean asJson = request.resource().pattern() == Resource.Pattern.SYNC_2;
        StartExecution execution = started.execution;
        var answer = Json.Obj.builder();
        started.trace.flatMap(Trace::failure).ifPresent(failure -> {
            if (!failure.cause().isEmpty()) answer.put("Cause", failure.cause());
            if (!failure.error().isEmpty()) answer.put("Error", failure.error());
        });
        answer.put("ExecutionArn", execution.executionArn()).put("Input", asJson ? execution.input() : Json.of(started.input))
                .put("InputDetails", INCLUDED).put("Name", execution.name());
        started.trace.flatMap(Trace::output).ifPresent(output ->
                answer.put("Output", asJson ? output : Json.of(output.toString())).put("OutputDetails", INCLUDED));
        Trace.Status status = started.trace.map(Trace::status).orElse(Trace.Status.RUNNING);
        // AWS: since the end of 2024 the answer tells of redrives as well; of a job that failed it does not.
        boolean asked = request.action().equals("describeExecution");
        if (execution.type() == Definition.Type.STANDARD && (asked || status == Trace.Status.SUCCEEDED)) {
            boolean over = status != Trace.Status.RUNNING && status != Trace.Status.SUCCEEDED;
            answer.put("RedriveCount", 0).put("RedriveStatus", over ? "REDRIVABLE" : "NOT_REDRIVABLE");
            if (!over) answer.put("RedriveStatusReason", "Execution is " + status + " and cannot be redriven");
        }
        answer.put("StartDate", date(request, execution.at())).put("StateMachineArn", execution.machineArn()).put("Status", status.name());
        started.trace.ifPresent(trace -> answer.put("StopDate", date(request, trace.end())));
        return answer.build();
    }

    /// AWS: the SDK integrations write dates as text, the optimized one in milliseconds.
    private static Json date(Request request, Instant at) {
        return request.sdk() ? Json.of(at.toString()) : Json.of(at.toEpochMilli());
    }
}
