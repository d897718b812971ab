package passo.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.aws.lambda.Aws;
import passo.aws.lambda.Code;
import passo.aws.lambda.Ending;
import passo.aws.lambda.Invocation;
import passo.engine.ErrorName;
import passo.engine.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// The functions of a world, which answer by their code or their scripts. A function that the world names without any answer
/// gives back its event. Where the world itself leaves no answer — code of another language, or rules of which none is for the
/// event — the outcome is `States.Runtime`, which no machine catches.
final class Lambda {

    /// How an invocation went.
    ///
    /// @param automatic did the world describe no answer?
    record Result(Outcome outcome, Duration latency, boolean automatic) {}

    private static final Duration USUAL = Api.LAMBDA.latency();
    /// The longest that AWS allows; where the world names no timeout, it is never in the way.
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int USUAL_MEMORY = 128;
    /// What all functions of a run may compute together.
    private static final long MOST_TICKS = 3 * Code.TICKS;

    private final Json.Obj functions;
    private final Map<String, Optional<Script>> scripts = new HashMap<>();
    private final Ledger ledger;
    private final List<FunctionLog> logs = new ArrayList<>();
    private long ticksLeft = MOST_TICKS;
    private boolean overdue;

    Lambda(World world, Ledger ledger) {
        functions = world.part("lambda");
        this.ledger = ledger;
    }

    /// A function by its name or its ARN; empty where there is none, or none in the account that the ARN names.
    Optional<Json.Obj> find(String nameOrArn) {
        String[] arn = nameOrArn.split(":");
        String name = arn.length > 6 && arn[0].equals("arn") ? arn[6] : arn[0];
        if (!(functions.get(name) instanceof Json.Obj function)) return Optional.empty();
        boolean elsewhere = arn.length > 6 && function.get("account") instanceof Json.Str(var account) && !account.equals(arn[4]);
        return elsewhere ? Optional.empty() : Optional.of(function.with("name", Json.of(name)));
    }

    /// What the functions wrote, call by call.
    List<FunctionLog> logs() {
        return List.copyOf(logs);
    }

    /// Did function code use up what a run may? Then the run's result means nothing.
    boolean isOverdue() {
        return overdue;
    }

    /// What the function makes of an event.
    private Result run(Request request, Json.Obj function, Json event) {
        if (function.has("code")) return compute(request, function, event);
        String name = text(function, "name");
        Optional<Script> script = scripts.computeIfAbsent(name, _ -> Script.of(function));
        if (script.isEmpty()) return new Result(new Outcome.Success(event), USUAL, true);
        Optional<Script.Answer> answer = script.get().answer(event, request.call().attempt());
        if (answer.isEmpty()) {
            return failed(new Outcome.Failure(ErrorName.RUNTIME, "No rule of the function " + name + " is for this event: " + event));
        }
        Duration latency = answer.get().after().orElse(USUAL);
        Duration timeout = timeout(function).orElse(latency);
        if (latency.compareTo(timeout) > 0) return new Result(timedOut(timeout), timeout, false);
        return new Result(outcome(answer.get()), latency, false);
    }

    private static Optional<Duration> timeout(Json.Obj function) {
        return function.get("timeout") instanceof Json.Str(var span) ? Optional.of(World.span(span)) : Optional.empty();
    }

    private Result compute(Request request, Json.Obj function, Json event) {
        if (!text(function, "runtime").matches("nodejs.*|")) {
            return failed(new Outcome.Failure(ErrorName.RUNTIME, "The function " + text(function, "name") + " wants the runtime "
                    + text(function, "runtime") + ", and only Node.js code runs here: give it replies or rules instead."));
        }
        Invocation invocation = invocation(request, function, event);
        Code.Run run = Code.run(invocation, Aws.NONE, Math.min(Code.TICKS, ticksLeft));
        ticksLeft -= run.ticks();
        overdue |= ticksLeft == 0 || run.ending() instanceof Ending.Stopped;
        return switch (run.ending()) {
            case Ending.Returned(var result, var took, var log) -> logged(request, invocation, log, new Outcome.Success(result), took);
            case Ending.Thrown(var document, var took, var log) ->
                logged(request, invocation, log, new Outcome.Failure(text(document, "errorType"), document.toString()), took);
            case Ending.TimedOut(var log) -> logged(request, invocation, log, timedOut(invocation.timeout()), invocation.timeout().minus(USUAL));
            case Ending.Asking _, Ending.Stopped() -> new Result(timedOut(invocation.timeout()), invocation.timeout(), false);
        };
    }

