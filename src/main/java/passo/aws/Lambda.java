package passo.aws;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import passo.engine.ErrorName;
import passo.engine.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// The functions of a world, which answer by their scripts. A function that the world names without any answer gives back
/// its event. Where the world itself leaves no answer — code, which does not run here, or rules of which none is for the
/// event — the outcome is `States.Runtime`, which no machine catches.
final class Lambda {

    /// How an invocation went.
    ///
    /// @param automatic did the world describe no answer?
    record Result(Outcome outcome, Duration latency, boolean automatic) {}

    private static final Duration USUAL = Api.LAMBDA.latency();

    private final Json.Obj functions;
    private final Map<String, Optional<Script>> scripts = new HashMap<>();
    private final Ledger ledger;

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

    /// What the function makes of an event.
    ///
    /// @param attempt of the state that calls, from 0
    private Result run(Json.Obj function, Json event, int attempt) {
        String name = function.get("name") instanceof Json.Str(var text) ? text : "";
        if (function.has("code")) {
            return failed(new Outcome.Failure(ErrorName.RUNTIME, "The function " + name
                    + " has code, and this version runs no function code: give it replies or rules instead."));
        }
        Optional<Script> script = scripts.computeIfAbsent(name, _ -> Script.of(function));
        if (script.isEmpty()) return new Result(new Outcome.Success(event), USUAL, true);
        Optional<Script.Answer> answer = script.get().answer(event, attempt);
        if (answer.isEmpty()) {
            return failed(new Outcome.Failure(ErrorName.RUNTIME, "No rule of the function " + name + " is for this event: " + event));
        }
        Duration latency = answer.get().after().orElse(USUAL);
        Duration timeout = function.get("timeout") instanceof Json.Str(var span) ? World.span(span) : latency;
        if (latency.compareTo(timeout) > 0) return new Result(timedOut(timeout), timeout, false);
        return new Result(outcome(answer.get()), latency, false);
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
        return run(function.get(), request.call().arguments(), request.call().attempt());
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
        Result result = run(function.get(), event.get(), request.call().attempt());
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
