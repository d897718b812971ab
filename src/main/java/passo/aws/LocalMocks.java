package passo.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import passo.asl.catalogue.Resource;
import passo.engine.Call;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// Answers by a state's name and how often it has asked, in the vocabulary of Step Functions Local's mock file.
final class LocalMocks {

    private final Json.Obj testCase;
    private final Json.Obj responses;
    private final Map<String, Integer> asked = new HashMap<>();

    LocalMocks(World world) {
        testCase = member(world.part("mocks"), "testCase");
        responses = member(world.part("mocks"), "responses");
    }

    /// Nothing where the world mocks no such state. Beyond the last attempt that it names, the last repeats.
    Optional<Outcome> answer(Call call) {
        if (!(testCase.get(call.state()) instanceof Json.Str(var name))) return Optional.empty();
        int attempt = asked.merge(call.state(), 1, Integer::sum) - 1;
        Json.Obj response = Json.Obj.EMPTY;
        Json.Obj byAttempt = member(responses, name);
        for (int i = 0; i < byAttempt.size() && (response.isEmpty() || firstOf(byAttempt.name(i)) <= attempt); i++) {
            response = byAttempt.value(i) instanceof Json.Obj obj ? obj : response;
        }
        return response.isEmpty() ? Optional.empty() : Optional.of(outcome(call, response));
    }

    private static int firstOf(String attempts) {
        return attempts.matches("\\d{1,9}(-\\d+)?") ? Integer.parseInt(attempts.split("-")[0]) : Integer.MAX_VALUE;
    }

    private static Outcome outcome(Call call, Json.Obj response) {
        if (response.get("Throw") instanceof Json.Obj thrown) return new Outcome.Failure(text(thrown, "Error"), text(thrown, "Cause"));
        Json returned = response.get("Return");
        // A function called by its ARN gives its payload alone; the mock file writes the whole answer of Invoke.
        boolean bare = call.resource() instanceof Resource.Function && returned instanceof Json.Obj answer && answer.has("Payload");
        if (bare) return new Outcome.Success(((Json.Obj) returned).get("Payload"));
        return new Outcome.Success(returned == null ? Json.NULL : returned);
    }

    private static Json.Obj member(Json.Obj obj, String name) {
        return obj.get(name) instanceof Json.Obj member ? member : Json.Obj.EMPTY;
    }

    private static String text(Json.Obj obj, String name) {
        return switch (obj.get(name)) {
            case null -> "";
            case Json.Str(var text) -> text;
            case Json other -> other.toString();
        };
    }
}
