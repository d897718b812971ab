package passo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DraftsTest {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void theLastSavedDraftReplacesTheOneBefore(String url) {
        try (var database = Database.open(url)) {
            var drafts = new Drafts(database);
            drafts.save(draft("ana", "hello", "{}", NOON));
            drafts.save(draft("ana", "hello", "{\"é\": \"ação 🪨\"}", NOON.plusSeconds(1)));

            assertThat(drafts.find("ana", "hello")).contains(draft("ana", "hello", "{\"é\": \"ação 🪨\"}", NOON.plusSeconds(1)));
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void eachLearnerAndEachNameIsKeptApart(String url) {
        try (var database = Database.open(url)) {
            var drafts = new Drafts(database);
            drafts.save(draft("ana", "hello", "1", NOON));
            drafts.save(draft("ana", "choice", "2", NOON.minusSeconds(5)));
            drafts.save(draft("rui", "hello", "3", NOON.plusSeconds(5)));

            assertThat(drafts.find("ana", "choice")).map(Draft::definition).contains("2");
            assertThat(drafts.latest("ana")).map(Draft::definition).contains("1");
            assertThat(drafts.latest("eva")).isEmpty();
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void aDraftSavedManyTimesAtOnceIsThereOnce(String url) {
        try (var database = Database.open(url)) {
            var drafts = new Drafts(database);

            IntStream.range(0, 40).parallel().forEach(i -> drafts.save(draft("ana", "hello", "x".repeat(100_000) + i, NOON)));

            assertThat(drafts.find("ana", "hello")).isPresent();
        }
    }

    private static Draft draft(String learner, String name, String definition, Instant updatedAt) {
        return new Draft(learner, name, "STANDARD", definition, "{}", "{}", updatedAt);
    }
}
