package passo.aws.states;

import static passo.aws.service.Actions.Effect.READS;
import static passo.aws.service.Actions.Effect.SENDS;
import static passo.aws.service.Actions.Effect.STARTS;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.aws.service.Service;
import passo.engine.Agenda;
import passo.engine.Reply;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// The other state machines of the world, and the answers to task tokens that a machine sends.
public final class StepFunctions implements Service {

    /// AWS, StartExecution: what an execution's name may be.
    private static final Pattern NAME = Pattern.compile("[^\\s?*<>{}\\[\\]\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}");

    private final Json.Obj machines;
    private final Map<String, StateMachine> read;
    private final Executions executions = new Executions();
    private final Ledger ledger;
    private final Actions actions;

    /// @param machines as the world describes them, by name
    /// @param read the same, read
    public StepFunctions(Json.Obj machines, Map<String, StateMachine> read, Ledger ledger) {
        this.machines = machines;
        this.read = read;
        this.ledger = ledger;
        actions = new Actions(Api.STATES, ledger)
                .with("startExecution", STARTS, (request, _) -> Optional.of(start(request)),
                        "StateMachineDoesNotExist", "ExecutionAlreadyExists", "InvalidName", "InvalidExecutionInput", "InvalidArn")
                .with("startSyncExecution", STARTS, (request, _) -> Optional.of(start(request)),
                        "StateMachineDoesNotExist", "StateMachineTypeNotSupported", "InvalidName", "InvalidExecutionInput", "InvalidArn")
                .with("describeExecution", READS, (request, _) -> describe(request), "ExecutionDoesNotExist", "InvalidArn")
                .with("sendTaskSuccess", SENDS, (request, agenda) -> send(request, agenda, new Agenda.Answer.Success(output(request))),
                        "InvalidToken", "TaskTimedOut")
                .with("sendTaskFailure", SENDS, (request, agenda) -> send(request, agenda,
                        new Agenda.Answer.Failure(request.text("Error"), request.text("Cause"))), "InvalidToken", "TaskTimedOut")
                .with("sendTaskHeartbeat", SENDS, (request, agenda) -> send(request, agenda, new Agenda.Answer.Heartbeat()),
                        "InvalidToken", "TaskTimedOut");
    }

    private static Definition.Type type(Json.Obj described) {
        return Json.of("EXPRESS").equals(described.get("type")) ? Definition.Type.EXPRESS : Definition.Type.STANDARD;
    }

    @Override
    public Actions actions() {
        return actions;
    }

    private static Json output(Request request) {
        String text = request.content("Output").orElse("null");
        return JsonText.read(text) instanceof JsonText.Reading.Value(var json, _) ? json : Json.of(text);
    }

    private Optional<Reply> send(Request request, Agenda agenda, Agenda.Answer answer) {
        return Optional.of(after(switch (agenda.answer(request.text("TaskToken"), answer)) {
            case Agenda.Heard.Taken() -> new Outcome.Success(Json.Obj.EMPTY);
            case Agenda.Heard.TooLate(var resource) -> Api.STATES.failure(request, ledger, 400, "TaskTimedOut", "Task Timed Out: '" + resource + "'");
            case Agenda.Heard.Unknown() -> Api.STATES.failure(request, ledger, 400, "InvalidToken", "Invalid Token: 'Invalid token'");
        }));
    }

    private static Reply after(Outcome outcome) {
        return new Reply.After(Api.STATES.latency(), outcome, false);
    }

