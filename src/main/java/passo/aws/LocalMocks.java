package passo.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import passo.asl.catalogue.Resource;
import passo.engine.Call;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// Answers by a state's name and, out of a test case, by how often it has asked: once for each visit, iteration and retry.
final class LocalMocks {

    private final Mocks mocks;
    private final Map<String, Integer> asked = new HashMap<>();

    LocalMocks(Json.Obj described) {
        mocks = Mocks.of(described);
    }

    /// Nothing where the world mocks no such state. Beyond the last attempt that it names, the last repeats.
    Optional<Outcome> answer(Call call) {
        if (mocks.states().get(call.state()) instanceof Json.Obj mock) return Optional.of(tested(mock));
        if (!(mocks.testCase().get(call.state()) instanceof Json.Str(var name))) return Optional.empty();
        int attempt = asked.merge(call.state(), 1, Integer::sum) - 1;
        Json.Obj byAttempt = (Json.Obj) mocks.responses().get(name);
        return byAttempt.names().stream().filter(attempts -> first(attempts) <= attempt).max((a, b) -> Integer.compare(first(a), first(b)))
                .map(attempts -> outcome(call, (Json.Obj) byAttempt.get(attempts)));
    }

    private static int first(String attempts) {
        return Integer.parseInt(attempts.split("-")[0]);
    }

    private static Outcome tested(Json.Obj mock) {
        return mock.get("errorOutput") instanceof Json.Obj error ? new Outcome.Failure(text(error, "error"), text(error, "cause"))
                : new Outcome.Success(Mocks.result(mock).orElseThrow());
    }

    private static Outcome outcome(Call call, Json.Obj response) {
        if (response.get("Throw") instanceof Json.Obj thrown) return new Outcome.Failure(text(thrown, "Error"), text(thrown, "Cause"));
        Json returned = response.get("Return");
        // A function called by its ARN gives its payload alone; the mock file writes the whole answer of Invoke.
        boolean bare = call.resource() instanceof Resource.Function && returned instanceof Json.Obj answer && answer.has("Payload");
        return new Outcome.Success(bare ? ((Json.Obj) returned).get("Payload") : returned);
    }

    private static String text(Json.Obj obj, String name) {
        return switch (obj.get(name)) {
            case null -> "";
            case Json.Str(var text) -> text;
            case Json other -> other.toString();
        };
    }
}