    private Invocation invocation(Request request, Json.Obj function, Json event) {
        String name = text(function, "name");
        String account = function.get("account") instanceof Json.Str(var text) ? text : account(request.call().executionArn());
        return new Invocation(name, "arn:aws:lambda:us-east-1:" + account + ":function:" + name, text(function, "code"), event, ledger.uuid(),
                timeout(function).orElse(LONGEST), function.get("memory") instanceof Json.Num(var megabytes) ? megabytes.intValue() : USUAL_MEMORY,
                request.at(), ledger.number());
    }

    private Result logged(Request request, Invocation invocation, List<String> lines, Outcome outcome, Duration took) {
        if (!lines.isEmpty()) logs.add(new FunctionLog(request.at(), request.call().step(), invocation.name(), lines));
        return new Result(outcome, took.plus(USUAL), false);
    }

    private static Result failed(Outcome.Failure failure) {
        return new Result(failure, USUAL, false);
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

    private Outcome.Failure timedOut(Duration timeout) {
        String message = "RequestId: %s Error: Task timed out after %d.%02d seconds"
                .formatted(ledger.uuid(), timeout.toSeconds(), timeout.toMillisPart() / 10);
        return new Outcome.Failure("Sandbox.Timedout",
                Json.Obj.of("errorMessage", Json.of(message), "errorType", Json.of("Sandbox.Timedout")).toString());
    }

    /// A function called by its own ARN: the whole input is the event, what it returns the whole result.
    Result direct(Request request, String arn) {
        Optional<Json.Obj> function = find(arn);
        if (function.isEmpty()) return failed(missing(request, arn));
        ledger.changed(request, text(function.get(), "name"), request.call().arguments());
        return run(request, function.get(), request.call().arguments());
    }

    /// Action `invoke`, optimized or through the SDK.
    Result invoke(Request request) {
        String name = request.text("FunctionName");
        Optional<Json.Obj> function = find(name);
        if (function.isEmpty()) return failed(missing(request, name));
        Optional<Json> event = event(request);
        if (event.isEmpty()) {
            return failed(Api.LAMBDA.failure(request, ledger, 400, "InvalidRequestContentException",
                    "Could not parse request body into json: Could not parse payload into json"));
        }
        ledger.changed(request, text(function.get(), "name"), event.get());
        Result result = run(request, function.get(), event.get());
        return new Result(answer(request, result.outcome), result.latency, result.automatic);
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

    private Outcome answer(Request request, Outcome outcome) {
        if (request.text("InvocationType").equals("Event")) return new Outcome.Success(envelope(request, Json.Obj.EMPTY, 202));
        return switch (outcome) {
            case Outcome.Success(var result) -> {
                Json payload = request.sdk() ? Json.of(result.toString()) : result;
                yield new Outcome.Success(envelope(request, Json.Obj.of("ExecutedVersion", Json.of("$LATEST"), "Payload", payload), 200));
            }
            // AWS: the SDK call itself succeeds where the function fails.
            case Outcome.Failure(_, var cause) when request.sdk() -> new Outcome.Success(Json.Obj.builder()
                    .put("ExecutedVersion", "$LATEST").put("FunctionError", "Unhandled").put("Payload", cause)
                    .put("StatusCode", 200).build());
            case Outcome.Failure failure -> failure;
        };
    }

    private Json.Obj envelope(Request request, Json.Obj answer, int status) {
        Json.Obj logged = request.text("LogType").equals("Tail") ? answer.with("LogResult", Json.of("RU5EIFJlcXVlc3QK")) : answer;
        Json.Obj coded = logged.with("StatusCode", Json.of(status));
        return request.sdk() ? coded : Api.envelope(coded, status, ledger);
    }

    private Outcome.Failure missing(Request request, String name) {
        String arn = name.startsWith("arn:") ? name
                : "arn:aws:lambda:us-east-1:" + account(request.call().executionArn()) + ":function:" + name;
        boolean qualified = arn.split(":").length > 7;
        return Api.LAMBDA.failure(request, ledger, 404, "ResourceNotFoundException",
                "Function not found: " + arn + (qualified ? "" : ":$LATEST"));
    }

    private static String account(String arn) {
        return arn.split(":")[4];
    }

    private static String text(Json.Obj obj, String name) {
        return obj.get(name) instanceof Json.Str(var text) ? text : "";
    }
}
