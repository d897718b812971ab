package passo.aws.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Bystanders;
import passo.aws.service.Callback;
import passo.aws.service.Delivery;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.aws.service.Script;
import passo.aws.service.Service;
import passo.engine.Agenda;
import passo.engine.Reply;
import passo.engine.Run;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// The functions of a world, which answer by their code or their scripts. A function that the world names without any answer
/// gives back its event. Where the world itself leaves no answer — rules of which none is for the event — the outcome is
/// `States.Runtime`, which no machine catches.
public final class Lambda implements Service {

    /// What becomes of a function's outcome on its way to the caller.
    @FunctionalInterface
    private interface Envelope {
        Outcome around(Outcome outcome, List<String> log, Duration took);
    }

    /// A call that is under way.
    ///
    /// @param before how long it takes until the function answers, or its code runs
    private record Visit(Request request, Functions.Found function, Json event, Environments.Place place, Duration before, Agenda agenda,
            Envelope envelope) {
        Outcome ends(Outcome outcome, List<String> log, Duration took) {
            place.leave(request.at().plus(took));
            return envelope.around(outcome, log, took);
        }
    }

    private static final Duration USUAL = Api.LAMBDA.latency();
    private static final int USUAL_MEMORY = 128;
    private static final Set<String> INVOCATION_TYPES = Set.of("", "RequestResponse", "Event", "DryRun");
    private static final int LONGEST_TAIL = 4096;
    /// What all functions of a run may compute together.
    private static final long MOST_TICKS = 3 * Code.TICKS;

    private Functions functions;
    private final Map<String, Optional<Script>> scripts = new HashMap<>();
    private final Environments environments = new Environments();
    private final Ledger ledger;
    private final Bystanders bystanders;
    private final Actions actions;
    private final CodeCall.Services services;
    private final Delivery delivery;
    private final List<FunctionLog> logs = new ArrayList<>();
    private long ticksLeft = MOST_TICKS;
    private Optional<Run.Refused> refusal = Optional.empty();

    /// @param services that the code of functions reaches
    /// @param delivery to where the events of invocations go that failed
    /// @param described the functions, as a world describes them
    public Lambda(Json.Obj described, Bystanders bystanders, Ledger ledger, CodeCall.Services services, Delivery delivery) {
        functions = new Functions(described, ledger);
        this.bystanders = bystanders;
        actions = new Actions(Api.LAMBDA, ledger).with("invoke", Actions.Effect.STARTS, (request, agenda) -> Optional.of(answer(request, agenda)),
                "ResourceNotFoundException", "InvalidRequestContentException", "TooManyRequestsException");
        this.ledger = ledger;
        this.services = services;
        this.delivery = delivery;
    }

    /// Some functions are others now; the rest go on with their scripts.
    public void change(Json.Obj described, Collection<String> changed) {
        functions = new Functions(described, ledger);
        scripts.keySet().removeIf(function -> changed.contains(function.substring(0, function.indexOf(':'))));
    }

    /// What the functions wrote, call by call.
    public List<FunctionLog> logs() {
        return List.copyOf(logs);
    }

    /// Why the run's result means nothing: function code used up what a run may.
    public Optional<Run.Refused> refusal() {
        return refusal;
    }

    @Override
    public Actions actions() {
        return actions;
    }

    private String name(String nameOrArn) {
        return functions.find(nameOrArn, "").map(Functions.Found::name).orElse("");
    }

    /// A function called by its own ARN: the whole input is the event, what it returns the whole result.
    public Reply direct(Request request, String arn, Agenda agenda) {
        Optional<Functions.Found> function = functions.find(arn, "");
        if (function.isEmpty()) return new Reply.After(USUAL, missing(request, arn, ""), false);
        ledger.changed(request, function.get().name(), request.call().arguments());
        return visit(request, function.get(), request.call().arguments(), agenda, (outcome, _, _) -> outcome);
    }

