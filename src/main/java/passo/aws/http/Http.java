package passo.aws.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.aws.service.Script;
import passo.aws.service.Service;
import passo.engine.Reply;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// The HTTP endpoints of a world, by address, for HTTP tasks and API Gateway: what a reply returns is the response's body, an
/// error that is a number its status. The rules of an endpoint are asked of the whole request (`Method`, `RequestBody`, …).
public final class Http implements Service {

    private final Map<String, Script> endpoints = new HashMap<>();
    private final Actions actions;

    /// @param described the endpoints, as a world describes them
    public Http(Json.Obj described, Ledger ledger) {
        actions = new Actions(Api.HTTP, ledger).with("invoke", Actions.Effect.SENDS, (request, _) -> answer(request), "500");
        described.forEach((address, endpoint) ->
                Script.of((Json.Obj) endpoint).ifPresent(script -> endpoints.put(address, script)));
    }

    @Override
    public Actions actions() {
        return actions;
    }

    /// The answer of the endpoint; empty where the world describes none at this address.
    private Optional<Reply> answer(Request request) {
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
