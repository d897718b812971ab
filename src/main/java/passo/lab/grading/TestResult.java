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
/// @param told the run that is told: of several the first that was not as expected, else the last; empty where nothing ran
public record TestResult(TestCase test, List<Finding> findings, Optional<Told> told) {

    /// A run of a test.
    ///
    /// @param sample what it was given
    /// @param world in which it began
    /// @param after the world that it left
    public record Told(Trace trace, TestCase.Sample sample, Json.Obj world, Json.Obj after) {}

    public boolean passed() {
        return findings.isEmpty();
    }

    /// Where what is missing was lost: of the output the first member that is not there, else what a failed step asked for. Empty where nothing
    /// was lost.
    public Optional<Lost> lost() {
        if (told.isEmpty()) return Optional.empty();
        var ways = new Ways(told.get().trace().start().machine(), told.get().trace());
        return findings.stream().filter(finding -> finding.kind() == Finding.Kind.OUTPUT).flatMap(finding -> finding.mismatches().stream())
                .filter(mismatch -> mismatch.kind() == Mismatch.Kind.MISSING).findFirst()
                .flatMap(mismatch -> Sought.read(path(mismatch.at()))).map(sought -> Lost.of(ways, sought)).or(() -> Lost.of(ways));
    }

    /// The number of the step after which it stopped existing.
    public Optional<Integer> lostAt() {
        return lost().flatMap(Lost::loss).map(loss -> loss.step().number());
    }

    private static String path(Pointer at) {
        return "$" + at.steps().stream().map(step -> step.matches("\\d+") ? "[" + step + "]" : step.matches("[A-Za-z_]\\w*") ? "." + step : "['" + step + "']")
                .collect(Collectors.joining());
    }
}
