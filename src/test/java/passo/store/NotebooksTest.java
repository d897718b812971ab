package passo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NotebooksTest {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void theLastTextStandsForEachThingAndEachLearner(String url) {
        try (var database = Database.open(url)) {
            var notebooks = new Notebooks(database);
            notebooks.write("ana", "ola-estado", "um Pass", NOON);
            notebooks.write("ana", "ola-estado", "um `Pass`, e só", NOON.plusSeconds(1));
            notebooks.write("ana", Notebooks.GENERAL, "# Aprendi\n\n- muito", NOON);
            notebooks.write("rui", "ola-estado", "outro", NOON);

            assertThat(notebooks.of("ana")).isEqualTo(Map.of("ola-estado", "um `Pass`, e só", Notebooks.GENERAL, "# Aprendi\n\n- muito"));
            assertThat(notebooks.read("ana", Notebooks.GENERAL)).isEqualTo("# Aprendi\n\n- muito");
            assertThat(notebooks.read("rui", Notebooks.GENERAL)).isEmpty();
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void aTextThatIsTooLongChangesNothing(String url) {
        try (var database = Database.open(url)) {
            var notebooks = new Notebooks(database);
            notebooks.write("ana", "ola-estado", "é".repeat(Notebooks.LONGEST), NOON);

            assertThatIllegalArgumentException().isThrownBy(() -> notebooks.write("ana", "ola-estado", "é".repeat(Notebooks.LONGEST + 1), NOON));
            assertThat(notebooks.read("ana", "ola-estado")).isEqualTo("é".repeat(Notebooks.LONGEST));
        }
    }
}
