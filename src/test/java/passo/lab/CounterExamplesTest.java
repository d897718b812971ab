package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.json.Json;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.TestCase;
import passo.lab.grading.CounterExample;
import passo.lab.grading.Grader;
import passo.lab.grading.Submission;
import passo.lab.grading.TestResult;

/// For the wrong answers that only a hidden test catches there is an example to show in its place.
class CounterExamplesTest {

    static final Grader.Runs RUNS = (start, cloud, decisions) -> Execution.run(start, cloud, Limits.NORMAL, decisions);

    /// A wrong answer and a hidden test that it fails.
    record Case(Exercise exercise, String wrong, Submission submission, TestCase test) {}

    static final List<Case> CASES = ExercisesTest.CURRICULUM.all().filter(exercise -> exercise.kind().isMachine()).flatMap(exercise ->
            exercise.wrong().entrySet().stream().flatMap(wrong -> {
                var submission = Submission.of(wrong.getValue().answer());
                List<TestResult> results = new Grader(exercise, RUNS).grade(submission).tests();
                if (results.stream().anyMatch(result -> !result.test().hidden() && !result.passed())) return Stream.<Case>empty();
                return results.stream().filter(result -> !result.passed()).map(result -> new Case(exercise, wrong.getKey(), submission, result.test()));
            })).toList();

    @Test void nineInTenHaveOneAndNoneShowsWhatIsHidden() {
        var without = new ArrayList<String>();
        for (Case one : CASES) {
            Optional<CounterExample> example = CounterExample.of(one.exercise(), one.test(), one.submission(), 7, RUNS);
            if (example.isEmpty()) without.add(one.exercise().slug() + ": " + one.wrong() + " at " + one.test().id());
            assertThat(example.stream().flatMap(found -> found.test().runs().stream()).map(TestCase.Sample::input)).doesNotContainAnyElementsOf(hidden(one.exercise()));
        }

        assertThat(without).as("of " + CASES.size()).hasSizeLessThanOrEqualTo(CASES.size() / 10);
    }

    @Test void theSameSeedFindsTheSame() {
        Case one = CASES.getFirst();

        assertThat(CounterExample.of(one.exercise(), one.test(), one.submission(), 7, RUNS).map(CounterExample::test))
                .isEqualTo(CounterExample.of(one.exercise(), one.test(), one.submission(), 7, RUNS).map(CounterExample::test));
    }

    private static List<Json> hidden(Exercise exercise) {
        return exercise.tests().stream().filter(TestCase::hidden).flatMap(test -> test.runs().stream()).map(TestCase.Sample::input).toList();
    }
}
