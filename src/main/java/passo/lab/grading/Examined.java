package passo.lab.grading;

import java.util.List;
import java.util.Optional;
import passo.lab.exercise.Machines.Suspect;

/// What the tests of a learner say of a machine.
public record Examined(Suspect suspect, List<TestResult> results) {

    /// A right machine passes them all, and a wrong one does not.
    public boolean told() {
        return suspect.right() == failed().isEmpty();
    }

    /// The first test that it does not pass.
    public Optional<TestResult> failed() {
        return results.stream().filter(result -> !result.passed()).findFirst();
    }
}