    private Reply answer(Request request, Agenda agenda) {
        Reply reply = invoke(request, agenda);
        if (!request.waitsForToken()) return reply;
        return switch (reply) {
            case Reply.After(var latency, Outcome.Success(var answer), var automatic) -> {
                agenda.after(latency, () -> invoked(request, agenda));
                yield new Reply.Waiting(latency, answer, automatic);
            }
            case Reply.Underway(var begin, var automatic) ->
                    new Reply.Underway(caller -> begin.accept(new Heard(caller, () -> invoked(request, agenda))), automatic);
            default -> reply;
        };
    }

    private void invoked(Request request, Agenda agenda) {
        bystanders.notice(Callback.Kind.lambdaInvocation, name(request.text("FunctionName")), request.content("Payload").orElse("{}"), Optional.empty(), agenda);
    }

    /// The caller of a function, and someone else who notices that it was called.
    private record Heard(Reply.Caller caller, Runnable bystander) implements Reply.Caller {
        @Override
        public void done(Outcome outcome) {
            if (outcome instanceof Outcome.Success) bystander.run();
            caller.done(outcome);
        }

        @Override
        public void start(StartExecution child, Consumer<Trace> whenEnded) {
            caller.start(child, whenEnded);
        }
    }

    /// Action `invoke`, optimized or through the SDK.
    private Reply invoke(Request request, Agenda agenda) {
        String name = request.text("FunctionName");
        String type = request.text("InvocationType");
        Optional<Functions.Found> function = functions.find(name, request.text("Qualifier"));
        if (function.isEmpty()) return new Reply.After(USUAL, missing(request, name, request.text("Qualifier")), false);
        Optional<Json> event = event(request);
        if (event.isEmpty()) {
            return refused(request, "InvalidRequestContentException", "Could not parse request body into json: Could not parse payload into json");
        }
        if (!INVOCATION_TYPES.contains(type)) {
            return refused(request, "ValidationException", "1 validation error detected: Value '" + type + "' at 'invocationType' failed to "
                    + "satisfy constraint: Member must satisfy enum value set: [Event, RequestResponse, DryRun]");
        }
        if (type.equals("DryRun")) return new Reply.After(USUAL, answer(request, Json.Obj.EMPTY, 204), false);
        ledger.changed(request, function.get().name(), event.get());
        if (!type.equals("Event")) {
            return visit(request, function.get(), event.get(), agenda,
                    (outcome, log, took) -> answer(request, function.get(), outcome, log, took));
        }
        Reply first = new EventInvocation(request, function.get(), event.get(), ledger.uuid(),
                again -> visit(again, function.get(), event.get(), agenda, (outcome, _, _) -> outcome), delivery, agenda).begin();
        return first instanceof Reply.Refused ? first : new Reply.After(USUAL, answer(request, Json.Obj.EMPTY, 202), first.automatic());
    }

    private Reply visit(Request request, Functions.Found function, Json event, Agenda agenda, Envelope envelope) {
        Optional<Environments.Place> place = environments.take(function.name(), function.concurrency(), request.at());
        if (place.isEmpty()) return new Reply.After(USUAL, throttled(request), false);
        Duration start = place.get().isCold() ? function.coldStart() : Duration.ZERO;
        var visit = new Visit(request, function, event, place.get(), start.plus(USUAL), agenda, envelope);
        return function.described().has("code") ? compute(visit) : act(visit);
    }

    /// What a script of the world answers.
    private Reply act(Visit visit) {
        Functions.Found function = visit.function;
        Optional<Script> script = scripts.computeIfAbsent(function.name() + ":" + function.version(), _ -> Script.of(function.described()));
        if (script.isEmpty()) return new Reply.After(visit.before, visit.ends(new Outcome.Success(visit.event), List.of(), visit.before), true);
        Optional<Script.Answer> answer = script.get().answer(visit.event, visit.request.call().attempt());
        if (answer.isEmpty()) {
            return new Reply.Refused(new Outcome.Failure(ErrorName.RUNTIME,
                    "No rule of the function " + function.name() + " is for this event: " + visit.event));
        }
        Duration latency = answer.get().after().map(after -> after.plus(visit.before).minus(USUAL)).orElse(visit.before);
        Duration timeout = function.timeout().orElse(latency);
        boolean late = latency.compareTo(timeout) > 0;
        Duration took = late ? timeout : latency;
        return new Reply.After(took, visit.ends(late ? timedOut(timeout, ledger.uuid()) : outcome(answer.get()), List.of(), took), false);
    }

