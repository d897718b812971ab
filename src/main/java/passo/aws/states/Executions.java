package passo.aws.states;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.asl.catalogue.Resource;
import passo.aws.service.Request;
import passo.engine.Event;
import passo.engine.Execution;
import passo.engine.History;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.json.Json;

/// The executions of a run, but for those of Map Runs, and what is told of each.
final class Executions {

    private static final Json INCLUDED = Json.Obj.of("Included", Json.TRUE);

    private static final Set<String> DATA = Set.of("input", "inputDetails", "output", "outputDetails");

    private final Map<String, Started> all = new LinkedHashMap<>();

    /// One of them.
    ///
    /// @param input the text that was sent
    /// @param begun empty in the moment before it begins
    record Started(StartExecution start, String input, Optional<Execution> begun) {

        Optional<Trace> trace() {
            return begun.map(Execution::trace);
        }

        Trace.Status status() {
            return trace().map(Trace::status).orElse(Trace.Status.RUNNING);
        }

        Optional<String> notRedrivable(Instant at) {
            return trace().map(trace -> trace.notRedrivable(at)).orElse(Optional.of("Execution is RUNNING and cannot be redriven"));
        }

        boolean runsOn(Json other) {
            return status() == Trace.Status.RUNNING && start.input().equals(other);
        }
    }

    Optional<Started> find(String arn) {
        return Optional.ofNullable(all.get(arn));
    }

    /// Those of a state machine, the latest first.
    List<Started> of(String machineArn) {
        return List.copyOf(all.values()).reversed().stream().filter(started -> started.start.machineArn().equals(machineArn)).toList();
    }

    /// Of all that have begun.
    Stream<Trace> traces() {
        return all.values().stream().flatMap(started -> started.trace().stream());
    }

    void starts(StartExecution start, String input) {
        all.put(start.executionArn(), new Started(start, input, Optional.empty()));
    }

    void begun(Execution execution) {
        String arn = execution.start().executionArn();
        String input = find(arn).map(Started::input).orElseGet(() -> execution.start().input().toString());
        all.put(arn, new Started(execution.start(), input, Optional.of(execution)));
    }

    /// AWS, StartExecution.
    static Json.Obj submitted(Request request, StartExecution execution) {
        return Json.Obj.of("ExecutionArn", Json.of(execution.executionArn()), "StartDate", date(request, execution.at()));
    }

    /// AWS, ListExecutions.
    static Json.Obj listed(Request request, Started started) {
        StartExecution start = started.start;
        var answer = Json.Obj.builder().put("ExecutionArn", start.executionArn()).put("Name", start.name());
        started.trace().ifPresent(trace -> redrives(answer, request, trace));
        answer.put("StartDate", date(request, start.at())).put("StateMachineArn", start.machineArn()).put("Status", started.status().name());
        stopped(answer, request, started);
        return answer.build();
    }

    /// AWS, DescribeExecution.
    static Json.Obj described(Request request, Started started) {
        boolean asJson = request.resource().pattern() == Resource.Pattern.SYNC_2;
        StartExecution start = started.start;
        Optional<Trace> trace = started.trace();
        var answer = Json.Obj.builder();
        trace.flatMap(Trace::failure).ifPresent(failure -> {
            if (!failure.cause().isEmpty()) answer.put("Cause", failure.cause());
            if (!failure.error().isEmpty()) answer.put("Error", failure.error());
        });
        answer.put("ExecutionArn", start.executionArn()).put("Input", asJson ? start.input() : Json.of(started.input))
                .put("InputDetails", INCLUDED).put("Name", start.name());
        trace.flatMap(Trace::output).ifPresent(output ->
                answer.put("Output", asJson ? output : Json.of(output.toString())).put("OutputDetails", INCLUDED));
        // AWS: since the end of 2024 the answer tells of redrives as well; of a job that failed it does not.
        boolean asked = request.action().equals("describeExecution");
        if (start.type() == Definition.Type.STANDARD && (asked || started.status() == Trace.Status.SUCCEEDED)) {
            redrivable(answer, request, started);
        }
        answer.put("StartDate", date(request, start.at())).put("StateMachineArn", start.machineArn()).put("Status", started.status().name());
        stopped(answer, request, started);
        return answer.build();
    }

    private static void redrivable(Json.Obj.Builder answer, Request request, Started started) {
        started.trace().ifPresentOrElse(trace -> redrives(answer, request, trace), () -> answer.put("RedriveCount", 0));
        Optional<String> reason = started.notRedrivable(request.at());
        answer.put("RedriveStatus", reason.isPresent() ? "NOT_REDRIVABLE" : "REDRIVABLE");
        reason.ifPresent(text -> answer.put("RedriveStatusReason", text));
    }

    private static void redrives(Json.Obj.Builder answer, Request request, Trace trace) {
        answer.put("RedriveCount", trace.redrives().size());
        if (!trace.redrives().isEmpty()) answer.put("RedriveDate", date(request, trace.redrives().getLast()));
    }

    private static void stopped(Json.Obj.Builder answer, Request request, Started started) {
        started.trace().filter(trace -> trace.status() != Trace.Status.RUNNING)
                .ifPresent(trace -> answer.put("StopDate", date(request, trace.end())));
    }

    /// AWS, GetExecutionHistory, in the spelling of the SDK integrations.
    ///
    /// @param full with what went in and came out?
    static Json.Obj event(Event event, boolean full) {
        return spelled(History.event(event), full);
    }

    /// With a large letter at the beginning of each member's name.
    static Json.Obj spelled(Json.Obj obj) {
        return spelled(obj, true);
    }

    private static Json.Obj spelled(Json.Obj obj, boolean full) {
        var spelled = Json.Obj.builder();
        obj.forEach((name, value) -> {
            if (!full && DATA.contains(name)) return;
            boolean details = value instanceof Json.Obj && !name.equals("assignedVariables");
            spelled.put(Character.toUpperCase(name.charAt(0)) + name.substring(1), details ? spelled((Json.Obj) value, full) : value);
        });
        return spelled.build();
    }

    /// AWS: the SDK integrations write dates as text, the optimized one in milliseconds.
    static Json date(Request request, Instant at) {
        return request.sdk() ? Json.of(at.toString()) : Json.of(at.toEpochMilli());
    }
}
