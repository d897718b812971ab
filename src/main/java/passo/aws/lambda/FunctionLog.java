package passo.aws.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What one call of a function's code wrote to the function's log.
///
/// @param at when it was called
/// @param step the number of the step that called
/// @param took how long the call took
/// @param memory of the function, in megabytes
public record FunctionLog(Instant at, int step, String function, String version, String requestId, Duration took, int memory, List<String> lines) {

    public FunctionLog {
        lines = List.copyOf(lines);
    }

    /// The lines as CloudWatch has them, with those that Lambda itself writes around them.
    public List<String> records() {
        return records(requestId, version, took, memory, lines);
    }

    static List<String> records(String requestId, String version, Duration took, int memory, List<String> lines) {
        var records = new ArrayList<String>(lines.size() + 3);
        records.add("START RequestId: " + requestId + " Version: " + version);
        records.addAll(lines);
        records.add("END RequestId: " + requestId);
        records.add("REPORT RequestId: %s\tDuration: %d.00 ms\tBilled Duration: %2$d ms\tMemory Size: %d MB".formatted(requestId, took.toMillis(), memory));
        return records;
    }
}
