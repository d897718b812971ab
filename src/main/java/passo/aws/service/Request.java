package passo.aws.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passo.asl.catalogue.Resource;
import passo.engine.Call;
import passo.json.Json;

/// A call as the service's own API sees it.
///
/// @param body what was sent; empty where it is not an object
/// @param at when it arrives, in virtual time
/// @param fromCode does the code of a function ask, or another service, and not a state?
/// @param function the name of the function whose code asks; empty where none does
public record Request(Call call, Resource.Service resource, Json.Obj body, Instant at, boolean fromCode, String function) {

    public static Request of(Call call, Resource.Service resource, Instant at) {
        return new Request(call, resource, call.arguments() instanceof Json.Obj obj ? obj : Json.Obj.EMPTY, at, false, "");
    }

    /// What the code of a function asks, on behalf of the state that called the function.
    public static Request fromCode(Call call, String function, String service, String action, Json.Obj body, Instant at) {
        return unseen(new Origin(call.executionArn(), call.state(), call.step()), function, service, action, body, at);
    }

    /// What one service asks of another: no state waits for the answer.
    public static Request unseen(Origin origin, String service, String action, Json.Obj body, Instant at) {
        return unseen(origin, "", service, action, body, at);
    }

    private static Request unseen(Origin origin, String function, String service, String action, Json.Obj body, Instant at) {
        var resource = new Resource.Service("arn:aws:states:::aws-sdk:" + service + ":" + action, true, service, action,
                Resource.Pattern.REQUEST_RESPONSE);
        var asked = new Call(resource, body, origin.state(), 0, Optional.empty(), Optional.empty(), origin.executionArn(), origin.step());
        return new Request(asked, resource, body, at, true, function);
    }

    /// Where in the run it comes from.
    public Origin origin() {
        return new Origin(call.executionArn(), call.state(), call.step());
    }

    /// The same call with something else in it: one entry of a batch.
    public Request with(Json.Obj entry) {
        return new Request(call, resource, entry, at, fromCode, function);
    }

    /// The same call, made another time.
    public Request again(Instant later) {
        return new Request(call, resource, body, later, fromCode, function);
    }

    public String action() {
        return resource.action();
    }

    public boolean sdk() {
        return resource.sdk();
    }

    public boolean waitsForToken() {
        return resource.pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN;
    }

    /// A member that is a string; empty text where there is none.
    public String text(String name) {
        return body.get(name) instanceof Json.Str(var text) ? text : "";
    }

    /// A member as the text that travels: a string as it is, any other value as its JSON.
    public Optional<String> content(String name) {
        return switch (body.get(name)) {
            case null -> Optional.empty();
            case Json.Null _ -> Optional.empty();
            case Json.Str(var text) -> Optional.of(text);
            case Json other -> Optional.of(other.toString());
        };
    }

    public Json.Obj object(String name) {
        return body.get(name) instanceof Json.Obj obj ? obj : Json.Obj.EMPTY;
    }

    public List<Json> list(String name) {
        return body.get(name) instanceof Json.Arr arr ? arr.items() : List.of();
    }
}
