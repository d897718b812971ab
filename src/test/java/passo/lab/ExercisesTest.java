package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.json.Json;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Submission;
import passo.lab.grading.Grader;
import passo.lab.grading.TestResult;
import passo.lab.grading.Verdict;

/// What must be true of every exercise.
class ExercisesTest {

    static final Path FOLDER = Path.of("exercises");
    static final Curriculum CURRICULUM = Curriculum.load(FOLDER);

    @TestFactory Stream<DynamicTest> everySolutionPasses() {
        return each(exercise -> exercise.solutions().keySet().stream().map(name -> DynamicTest.dynamicTest(exercise.slug() + ": " + name, () ->
                assertThat(told(exercise, grade(exercise, exercise.solutions().get(name)))).isEqualTo(List.of()))));
    }

    @TestFactory Stream<DynamicTest> theReferenceMeetsTheGolfTarget() {
        return each(exercise -> Stream.of(DynamicTest.dynamicTest(exercise.slug(), () ->
                assertThat(grade(exercise, exercise.reference()).stars()).isEqualTo(3))));
    }

    @TestFactory Stream<DynamicTest> everyWrongAnswerFailsForItsReason() {
        return each(exercise -> exercise.wrong().keySet().stream().map(name -> DynamicTest.dynamicTest(exercise.slug() + ": " + name, () -> {
            Exercise.Wrong wrong = exercise.wrong().get(name);
            Verdict verdict = grade(exercise, wrong.answer());

            assertThat(verdict.passed()).isFalse();
            assertThat(told(exercise, verdict)).contains(wrong.caughtBy());
            if (wrong.mistake() > 0) assertThat(verdict.mistakes()).first().isEqualTo(exercise.mistakes().get(wrong.mistake() - 1));
        })));
    }

    @TestFactory Stream<DynamicTest> aStarterDoesNotPass() {
        return each(exercise -> Stream.of(DynamicTest.dynamicTest(exercise.slug(), () ->
                assertThat(grade(exercise, exercise.untouched()).passed()).isFalse())));
    }

    @TestFactory Stream<DynamicTest> everyExerciseHasWhatAnExerciseNeeds() {
        return each(exercise -> Stream.of(DynamicTest.dynamicTest(exercise.slug(), () -> {
            assertThat(exercise.wrong()).hasSizeGreaterThanOrEqualTo(3);
            if (!exercise.kind().isMachine()) return;
            assertThat(exercise.tests()).anyMatch(test -> test.hidden()).anyMatch(test -> !test.hidden());
            assertThat(exercise.solutions()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(exercise.teaches()).allMatch(exercise.reference().toString()::contains);
        })));
    }

    @Test void whatAnExerciseNeedsComesBeforeIt() {
        Set<String> before = new HashSet<>();
        CURRICULUM.all().forEach(exercise -> {
            assertThat(before).as(exercise.slug()).containsAll(exercise.needs());
            before.add(exercise.slug());
        });
    }

    @Test void everyFolderIsInTheCurriculum() throws IOException {
        try (var folders = Files.list(FOLDER)) {
            assertThat(folders.filter(folder -> Files.exists(folder.resolve("exercise.yaml"))).map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(CURRICULUM.all().map(Exercise::slug).toList());
        }
    }

    private static Stream<DynamicTest> each(Function<Exercise, Stream<DynamicTest>> tests) {
        return CURRICULUM.all().flatMap(tests);
    }

    private static Verdict grade(Exercise exercise, Json.Obj answer) {
        return new Grader(exercise, (start, cloud, decisions) -> Execution.run(start, cloud, Limits.NORMAL, decisions)).grade(Submission.of(answer));
    }

    /// All that does not pass, by the names that exercises give it.
    private static List<String> told(Exercise exercise, Verdict verdict) {
        var told = new ArrayList<String>();
        verdict.diagnostics().forEach(diagnostic -> told.add("diagnostic " + diagnostic.code()));
        verdict.tests().stream().filter(result -> !result.passed()).map(TestResult::test).forEach(test -> told.add(test.id()));
        for (int rule = 1; rule <= exercise.structure().size(); rule++) {
            if (verdict.broken().contains(exercise.structure().get(rule - 1))) told.add("structure " + rule);
        }
        verdict.answers().stream().filter(answered -> !answered.right()).forEach(answered -> told.add("question " + answered.question().id()));
        verdict.examination().tests().faults().forEach(fault -> told.add("line " + fault.line()));
        verdict.examination().machines().stream().filter(machine -> !machine.told()).forEach(machine -> told.add("machine " + machine.suspect().name()));
        return told;
    }
}
