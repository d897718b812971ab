package passo.lab.grading;

import java.util.List;
import java.util.Optional;
import passo.engine.Trace;
import passo.json.Json;
import passo.lab.exercise.TestCase;

/// How a test came out. Of the seeds the first that did not pass is told, else the first.
///
/// @param findings what is not as expected; none where the test passed
/// @param told of the run that is told; empty where nothing ran
public record TestResult(TestCase test, List<Finding> findings, Optional<Told> told) {

    /// A run of a test.
    ///
    /// @param input that it was given
    /// @param world in which it began
    /// @param after the world that it left
    public record Told(Trace trace, Json input, Json.Obj world, Json.Obj after) {}

    public boolean passed() {
        return findings.isEmpty();
    }
}
