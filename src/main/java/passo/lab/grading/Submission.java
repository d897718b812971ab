package passo.lab.grading;

import java.util.Optional;
import passo.aws.cloudwatch.Logging;
import passo.json.Json;

/// What a learner hands in.
///
/// @param definition of the machine, where one is asked for
/// @param roles by name `{trust, policy}`; empty for those of the exercise
/// @param answers to questions, by their ids
/// @param logging of the machine
public record Submission(Optional<String> definition, Json.Obj roles, Json.Obj answers, Logging logging) {

    /// A machine, and nothing else.
    public static Submission machine(String definition) {
        return new Submission(Optional.of(definition), Json.Obj.EMPTY, Json.Obj.EMPTY, Logging.NONE);
    }
}