    /// What the function's code answers.
    private Reply compute(Visit visit) {
        Optional<String> wanting = Code.wanting(visit.function.text("runtime"));
        if (wanting.isPresent()) return new Reply.Refused(new Outcome.Failure(ErrorName.RUNTIME, "The function " + visit.function.name() + wanting.get()));
        Invocation invocation = invocation(visit);
        var call = new CodeCall(visit.request, invocation.name(), visit.before, aws -> made(invocation, aws), services, ledger, visit.agenda);
        Ending first = call.make();
        if (first instanceof Ending.Asking asking) {
            return new Reply.Underway(caller -> call.goOn(asking, caller, ending -> {
                Reply.After reply = ended(visit, invocation, ending);
                Duration left = Duration.between(visit.agenda.now(), visit.request.at().plus(reply.latency()));
                visit.agenda.after(left, () -> caller.done(reply.outcome()));
            }), false);
        }
        return ended(visit, invocation, first);
    }

    private Ending made(Invocation invocation, Aws aws) {
        Code.Run run = Code.run(invocation, aws, Math.min(Code.TICKS, ticksLeft));
        ticksLeft -= run.ticks();
        if (run.ending() instanceof Ending.Stopped) refusal = Optional.of(new Run.Refused(Run.Reason.TIME, 0));
        else if (ticksLeft == 0) refusal = Optional.of(new Run.Refused(Run.Reason.TICKS, MOST_TICKS));
        return run.ending();
    }

    private Invocation invocation(Visit visit) {
        Functions.Found function = visit.function;
        return new Invocation(function.name(), function.version(), function.arn(visit.request), function.text("runtime"), function.text("code"), visit.event,
                ledger.uuid(), function.timeout().orElse(Functions.LONGEST), memory(function), visit.request.at(), ledger.number());
    }

    private static int memory(Functions.Found function) {
        return function.described().get("memory") instanceof Json.Num(var megabytes) ? megabytes.intValue() : USUAL_MEMORY;
    }

    private Reply.After ended(Visit visit, Invocation invocation, Ending ending) {
        return switch (ending) {
            case Ending.Returned(var result, var took, var log) -> logged(visit, invocation, log, new Outcome.Success(result), visit.before.plus(took));
            case Ending.Thrown(var document, var took, var log) -> logged(visit, invocation, log,
                    new Outcome.Failure(document.get("errorType") instanceof Json.Str(var type) ? type : "Error", document.toString()),
                    visit.before.plus(took));
            case Ending.TimedOut(var log) -> logged(visit, invocation, log, timedOut(invocation.timeout(), invocation.requestId()),
                    invocation.timeout().plus(visit.before).minus(USUAL));
            case Ending.Stopped() -> logged(visit, invocation, List.of(), timedOut(invocation.timeout(), invocation.requestId()), invocation.timeout());
            case Ending.Asking _ -> throw new IllegalStateException("A call that asks has not ended");
        };
    }

    private Reply.After logged(Visit visit, Invocation invocation, List<String> lines, Outcome outcome, Duration took) {
        logs.add(new FunctionLog(visit.request.at(), visit.request.call().step(), invocation.name(), invocation.version(), invocation.requestId(),
                took, invocation.memory(), lines));
        return new Reply.After(took, visit.ends(outcome, lines, took), false);
    }

    private Outcome outcome(Script.Answer answer) {
        if (!answer.thrown()) return new Outcome.Success(answer.value());
        Json.Obj thrown = answer.value() instanceof Json.Obj obj ? obj : Json.Obj.EMPTY;
        String error = thrown.get("error") instanceof Json.Str(var text) ? text : "Error";
        String message = thrown.get("cause") instanceof Json.Str(var text) ? text : "";
        if (thrown.get("cause") instanceof Json.Obj document) return new Outcome.Failure(error, document.toString());
        return error.startsWith("Lambda.") ? refused(error, message) : error(error, message);
    }

