package passo.lab.grading;

import java.util.Optional;
import passo.aws.cloudwatch.Logging;
import passo.json.Json;

/// What a learner hands in.
///
/// @param definition of the machine, where one is asked for
/// @param roles by name `{trust, policy}`; they count where the exercise asks for roles
/// @param answers to questions, by their ids
/// @param tests as YAML, where they are asked for
/// @param logging of the machine
public record Submission(Optional<String> definition, Json.Obj roles, Json.Obj answers, Optional<String> tests, Logging logging) {

    /// An answer as it was handed in, as JSON: `{definition, roles, answers, tests, logging}`, each only where there is one.
    public static Submission of(Json.Obj answer) {
        Optional<Json> definition = Optional.ofNullable(answer.get("definition"));
        return new Submission(definition.map(json -> json instanceof Json.Str(var text) ? text : json.toString()), object(answer, "roles"),
                object(answer, "answers"), answer.get("tests") instanceof Json.Str(var tests) ? Optional.of(tests) : Optional.empty(),
                Optional.ofNullable(answer.get("logging")).flatMap(Logging::of).orElse(Logging.NONE));
    }

    private static Json.Obj object(Json.Obj answer, String name) {
        return answer.get(name) instanceof Json.Obj obj ? obj : Json.Obj.EMPTY;
    }

    /// A machine, and nothing else.
    public static Submission machine(String definition) {
        return new Submission(Optional.of(definition), Json.Obj.EMPTY, Json.Obj.EMPTY, Optional.empty(), Logging.NONE);
    }
}
