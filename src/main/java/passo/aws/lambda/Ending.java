package passo.aws.lambda;

import java.time.Duration;
import java.util.List;
import passo.json.Json;

/// How a call of a function went.
public sealed interface Ending {

    /// @param took the virtual time that the function waited
    /// @param log the lines that it wrote
    record Returned(Json result, Duration took, List<String> log) implements Ending {}

    /// @param document the error as Lambda's runtime tells it: `errorType`, `errorMessage`, `trace` or `stackTrace`
    record Thrown(Json.Obj document, Duration took, List<String> log) implements Ending {}

    /// It waited, or computed, for longer than it may.
    record TimedOut(List<String> log) implements Ending {}

    /// It asked AWS something that nobody can know before it has waited that long.
    record Asking(Duration waited) implements Ending {}

    /// The server stopped it by the wall clock: nothing is known about its result.
    record Stopped() implements Ending {}
}
