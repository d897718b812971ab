package passo.engine.semantics;

import java.util.Optional;
import passo.asl.State;
import passo.engine.semantics.Outcome.Failure;
import passo.json.Json;

/// How large data may be, and in which words AWS refuses what is larger. AWS, "Quotas".
public final class DataLimit {

    /// The most that a state, a task or an execution may take in or give out. AWS, "Quotas": 256 KiB of UTF-8.
    public static final int MOST_BYTES = 262_144;

    /// The deepest nesting of data: more would not fit the stacks of those who print it.
    static final int DEEPEST = 1_000;

    private DataLimit() {}

    public static boolean isTooLarge(Json value) {
        return value.bytes() > MOST_BYTES || value.depth() > DEEPEST;
    }

    // AWS counts the JSON text of the values, not the names.
    static Optional<Failure> tooMuchAssigned(State state, Json.Obj assigned) {
        long all = 0;
        for (int i = 0; i < assigned.size(); i++) {
            int bytes = assigned.value(i).bytes();
            all += bytes;
            if (all <= MOST_BYTES) continue;
            String variable = "Variable '" + assigned.name(i) + "' in state '" + state.name() + "' was assigned " + bytes + " bytes";
            return Optional.of(new Failure(ErrorName.DATA_LIMIT_EXCEEDED, bytes > MOST_BYTES ? "Variable size limit exceeded. " + variable + "."
                    : "State total variable size limit exceeded. " + variable + ", which caused the size of variables assigned in the state to"
                            + " exceed its limit by " + (all - MOST_BYTES) + " bytes."));
        }
        return assigned.depth() > DEEPEST ? Optional.of(tooLarge(state.name())) : Optional.empty();
    }

    public static Failure tooManyVariables(State state, long over) {
        return new Failure(ErrorName.DATA_LIMIT_EXCEEDED, "Execution total variable size limit exceeded. State '" + state.name()
                + "' assigned variables that exceed the total execution limit by " + over + " bytes.");
    }

    public static Failure tooLarge(String who) {
        return new Failure(ErrorName.DATA_LIMIT_EXCEEDED,
                "The state/task '" + who + "' returned a result with a size exceeding the maximum number of bytes service limit.");
    }

    /// What a state was to send is too large. A Pass state sends nothing: what it gives is too large.
    public static Failure tooLargeArguments(State state) {
        if (state instanceof State.Pass) return tooLarge(state.name());
        String who = state instanceof State.Task task ? task.resource().arn() : state.name();
        return new Failure(ErrorName.DATA_LIMIT_EXCEEDED,
                "The state/task '" + who + "' provided parameters with a size exceeding the maximum number of bytes service limit.");
    }
}
