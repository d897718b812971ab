package passo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpsTest {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void aRungIsTakenOnceAndKeepsItsTime(String url) {
        try (var database = Database.open(url)) {
            var helps = new Helps(database);
            helps.take("ana", "ola-estado", 1, NOON);
            helps.take("ana", "ola-estado", 2, NOON.plusSeconds(60));
            helps.take("ana", "ola-estado", 1, NOON.plusSeconds(90));
            helps.take("rui", "ola-estado", 1, NOON.plusSeconds(5));

            assertThat(helps.rungs("ana", "ola-estado")).containsExactly(new Help(1, NOON), new Help(2, NOON.plusSeconds(60)));
            assertThat(helps.rungs("ana", "pedido-sumiu")).isEmpty();
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void noRungIsSkipped(String url) {
        try (var database = Database.open(url)) {
            var helps = new Helps(database);
            helps.take("ana", "ola-estado", 1, NOON);

            assertThatIllegalArgumentException().isThrownBy(() -> helps.take("ana", "ola-estado", 3, NOON)).withMessage("rung 3 does not follow rung 1");
            assertThatIllegalArgumentException().isThrownBy(() -> helps.take("ana", "ola-estado", 5, NOON));
            assertThat(helps.rungs("ana", "ola-estado")).containsExactly(new Help(1, NOON));
        }
    }
}
