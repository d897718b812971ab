package passo.lab.exercise;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import passo.aws.cloudwatch.Alarm;
import passo.json.Json;

/// What a test expects of an execution. What is not said is not asked.
///
/// @param statuses in which of these it ends, in AWS's words
/// @param errors with which of these it fails
/// @param cause with which words, or a matcher
/// @param failedAt the state that fails
/// @param output the whole of it, or a matcher; see [Likeness]
/// @param subset what must be in the output beside whatever else is
/// @param effects what it leaves behind, in this order, and nothing else
/// @param effectsAnyOrder the same, in any order
/// @param world what must then be in the world
/// @param calls how often a function or a service's action was called, and with what, by its name
/// @param visited the states that it must come through
/// @param visitedInOrder those that it must come through one after the other, whatever is between them
/// @param never the states that it must not come to
/// @param transitions how many of them at most
/// @param duration between these two, in virtual time
/// @param logs texts that a line of the log must hold
/// @param notInLogs texts that none may hold
/// @param alarms in which state each is at the end of its period in which the last run ended, by its name
public record Expectation(List<String> statuses, List<String> errors, Optional<String> cause, Optional<String> failedAt, Optional<Json> output,
        Optional<Json> subset, Optional<List<Effect>> effects, Optional<List<Effect>> effectsAnyOrder, Json.Obj world, Map<String, Calls> calls,
        List<String> visited, List<String> visitedInOrder, List<String> never, OptionalInt transitions, Optional<Between> duration, List<String> logs, List<String> notInLogs,
        Map<String, Alarm.State> alarms) {

    /// What a call leaves behind.
    ///
    /// @param kind service and action, such as `dynamodb:putItem`
    /// @param resource the name of the table, queue, topic, bucket
    /// @param detail what must be in it: the item, the message, the key
    public record Effect(String kind, String resource, Json detail) {}

    /// @param count how often
    /// @param with what must be in the requests, one after the other; empty where that is not asked
    public record Calls(int count, List<Json> with) {}

    public record Between(Duration least, Duration most) {}

    /// Reads an expectation.
    ///
    /// @throws IllegalArgumentException if it cannot be read; the message says why
    public static Expectation of(Json.Obj written) {
        return new ExpectationReader(written).expectation();
    }
}
