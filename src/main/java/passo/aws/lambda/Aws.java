package passo.aws.lambda;

import java.time.Duration;
import java.util.Optional;
import passo.json.Json;

/// What a function reaches beside itself: AWS, through its SDK.
@FunctionalInterface
public interface Aws {

    /// Nothing is there.
    Aws NONE = (_, _) -> Optional.of(Json.Obj.of("error",
            Json.Obj.builder().put("name", "UnknownEndpoint").put("message", "Inaccessible host").put("status", 500).build()));

    /// What AWS says to a request: `{service, action, input}` in, `{output}` or `{error: {name, message, status}}` out, and a `requestId`.
    ///
    /// @param waited how long the function has waited before it asks
    /// @return empty where nobody can know it yet; the call then ends, to be made again from its beginning at that time
    Optional<Json.Obj> answer(Json.Obj request, Duration waited);
}
