package passo.lab.grading;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.TestCase;

/// An example that was not there before, of the kind of a hidden test, on which a machine does not do what every solution does. Nothing of
/// the hidden test's inputs is in it.
///
/// @param test with its inputs, its world, and what the solutions do as its expectation
/// @param reference what the reference does in the run in which the machine does something else; empty where roles are asked and nothing runs
/// @param machine what the machine does instead
public record CounterExample(TestCase test, Optional<TestResult.Told> reference, TestResult machine) {

    /// Looks for one; there is none where every machine that is tried does the same. The same seed finds the same.
    ///
    /// @param test that the machine fails
    public static Optional<CounterExample> of(Exercise exercise, TestCase test, Submission submission, long seed, Grader.Runs runs) {
        Optional<Trial> machine = trial(exercise, submission, runs);
        List<Trial> solutions = exercise.solutions().values().stream().flatMap(solution -> trial(exercise, Submission.of(solution), runs).stream()).toList();
        if (machine.isEmpty()) return Optional.empty();
        return Variants.of(exercise, test, new SplittableRandom(seed)).flatMap(variant -> Stream.of(variant, expected(variant, solutions.getFirst())))
                .flatMap(example -> {
                    TestResult told = machine.get().judge(example).result();
                    if (told.passed() || !solutions.stream().allMatch(solution -> solution.judge(example).result().passed())) return Stream.empty();
                    return Stream.of(new CounterExample(example, same(solutions.getFirst().judge(example), told), told));
                }).findFirst();
    }

    private static Optional<TestResult.Told> same(Trial.Judged reference, TestResult machine) {
        return machine.told().flatMap(told -> reference.runs().stream().filter(run -> run.sample().equals(told.sample())).findFirst());
    }

    private static TestCase expected(TestCase variant, Trial reference) {
        return Expected.of(variant, reference.judge(variant), question -> reference.allows(question, variant));
    }

    private static Optional<Trial> trial(Exercise exercise, Submission submission, Grader.Runs runs) {
        return submission.definition().flatMap(text -> Definition.parse(text, exercise.type()).machine()).map(states -> new Trial(exercise, submission, states, runs));
    }
}
