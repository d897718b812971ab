package passo.aws;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import passo.engine.Outcome;
import passo.engine.Reply;
import passo.json.Json;

/// The HTTP endpoints of a world, by address, for HTTP tasks and API Gateway: what a reply returns is the response's body, an
/// error that is a number its status. The rules of an endpoint are asked of the whole request (`Method`, `RequestBody`, …).
final class Http {

    private final Map<String, Script> endpoints = new HashMap<>();

    Http(World world) {
        world.part("http").forEach((address, described) ->
                Script.of((Json.Obj) described).ifPresent(script -> endpoints.put(address, script)));
    }

    /// The answer of the endpoint; empty where the world describes none at this address.
    Optional<Reply> answer(Request request) {
        String address = request.text("ApiEndpoint") + (request.text("Stage").isEmpty() ? "" : "/" + request.text("Stage")) + request.text("Path");
        return Optional.ofNullable(endpoints.get(address))
                .flatMap(script -> script.answer(request.body(), request.call().attempt()))
                .map(answer -> reply(request, answer));
    }

    private static Reply reply(Request request, Script.Answer answer) {
        Duration latency = answer.after().orElse(Api.USUAL);
        if (!answer.thrown()) {
            return new Reply.After(latency, new Outcome.Success(Json.Obj.builder()
                    .put("Headers", Json.Obj.of("Content-Type", Json.array(Json.of("application/json"))))
                    .put("ResponseBody", answer.value()).put("StatusCode", 200).put("StatusText", "OK").build()), false);
        }
        Json.Obj thrown = answer.value() instanceof Json.Obj obj ? obj : Json.Obj.EMPTY;
        String error = thrown.get("error") instanceof Json.Str(var text) ? text : "500";
        String prefix = request.resource().service().equals("http") ? "States.Http.StatusCode." : "ApiGateway.";
        String cause = switch (thrown.get("cause")) {
            case null -> "";
            case Json.Str(var text) -> text;
            case Json body -> body.toString();
        };
        return new Reply.After(latency, new Outcome.Failure(error.matches("\\d{3}") ? prefix + error : error, cause), false);
    }
}
