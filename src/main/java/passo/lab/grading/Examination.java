package passo.lab.grading;

import java.util.List;
import java.util.stream.Stream;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.WrittenTests;

/// The tests of a learner, put to the machines of an exercise.
///
/// @param tests as they were read
/// @param machines what they say of each, in the order of the exercise; nothing where a test cannot be read
public record Examination(WrittenTests tests, List<Examined> machines) {

    /// Where no tests are asked for.
    public static final Examination NONE = new Examination(new WrittenTests(List.of(), List.of(), List.of()), List.of());

    static Examination of(Exercise exercise, String text, Grader.Runs runs) {
        var tests = WrittenTests.read(text, exercise.world());
        if (!tests.faults().isEmpty()) return new Examination(tests, List.of());
        var grader = new Grader(exercise.testedBy(tests.tests()), runs);
        return new Examination(tests, exercise.machines().suspects().stream()
                .map(suspect -> new Examined(suspect, grader.grade(Submission.machine(suspect.definition())).tests())).toList());
    }

    /// 1 where every right machine passes and some wrong one does not, 2 where all are told apart, 3 where so many tests are enough.
    int stars(int most) {
        if (machines.isEmpty() || !right().allMatch(Examined::told) || wrong().noneMatch(Examined::told)) return 0;
        if (!wrong().allMatch(Examined::told)) return 1;
        return tests.tests().size() <= most ? 3 : 2;
    }

    private Stream<Examined> right() {
        return machines.stream().filter(machine -> machine.suspect().right());
    }

    private Stream<Examined> wrong() {
        return machines.stream().filter(machine -> !machine.suspect().right());
    }
}