    /// An error that the function throws: its name is the error, its document the cause.
    private static Outcome.Failure error(String type, String message) {
        Json.Obj document = Json.Obj.builder().put("errorType", type).put("errorMessage", message)
                .put("trace", Json.array(Json.of(type + ": " + message))).build();
        return new Outcome.Failure(type, document.toString());
    }

    /// An error of the service itself.
    private Outcome.Failure refused(String error, String message) {
        String code = error.substring("Lambda.".length());
        int status = code.startsWith("TooManyRequests") ? 429 : 500;
        String usual = status == 429 ? "Rate Exceeded." : "Service error.";
        return new Outcome.Failure(error, Api.LAMBDA.cause(message.isEmpty() ? usual : message, status, code, ledger));
    }

    private Outcome.Failure throttled(Request request) {
        return Api.LAMBDA.failure(request, ledger, 429, "TooManyRequestsException", "Rate Exceeded.");
    }

    private static Outcome.Failure timedOut(Duration timeout, String requestId) {
        String message = "RequestId: %s Error: Task timed out after %d.%02d seconds".formatted(requestId, timeout.toSeconds(), timeout.toMillisPart() / 10);
        return new Outcome.Failure("Sandbox.Timedout",
                Json.Obj.of("errorMessage", Json.of(message), "errorType", Json.of("Sandbox.Timedout")).toString());
    }

    private Reply refused(Request request, String code, String message) {
        return new Reply.After(USUAL, Api.LAMBDA.failure(request, ledger, 400, code, message), false);
    }

    /// AWS: a string is the payload's text, any other value the payload itself, nothing an empty object.
    private static Optional<Json> event(Request request) {
        return switch (request.body().get("Payload")) {
            case null -> Optional.of(Json.Obj.EMPTY);
            case Json.Null _ -> Optional.of(Json.Obj.EMPTY);
            case Json.Str(var text) ->
                JsonText.read(text) instanceof JsonText.Reading.Value(var json, _) ? Optional.of(json) : Optional.empty();
            case Json payload -> Optional.of(payload);
        };
    }

    private Outcome answer(Request request, Functions.Found function, Outcome outcome, List<String> log, Duration took) {
        var answer = Json.Obj.builder().put("ExecutedVersion", function.version());
        if (request.text("LogType").equals("Tail")) answer.put("LogResult", tail(function, log, took));
        return switch (outcome) {
            case Outcome.Success(var result) -> answer(request, answer.put("Payload", request.sdk() ? Json.of(result.toString()) : result).build(), 200);
            // AWS: the SDK call itself succeeds where the function fails, but not where Lambda does.
            case Outcome.Failure(var error, var cause) when request.sdk() && !error.startsWith("Lambda.") ->
                answer(request, answer.put("FunctionError", "Unhandled").put("Payload", cause).build(), 200);
            case Outcome.Failure failure -> failure;
        };
    }

    private Outcome answer(Request request, Json.Obj answer, int status) {
        Json.Obj coded = answer.with("StatusCode", Json.of(status));
        return new Outcome.Success(request.sdk() ? coded : Api.envelope(coded, status, ledger));
    }

    /// AWS: the last 4 KB of what the call wrote, and of what Lambda itself writes around it.
    private String tail(Functions.Found function, List<String> log, Duration took) {
        var lines = FunctionLog.records(ledger.uuid(), function.version(), took, memory(function), log);
        byte[] all = (String.join("\n", lines) + "\n").getBytes(UTF_8);
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(all, Math.max(0, all.length - LONGEST_TAIL), all.length));
    }

    private Outcome.Failure missing(Request request, String nameOrArn, String qualifier) {
        return Api.LAMBDA.failure(request, ledger, 404, "ResourceNotFoundException",
                "Function not found: " + Functions.arn(nameOrArn, qualifier, request));
    }
}
