package passo.aws.http;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.aws.service.Script;
import passo.aws.service.Service;
import passo.engine.Reply;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// The HTTP endpoints of a world, by address, for HTTP Tasks and API Gateway: what a reply returns is the response's body, an
/// error that is a number its status. The rules of an endpoint are asked of the whole request (`Method`, `RequestBody`, …).
public final class Http implements Service {

    /// How long a request may take. AWS: after that an HTTP Task gives up, and API Gateway answers by itself.
    private static final Duration LONGEST_TASK = Duration.ofSeconds(60);
    private static final Duration LONGEST_INTEGRATION = Duration.ofSeconds(29);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Map<Integer, String> TEXTS = Map.ofEntries(entry(200, "OK"), entry(201, "Created"), entry(202, "Accepted"),
            entry(204, "No Content"), entry(206, "Partial Content"), entry(301, "Moved Permanently"), entry(302, "Found"), entry(304, "Not Modified"),
            entry(400, "Bad Request"), entry(401, "Unauthorized"), entry(403, "Forbidden"), entry(404, "Not Found"), entry(405, "Method Not Allowed"),
            entry(409, "Conflict"), entry(410, "Gone"), entry(422, "Unprocessable Entity"), entry(429, "Too Many Requests"),
            entry(500, "Internal Server Error"), entry(502, "Bad Gateway"), entry(503, "Service Unavailable"), entry(504, "Gateway Timeout"));

    private final Map<String, Script> endpoints = new HashMap<>();
    private final Json.Obj connections;
    private final Ledger ledger;
    private final Actions actions;

    /// @param described the endpoints, as a world describes them
    /// @param connections of EventBridge by name; where it names none, every connection is there
    public Http(Json.Obj described, Json.Obj connections, Ledger ledger) {
        this.connections = connections;
        this.ledger = ledger;
        actions = new Actions(Api.HTTP, ledger).with("invoke", Actions.Effect.SENDS, (request, _) -> answer(new HttpRequest(request)),
                "States.Http.StatusCode.…", "States.Http.Socket", "ApiGateway.…", "Events.ConnectionResource.ResourceNotFound");
        described.forEach((address, endpoint) ->
                Script.of((Json.Obj) endpoint).ifPresent(script -> endpoints.put(address, script)));
    }

    @Override
    public Actions actions() {
        return actions;
    }

    /// The answer of the endpoint; empty where the world describes none at this address.
    private Optional<Reply> answer(HttpRequest http) {
        Request request = http.request();
        List<String> flaws = http.flaws();
        if (!flaws.isEmpty()) {
            return Optional.of(new Reply.Refused(new Outcome.Failure(ErrorName.RUNTIME,
                    "The Parameters '" + request.body() + "' could not be used to start the Task: " + flaws)));
        }
        Optional<String> missing = http.isTask() && !connections.isEmpty() ? http.connection().filter(name -> !connections.has(name)) : Optional.empty();
        if (missing.isPresent()) {
            return Optional.of(new Reply.After(Api.USUAL, new Outcome.Failure("Events.ConnectionResource.ResourceNotFound",
                    "Connection '" + missing.get() + "' does not exist."), false));
        }
        return Optional.ofNullable(endpoints.get(http.address()))
                .flatMap(script -> script.answer(http.arriving(), request.call().attempt()))
                .map(answer -> sent(http, answer));
    }

    private Reply sent(HttpRequest http, Script.Answer answer) {
        Request request = http.request();
        if (!READING.contains(request.text("Method"))) {
            Json body = Optional.ofNullable(http.arriving().get("RequestBody")).orElse(Json.NULL);
            ledger.changed(request, http.address(), Json.Obj.of("Method", Json.of(request.text("Method")), "RequestBody", body));
        }
        Duration latency = answer.after().orElse(Api.HTTP.latency());
        Duration longest = http.isTask() ? LONGEST_TASK : LONGEST_INTEGRATION;
        boolean late = latency.compareTo(longest) > 0;
        Outcome outcome = late ? late(http) : outcome(http, answer);
        boolean waits = request.waitsForToken() && outcome instanceof Outcome.Success;
        return waits ? new Reply.Waiting(latency, ((Outcome.Success) outcome).result(), false) : new Reply.After(late ? longest : latency, outcome, false);
    }

    private static Outcome late(HttpRequest http) {
        return http.isTask() ? new Outcome.Failure("States.Http.Socket", "The HTTP request did not complete within 60 seconds.")
                : new Outcome.Failure("ApiGateway.504", "{\"message\":\"Endpoint request timed out\"}");
    }

    private static Outcome outcome(HttpRequest http, Script.Answer answer) {
        if (!answer.thrown()) return response(http, answer.reply(), answer.value());
        Json.Obj thrown = answer.value() instanceof Json.Obj obj ? obj : Json.Obj.EMPTY;
        String error = thrown.get("error") instanceof Json.Str(var text) ? text : "500";
        String cause = text(Optional.ofNullable(thrown.get("cause")).orElse(Json.of("")));
        return new Outcome.Failure(error.matches("\\d{3}") ? prefix(http) + error : error, cause);
    }

    /// AWS: what is not a success is an error, and its cause the response's body.
    private static Outcome response(HttpRequest http, Json.Obj reply, Json body) {
        int status = reply.get("status") instanceof Json.Num(var number) ? number.intValue() : 200;
        if (status / 100 != 2) return new Outcome.Failure(prefix(http) + status, text(body));
        var headers = Json.Obj.builder().put("Content-Type", Json.array(Json.of("application/json")));
        if (reply.get("headers") instanceof Json.Obj own) own.forEach((name, value) -> headers.put(name, value instanceof Json.Arr ? value : Json.array(value)));
        return new Outcome.Success(Json.Obj.builder().put("Headers", headers.build()).put("ResponseBody", body).put("StatusCode", status)
                .put("StatusText", TEXTS.getOrDefault(status, "")).build());
    }

    private static String prefix(HttpRequest http) {
        return http.isTask() ? "States.Http.StatusCode." : "ApiGateway.";
    }

    private static String text(Json body) {
        return body instanceof Json.Str(var text) ? text : body.toString();
    }
}
