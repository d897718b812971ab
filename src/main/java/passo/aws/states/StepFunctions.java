package passo.aws.states;

import static passo.aws.service.Actions.Effect.SENDS;
import static passo.aws.service.Actions.Effect.STARTS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Events;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.aws.service.Service;
import passo.engine.Agenda;
import passo.engine.semantics.ErrorName;
import passo.engine.Event;
import passo.engine.Execution;
import passo.engine.semantics.Outcome;
import passo.engine.Reply;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.json.Json;
import passo.json.JsonText;

/// The state machines of the world with their executions, and the answers to task tokens that a machine sends.
public final class StepFunctions implements Service {

    private static final List<String> STATUSES = List.of("SUCCEEDED", "TIMED_OUT", "PENDING_REDRIVE", "ABORTED", "FAILED", "RUNNING");

    private final Executions executions = new Executions();
    private final Machines machines;
    private final Errors errors;
    private final Events events;
    private final Ledger ledger;
    private final Actions actions;

    /// @param described the state machines, as the world describes them, by name
    /// @param read the same, read
    /// @param run the execution of which all others come
    /// @param events are told of every Standard execution
    public StepFunctions(Json.Obj described, Map<String, StateMachine> read, StartExecution run, Activities activities, Events events, Ledger ledger) {
        errors = new Errors(ledger);
        machines = new Machines(described, read, run, errors);
        this.events = events;
        this.ledger = ledger;
        actions = new Actions(Api.STATES, ledger)
                .with("startExecution", STARTS, (request, _) -> Optional.of(start(request)),
                        "StateMachineDoesNotExist", "ExecutionAlreadyExists", "InvalidName", "InvalidExecutionInput", "InvalidArn")
                .with("startSyncExecution", STARTS, (request, _) -> Optional.of(start(request)),
                        "StateMachineDoesNotExist", "StateMachineTypeNotSupported", "InvalidName", "InvalidExecutionInput", "InvalidArn")
                .deletes("stopExecution", request -> of(request, started -> stop(request, started)), "ExecutionDoesNotExist", "InvalidArn")
                .writes("redriveExecution", request -> of(request, started -> redrive(request, started)), "ExecutionDoesNotExist", "ExecutionNotRedrivable", "InvalidArn")
                .reads("describeExecution", request -> of(request, started -> describe(request, started)), "ExecutionDoesNotExist", "InvalidArn")
                .reads("listExecutions", this::list, "StateMachineDoesNotExist", "StateMachineTypeNotSupported", "InvalidArn", "InvalidToken")
                .reads("getExecutionHistory", request -> of(request, started -> history(request, started)),
                        "ExecutionDoesNotExist", "InvalidArn", "InvalidToken")
                .with("sendTaskSuccess", SENDS, this::succeed, "InvalidToken", "InvalidOutput", "TaskTimedOut")
                .with("sendTaskFailure", SENDS, (request, agenda) -> send(request, agenda,
                        new Agenda.Answer.Failure(request.text("Error"), request.text("Cause"))), "InvalidToken", "TaskTimedOut")
                .with("sendTaskHeartbeat", SENDS, (request, agenda) -> send(request, agenda, new Agenda.Answer.Heartbeat()),
                        "InvalidToken", "TaskTimedOut");
        machines.addTo(actions);
        new MapRuns(executions, errors).addTo(actions);
        activities.addTo(actions, errors);
    }

    @Override
    public Actions actions() {
        return actions;
    }

    /// Some state machines are others now; their executions go on.
    public void change(Json.Obj described, Map<String, StateMachine> read) {
        machines.change(described, read);
    }

    /// An execution of the run began, was redriven or has ended.
    public void moved(Execution execution, Agenda agenda) {
        // Of a Map Run's child executions, which have `machine/label` for their machine, nothing is kept.
        if (execution.start().machineName().contains("/")) return;
        executions.begun(execution);
        if (execution.start().type() == Definition.Type.STANDARD) StatusChange.tell(events, execution, agenda);
    }

    private Optional<Reply> succeed(Request request, Agenda agenda) {
        return switch (JsonText.read(request.content("Output").orElse("null"))) {
            case JsonText.Reading.Malformed(var message, _) ->
                Optional.of(after(errors.of(request, "InvalidOutput", "Invalid Output: '" + message + "'")));
            case JsonText.Reading.Value(var output, _) -> send(request, agenda, new Agenda.Answer.Success(output));
        };
    }

    private Optional<Reply> send(Request request, Agenda agenda, Agenda.Answer answer) {
        return Optional.of(after(switch (agenda.answer(request.text("TaskToken"), answer)) {
            case Agenda.Heard.Taken() -> new Outcome.Success(Json.Obj.EMPTY);
            case Agenda.Heard.TooLate(var resource) -> errors.of(request, "TaskTimedOut", "Task Timed Out: '" + resource + "'");
            case Agenda.Heard.Unknown() -> errors.of(request, "InvalidToken", "Invalid Token: 'Invalid token'");
        }));
    }

