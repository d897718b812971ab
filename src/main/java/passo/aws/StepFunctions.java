package passo.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import passo.asl.Definition;
import passo.asl.Resource;
import passo.asl.StateMachine;
import passo.engine.Agenda;
import passo.engine.ErrorName;
import passo.engine.Outcome;
import passo.engine.Reply;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.json.Json;
import passo.json.JsonText;

/// The other state machines of the world, and the answers to task tokens that a machine sends.
final class StepFunctions {

    private static final Json INCLUDED = Json.Obj.of("Included", Json.TRUE);

    private final Json.Obj machines;
    private final Map<String, StateMachine> read;
    private final Set<String> started = new HashSet<>();
    private final Ledger ledger;

    StepFunctions(World world, Ledger ledger) {
        machines = world.part("stateMachines");
        read = world.machines();
        this.ledger = ledger;
    }

    /// The definition of a state machine that a world describes.
    static Definition definition(Json.Obj described) {
        return switch (described.get("definition")) {
            case null -> Definition.parse("", type(described));
            case Json.Str(var text) -> Definition.parse(text, type(described));
            case Json json -> Definition.of(json, type(described));
        };
    }

    private static Definition.Type type(Json.Obj described) {
        return Json.of("EXPRESS").equals(described.get("type")) ? Definition.Type.EXPRESS : Definition.Type.STANDARD;
    }

    /// The answer to an action; empty where this knows no such action.
    Optional<Reply> answer(Request request, Agenda agenda) {
        return switch (request.action()) {
            case "startExecution", "startSyncExecution" -> Optional.of(start(request));
            case "sendTaskSuccess" -> Optional.of(send(request, agenda, new Agenda.Answer.Success(output(request))));
            case "sendTaskFailure" ->
                Optional.of(send(request, agenda, new Agenda.Answer.Failure(request.text("Error"), request.text("Cause"))));
            case "sendTaskHeartbeat" -> Optional.of(send(request, agenda, new Agenda.Answer.Heartbeat()));
            default -> Optional.empty();
        };
    }

    private static Json output(Request request) {
        String text = request.content("Output").orElse("null");
        return JsonText.read(text) instanceof JsonText.Reading.Value(var json, _) ? json : Json.of(text);
    }

    private Reply send(Request request, Agenda agenda, Agenda.Answer answer) {
        return after(switch (agenda.answer(request.text("TaskToken"), answer)) {
            case Agenda.Heard.Taken() -> new Outcome.Success(Json.Obj.EMPTY);
            case Agenda.Heard.TooLate(var resource) -> Api.STATES.failure(request, ledger, 400, "TaskTimedOut", "Task Timed Out: '" + resource + "'");
            case Agenda.Heard.Unknown() -> Api.STATES.failure(request, ledger, 400, "InvalidToken", "Invalid Token: 'Invalid token'");
        });
    }

    private static Reply after(Outcome outcome) {
        return new Reply.After(Api.STATES.latency(), outcome, false);
    }

    private Reply start(Request request) {
        String arn = request.text("StateMachineArn");
        String[] parts = arn.split(":");
        String name = parts.length > 6 ? parts[6] : arn;
        StateMachine machine = read.get(name);
        if (machine == null || !(machines.get(name) instanceof Json.Obj described)) {
            return after(Api.STATES.failure(request, ledger, 400, "StateMachineDoesNotExist",
                    "State Machine Does Not Exist: '" + arn + "'"));
        }
        String input = request.content("Input").orElse("{}");
        if (!(JsonText.read(input) instanceof JsonText.Reading.Value(var json, _))) {
            return after(Api.STATES.failure(request, ledger, 400, "InvalidExecutionInput",
                    "Invalid State Machine Execution Input: '" + input + "'"));
        }
        String account = described.get("account") instanceof Json.Str(var own) ? own
                : (parts.length > 6 ? parts : request.call().executionArn().split(":"))[4];
        var child = new StartExecution(machine, type(described), name, request.content("Name").orElseGet(ledger::uuid), account, json,
                request.at().plus(latency(request)), ledger.number());
        if (!started.add(child.executionArn())) {
            return after(Api.STATES.failure(request, ledger, 400, "ExecutionAlreadyExists",
                    "Execution Already Exists: '" + child.executionArn() + "'"));
        }
        ledger.changed(request, name, Json.Obj.of("ExecutionArn", Json.of(child.executionArn()), "Input", json));
        Json.Obj submitted = Json.Obj.of("ExecutionArn", Json.of(child.executionArn()), "StartDate", date(request, child.at()));
        return new Reply.Start(latency(request), child, request.sdk() ? submitted : Api.envelope(submitted, 200, ledger),
                answer(request, child, input));
    }

    /// What the code of a function asks takes no time of its own.
    private static Duration latency(Request request) {
        return request.fromCode() ? Duration.ZERO : Api.STATES.latency();
    }

    /// AWS: the SDK integrations write dates as text, the optimized one in milliseconds.
    private static Json date(Request request, Instant at) {
        return request.sdk() ? Json.of(at.toString()) : Json.of(at.toEpochMilli());
    }

    private static Optional<Function<Trace, Outcome>> answer(Request request, StartExecution child, String input) {
        if (request.action().equals("startSyncExecution")) {
            return Optional.of(trace -> new Outcome.Success(described(request, child, input, trace)));
        }
        return switch (request.resource().pattern()) {
            case REQUEST_RESPONSE, WAIT_FOR_TASK_TOKEN -> Optional.empty();
            case SYNC, SYNC_2 -> Optional.of(trace -> {
                Json.Obj described = described(request, child, input, trace);
                return trace.status() == Trace.Status.SUCCEEDED ? new Outcome.Success(described)
                        : new Outcome.Failure(ErrorName.TASK_FAILED, described.toString());
            });
        };
    }

    private static Json.Obj described(Request request, StartExecution child, String input, Trace trace) {
        boolean asJson = request.resource().pattern() == Resource.Pattern.SYNC_2;
        var answer = Json.Obj.builder();
        trace.failure().filter(failure -> !failure.cause().isEmpty()).ifPresent(failure -> answer.put("Cause", failure.cause()));
        trace.failure().filter(failure -> !failure.error().isEmpty()).ifPresent(failure -> answer.put("Error", failure.error()));
        answer.put("ExecutionArn", child.executionArn()).put("Input", asJson ? child.input() : Json.of(input)).put("InputDetails", INCLUDED)
                .put("Name", child.name());
        trace.output().ifPresent(output ->
                answer.put("Output", asJson ? output : Json.of(output.toString())).put("OutputDetails", INCLUDED));
        // AWS: since the end of 2024 the answer tells of redrives as well.
        if (trace.status() == Trace.Status.SUCCEEDED && child.type() == Definition.Type.STANDARD) {
            answer.put("RedriveCount", 0).put("RedriveStatus", "NOT_REDRIVABLE")
                    .put("RedriveStatusReason", "Execution is SUCCEEDED and cannot be redriven");
        }
        return answer.put("StartDate", date(request, child.at())).put("StateMachineArn", child.machineArn())
                .put("Status", trace.status().name()).put("StopDate", date(request, trace.end())).build();
    }

}
