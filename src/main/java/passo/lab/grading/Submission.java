package passo.lab.grading;

import java.util.Optional;
import passo.json.Json;
import passo.lab.exercise.Exercise;

/// What a learner hands in.
///
/// @param definition of the machine, where one is asked for
/// @param world what of it stands beside the machine, `{roles, alarms, logging}`; that counts for which the exercise asks
/// @param answers to questions, by their ids
/// @param tests as YAML, where they are asked for
public record Submission(Optional<String> definition, Json.Obj world, Json.Obj answers, Optional<String> tests) {

    /// An answer as it was handed in, as JSON: `{definition, roles, alarms, logging, answers, tests}`, each only where there is one.
    public static Submission of(Json.Obj answer) {
        Optional<Json> definition = Optional.ofNullable(answer.get("definition"));
        return new Submission(definition.map(json -> json instanceof Json.Str(var text) ? text : json.toString()), world(answer),
                answer.get("answers") instanceof Json.Obj answers ? answers : Json.Obj.EMPTY,
                answer.get("tests") instanceof Json.Str(var tests) ? Optional.of(tests) : Optional.empty());
    }

    private static Json.Obj world(Json.Obj answer) {
        var world = Json.Obj.builder();
        Exercise.PARTS.stream().filter(part -> answer.get(part) instanceof Json.Obj).forEach(part -> world.put(part, answer.get(part)));
        return world.build();
    }

    /// A machine, and nothing else.
    public static Submission machine(String definition) {
        return new Submission(Optional.of(definition), Json.Obj.EMPTY, Json.Obj.EMPTY, Optional.empty());
    }
}
