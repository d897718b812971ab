package passo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Grader;
import passo.lab.grading.Submission;

class ExpectationsTest {

    static final Curriculum CURRICULUM = Curriculum.load(Path.of("exercises"));
    static final Exercise HELLO = CURRICULUM.find("ola-estado").orElseThrow();

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void theVerdictGoesByTheRow(String url) {
        try (var database = Database.open(url)) {
            var expectations = new Expectations(database);
            expectations.load(CURRICULUM);

            boolean before = passes(expectations.of(HELLO));
            database.jdbi().useHandle(handle -> handle.createUpdate("update expectation set expected = :other where slug = 'ola-estado' and test = 'ana'")
                    .bind("other", "{\"output\": {\"saudacao\": \"Tchau, Ana\"}}").execute());

            assertThat(before).isTrue();
            assertThat(passes(expectations.of(HELLO))).isFalse();
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void whatIsThereIsNotOverwritten(String url) {
        try (var database = Database.open(url)) {
            var expectations = new Expectations(database);
            expectations.load(CURRICULUM);
            database.jdbi().useHandle(handle -> handle.createUpdate("update expectation set expected = '{}' where slug = 'ola-estado'").execute());

            expectations.load(CURRICULUM);

            assertThat(expectations.of(HELLO).tests()).allMatch(test -> test.expected().isEmpty());
        }
    }

    private static boolean passes(Exercise exercise) {
        return new Grader(exercise, (start, cloud, decisions) -> Execution.run(start, cloud, Limits.NORMAL, decisions))
                .grade(Submission.of(exercise.reference())).passed();
    }
}
