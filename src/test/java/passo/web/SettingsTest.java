package passo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test void nothingNeedsToBeSet() {
        assertThat(Settings.of(Map.of(), false))
                .isEqualTo(new Settings(8080, "jdbc:h2:file:" + Path.of("data/passo").toAbsolutePath(), 10, false));
    }

    @Test void everythingMayBeSet() {
        var environment = Map.of("PORT", "80", "PASSO_DATABASE_URL", "jdbc:postgresql:passo", "PASSO_RUNS_PER_SECOND", "0");

        assertThat(Settings.of(environment, true)).isEqualTo(new Settings(80, "jdbc:postgresql:passo", 0, true));
    }

    @Test void whatIsNoPortIsNamed() {
        assertThatThrownBy(() -> Settings.of(Map.of("PORT", "80a"), false)).hasMessage("PORT is not a number from 0 to 65535: 80a");
    }
}
