package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;

/// What must be true of every exercise.
class ExercisesTest {

    static final Path FOLDER = Path.of("exercises");
    static final Curriculum CURRICULUM = Curriculum.load(FOLDER);

    @TestFactory Stream<DynamicTest> everyExerciseIsAsItShouldBe() {
        return CURRICULUM.all().flatMap(exercise -> ExerciseCheck.of(exercise).stream().map(check ->
                DynamicTest.dynamicTest(exercise.slug() + ": " + check.says(), () -> assertThat(check.faults()).isEmpty())));
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
}