    private Reply start(Request request) {
        String arn = request.text("StateMachineArn");
        if (!arn.startsWith("arn:")) return invalidPrefix(request, arn);
        String[] parts = arn.split(":");
        String name = parts.length > 6 ? parts[6] : arn;
        StateMachine machine = read.get(name);
        if (machine == null || !(machines.get(name) instanceof Json.Obj described)) {
            return refused(request, "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
        }
        boolean synchronous = request.action().equals("startSyncExecution");
        if (synchronous && type(described) == Definition.Type.STANDARD) {
            return refused(request, "StateMachineTypeNotSupported", "This operation is not supported by this type of state machine");
        }
        String execution = request.content("Name").orElseGet(ledger::uuid);
        if (!NAME.matcher(execution).matches()) return refused(request, "InvalidName", "Invalid Name: '" + execution + "'");
        String input = request.content("Input").orElse("{}");
        String account = described.get("account") instanceof Json.Str(var own) ? own : parts[4];
        return switch (JsonText.read(input)) {
            case JsonText.Reading.Malformed(var message, _) ->
                refused(request, "InvalidExecutionInput", "Invalid State Machine Execution Input: '" + message + "'");
            case JsonText.Reading.Value(var json, _) -> {
                var child = new StartExecution(machine, type(described), name, execution, account, json, request.at().plus(latency(request)),
                        ledger.number());
                StartExecution started = described.get("role") instanceof Json.Str(var role) ? child.as(role) : child;
                yield start(request, synchronous ? started : started.asynchronous(), input);
            }
        };
    }

    private Reply start(Request request, StartExecution child, String input) {
        Optional<Executions.Started> before = executions.find(child.executionArn());
        // AWS: to ask again for what still runs is no mistake.
        if (before.isPresent() && before.get().runsOn(child.input()) && answer(request, child).isEmpty()) {
            Json.Obj submitted = Executions.submitted(request, before.get().execution());
            return after(new Outcome.Success(request.sdk() ? submitted : Api.envelope(submitted, 200, ledger)));
        }
        if (before.isPresent()) {
            return refused(request, "ExecutionAlreadyExists", "Execution Already Exists: '" + child.executionArn() + "'");
        }
        executions.began(child, input);
        ledger.changed(request, child.machineName(), Json.Obj.of("ExecutionArn", Json.of(child.executionArn()), "Input", child.input()));
        Json.Obj submitted = Executions.submitted(request, child);
        return new Reply.Start(latency(request), child, request.sdk() ? submitted : Api.envelope(submitted, 200, ledger),
                executions::ended, answer(request, child));
    }

    /// What the code of a function asks takes no time of its own.
    private static Duration latency(Request request) {
        return request.fromCode() ? Duration.ZERO : Api.STATES.latency();
    }

    private Optional<Function<Trace, Outcome>> answer(Request request, StartExecution child) {
        if (request.action().equals("startSyncExecution")) {
            return Optional.of(_ -> new Outcome.Success(described(request, child)));
        }
        return switch (request.resource().pattern()) {
            case REQUEST_RESPONSE, WAIT_FOR_TASK_TOKEN -> Optional.empty();
            case SYNC, SYNC_2 -> Optional.of(trace -> trace.status() == Trace.Status.SUCCEEDED ? new Outcome.Success(described(request, child))
                    : new Outcome.Failure(ErrorName.TASK_FAILED, described(request, child).toString()));
        };
    }

    private Json.Obj described(Request request, StartExecution child) {
        return Executions.described(request, executions.find(child.executionArn()).orElseThrow());
    }

    /// Empty for the execution that asks: of itself it learns nothing here.
    private Optional<Reply> describe(Request request) {
        String arn = request.text("ExecutionArn");
        if (arn.equals(request.call().executionArn())) return Optional.empty();
        if (!arn.startsWith("arn:")) return Optional.of(invalidPrefix(request, arn));
        if (arn.contains(":express:")) {
            return Optional.of(refused(request, "InvalidArn", "Invalid Arn: 'Resource type not valid in this context: express'"));
        }
        return Optional.of(executions.find(arn).map(started -> after(new Outcome.Success(Executions.described(request, started))))
                .orElseGet(() -> refused(request, "ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'")));
    }

    private Reply invalidPrefix(Request request, String arn) {
        return refused(request, "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: " + arn.split(":")[0] + "'");
    }

    private Reply refused(Request request, String code, String message) {
        return after(Api.STATES.failure(request, ledger, 400, code, message));
    }
}