    private static Reply after(Outcome outcome) {
        return new Reply.After(Api.STATES.latency(), outcome, false);
    }

    private Reply start(Request request) {
        boolean synchronous = request.action().equals("startSyncExecution");
        String arn = request.text("StateMachineArn");
        Optional<Machines.Machine> machine = machines.find(arn);
        if (machine.isEmpty()) return after(errors.noMachine(request, arn));
        if (synchronous && machine.get().type() == Definition.Type.STANDARD) return after(errors.unsupported(request));
        String name = request.content("Name").orElseGet(ledger::uuid);
        if (!Errors.NAME.matcher(name).matches()) return after(errors.badName(request, name));
        String input = request.content("Input").orElse("{}");
        return switch (JsonText.read(input)) {
            case JsonText.Reading.Malformed(var message, _) -> after(errors.of(request, "InvalidExecutionInput",
                    "Invalid State Machine Execution Input: '" + (input.isEmpty() ? "Invalid execution input." : message) + "'"));
            case JsonText.Reading.Value(var json, _) -> {
                var child = new StartExecution(machine.get().machine(), machine.get().type(), machine.get().name(), name, machine.get().account(), json,
                        request.at().plus(latency(request)), ledger.number());
                StartExecution started = child.as(machine.get().role());
                yield start(request, synchronous ? started : started.asynchronous(), input);
            }
        };
    }

    private Reply start(Request request, StartExecution child, String input) {
        Optional<Executions.Started> before = executions.find(child.executionArn());
        // AWS: to ask again for what still runs is no mistake.
        if (before.isPresent() && before.get().runsOn(child.input()) && answer(request, child).isEmpty()) {
            return after(new Outcome.Success(Api.shown(request, Executions.submitted(request, before.get().start()), ledger)));
        }
        if (before.isPresent()) {
            return after(errors.of(request, "ExecutionAlreadyExists", "Execution Already Exists: '" + child.executionArn() + "'"));
        }
        executions.starts(child, input);
        ledger.changed(request, child.machineName(), Json.Obj.of("ExecutionArn", Json.of(child.executionArn()), "Input", child.input()));
        return new Reply.Start(latency(request), child, Api.shown(request, Executions.submitted(request, child), ledger), answer(request, child));
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

    /// What is asked of one execution, if there is such.
    private Outcome of(Request request, Function<Executions.Started, Outcome> answer) {
        String arn = request.text("ExecutionArn");
        if (arn.contains(":express:")) return errors.of(request, "InvalidArn", "Invalid Arn: 'Resource type not valid in this context: express'");
        return executions.find(arn).map(answer).orElseGet(() -> errors.noExecution(request, arn));
    }

    private Outcome describe(Request request, Executions.Started started) {
        return new Outcome.Success(Executions.described(request, started));
    }

    private Outcome stop(Request request, Executions.Started started) {
        if (started.status() == Trace.Status.RUNNING && started.begun().isPresent()) {
            var failure = new Outcome.Failure(request.text("Error"), request.text("Cause"));
            changed(request, started);
            started.begun().get().stop(failure);
        }
        Instant end = started.trace().map(Trace::end).orElse(request.at());
        return new Outcome.Success(Json.Obj.of("StopDate", Executions.date(request, end)));
    }

    private Outcome redrive(Request request, Executions.Started started) {
        Optional<String> reason = started.notRedrivable(request.at());
        if (reason.isPresent()) return errors.of(request, "ExecutionNotRedrivable", "Execution Not Redrivable: '" + reason.get() + "'");
        changed(request, started);
        started.begun().orElseThrow().redrive();
        return new Outcome.Success(Json.Obj.of("RedriveDate", Executions.date(request, request.at())));
    }

    private void changed(Request request, Executions.Started started) {
        ledger.changed(request, started.start().machineName(), request.body());
    }

    private Outcome history(Request request, Executions.Started started) {
        List<Event> events = started.trace().map(trace -> List.copyOf(trace.events())).orElse(List.of());
        boolean full = !Json.FALSE.equals(request.body().get("IncludeExecutionData"));
        return Page.of(request, "Events", Json.TRUE.equals(request.body().get("ReverseOrder")) ? events.reversed() : events,
                event -> Executions.event(event, full), errors);
    }

    private Outcome list(Request request) {
        String arn = request.text("StateMachineArn");
        String status = request.text("StatusFilter");
        Optional<Machines.Machine> machine = machines.find(arn);
        if (machine.isEmpty()) return errors.noMachine(request, arn);
        if (machine.get().type() == Definition.Type.EXPRESS) return errors.unsupported(request);
        if (!status.isEmpty() && !STATUSES.contains(status)) {
            return errors.of(request, "ValidationException", "1 validation error detected: Value '" + status
                    + "' at 'statusFilter' failed to satisfy constraint: Member must satisfy enum value set: " + STATUSES);
        }
        List<Executions.Started> all = executions.of(machine.get().arn()).stream()
                .filter(started -> status.isEmpty() || started.status().name().equals(status)).toList();
        return Page.of(request, "Executions", all, started -> Executions.listed(request, started), errors);
    }
}
