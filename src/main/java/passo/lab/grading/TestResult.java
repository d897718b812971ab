package passo.lab.grading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import passo.engine.Trace;
import passo.engine.way.Lost;
import passo.engine.way.Sought;
import passo.engine.way.Ways;
import passo.json.Json;
import passo.json.Pointer;
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

    /// The number of the step after which what is missing stopped existing: of the output the first member that is not there, else of
    /// what a failed step asked for. Empty where nothing was lost.
    public Optional<Integer> lostAt() {
        if (told.isEmpty()) return Optional.empty();
        var ways = new Ways(told.get().trace().start().machine(), told.get().trace());
        Optional<Lost> lost = findings.stream().filter(finding -> finding.kind() == Finding.Kind.OUTPUT).flatMap(finding -> finding.mismatches().stream())
                .filter(mismatch -> mismatch.kind() == Mismatch.Kind.MISSING).findFirst()
                .flatMap(mismatch -> Sought.read(path(mismatch.at()))).map(sought -> Lost.of(ways, sought)).or(() -> Lost.of(ways));
        return lost.flatMap(Lost::loss).map(loss -> loss.step().number());
    }

    private static String path(Pointer at) {
        return "$" + at.steps().stream().map(step -> step.matches("\\d+") ? "[" + step + "]" : "['" + step + "']").collect(Collectors.joining());
    }
}
