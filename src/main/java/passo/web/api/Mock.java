package passo.web.api;

import io.javalin.http.BadRequestResponse;
import java.util.List;
import java.util.Optional;
import passo.asl.State;
import passo.asl.catalogue.Resource;
import passo.asl.model.ServiceModels;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// The `mock` of a request: what the tested state's work is to give. AWS, "MockInput".
record Mock(Body body) {

    private enum FieldValidationMode { STRICT, PRESENT, NONE }

    static Optional<Mock> of(Body request) {
        return request.inner("mock", List.of("result", "errorOutput", "fieldValidationMode")).map(Mock::new);
    }

    /// Why AWS refuses it, in its words; of the fields, only as far as the service's model is known.
    Optional<String> problem(State state, boolean revealSecrets) {
        if (revealSecrets) return Optional.of("TestState does not support RevealSecrets when a mock is specified.");
        if (body.has("result") && body.has("errorOutput")) {
            return Optional.of("A test mock should have only one of the following fields: [result, errorOutput].");
        }
        if (result().isEmpty()) return Optional.of("Mocked result must be valid JSON");
        var mode = mode();
        if (mode == FieldValidationMode.NONE || !body.has("result") || !(state instanceof State.Task task)
                || !(task.resource() instanceof Resource.Service service)) return Optional.empty();
        return ServiceModels.violation(service, result().get(), mode == FieldValidationMode.STRICT)
                .map(violation -> "Mock result schema validation error: " + violation);
    }

    /// How the work goes; only of a mock without a problem.
    Outcome outcome() {
        return body.inner("errorOutput", List.of("error", "cause"))
                .<Outcome>map(error -> new Outcome.Failure(error.text("error", ""), error.text("cause", "")))
                .orElseGet(() -> new Outcome.Success(result().orElseThrow()));
    }

    private Optional<Json> result() {
        return JsonText.read(body.text("result", "{}")) instanceof JsonText.Reading.Value(var json, _) ? Optional.of(json) : Optional.empty();
    }

    private FieldValidationMode mode() {
        return switch (body.text("fieldValidationMode", "STRICT")) {
            case "STRICT" -> FieldValidationMode.STRICT;
            case "PRESENT" -> FieldValidationMode.PRESENT;
            case "NONE" -> FieldValidationMode.NONE;
            case String other -> throw new BadRequestResponse("\"fieldValidationMode\" must be STRICT, PRESENT or NONE, not " + other);
        };
    }
}
