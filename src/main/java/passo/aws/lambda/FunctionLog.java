package passo.aws.lambda;

import java.time.Instant;
import java.util.List;

/// What the code of a function wrote to its log in one call.
///
/// @param at when it was called
/// @param step the number of the step that called
public record FunctionLog(Instant at, int step, String function, List<String> lines) {

    public FunctionLog {
        lines = List.copyOf(lines);
    }
}
