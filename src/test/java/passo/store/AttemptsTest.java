package passo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passo.lab.progress.Tried;

class AttemptsTest {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void everyAttemptIsKeptTheNewestFirst(String url) {
        try (var database = Database.open(url)) {
            var attempts = new Attempts(database);
            attempts.save(attempt("1", "ana", "ola-estado", 0, NOON));
            attempts.save(attempt("2", "ana", "ola-estado", 2, NOON.plusSeconds(60)));
            attempts.save(attempt("3", "rui", "ola-estado", 3, NOON));

            assertThat(attempts.of("ana", "ola-estado")).containsExactly(attempt("2", "ana", "ola-estado", 2, NOON.plusSeconds(60)),
                    attempt("1", "ana", "ola-estado", 0, NOON));
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void theBestOfEachExerciseCounts(String url) {
        try (var database = Database.open(url)) {
            var attempts = new Attempts(database);
            attempts.save(attempt("1", "ana", "ola-estado", 3, NOON));
            attempts.save(attempt("2", "ana", "ola-estado", 1, NOON.plusSeconds(60)));
            attempts.save(attempt("3", "ana", "pedido-sumiu", 0, NOON));

            assertThat(attempts.stars("ana")).isEqualTo(Map.of("ola-estado", 3, "pedido-sumiu", 0));
            assertThat(attempts.stars("eva")).isEmpty();
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void whatCameOfEachExerciseIsKnown(String url) {
        try (var database = Database.open(url)) {
            var attempts = new Attempts(database);
            attempts.save(attempt("1", "ana", "ola-estado", 1, NOON));
            attempts.save(attempt("2", "ana", "ola-estado", 2, NOON.plusSeconds(60)));
            attempts.save(attempt("3", "ana", "ola-estado", 3, NOON.plusSeconds(120)));
            attempts.save(attempt("4", "ana", "pedido-sumiu", 1, NOON));
            attempts.save(attempt("5", "rui", "ola-estado", 3, NOON));

            assertThat(attempts.tried("ana")).containsExactly(new Tried("ola-estado", 3, Optional.of(NOON.plusSeconds(60)), NOON.plusSeconds(120)),
                    new Tried("pedido-sumiu", 1, Optional.empty(), NOON));
            assertThat(attempts.since("ana", NOON.plusSeconds(60))).containsExactly(NOON.plusSeconds(60), NOON.plusSeconds(120));
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void theLastThatPassedOfEachExerciseIsKnown(String url) {
        try (var database = Database.open(url)) {
            var attempts = new Attempts(database);
            attempts.save(attempt("1", "ana", "ola-estado", 3, NOON));
            attempts.save(attempt("2", "ana", "ola-estado", 2, NOON.plusSeconds(60)));
            attempts.save(attempt("3", "ana", "ola-estado", 1, NOON.plusSeconds(120)));
            attempts.save(attempt("4", "ana", "escolha-simples", 2, NOON));
            attempts.save(attempt("5", "ana", "pedido-sumiu", 1, NOON));
            attempts.save(attempt("6", "rui", "pedido-sumiu", 3, NOON));

            assertThat(attempts.passing("ana")).containsExactly(attempt("4", "ana", "escolha-simples", 2, NOON), attempt("2", "ana", "ola-estado", 2, NOON.plusSeconds(60)));
        }
    }

    private static Attempt attempt(String id, String learner, String slug, int stars, Instant at) {
        return new Attempt(id, learner, slug, "hash", "{}", stars, "[]", at);
    }
}
