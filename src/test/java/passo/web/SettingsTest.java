package passo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passo.web.teach.Password;

class SettingsTest {

    @Test void nothingNeedsToBeSet() {
        assertThat(Settings.of(Map.of(), false))
                .isEqualTo(new Settings(8080, "jdbc:h2:file:" + Path.of("data/passo").toAbsolutePath(), 10, 0, new Password(""), false));
    }

    @Test void everythingMayBeSet() {
        var environment = Map.of("PORT", "80", "PASSO_DATABASE_URL", "jdbc:postgresql:passo", "PASSO_RUNS_PER_SECOND", "0", "PASSO_PROXIES", "2", "PASSO_ADMIN_PHRASE", "chuva na laje quente");

        assertThat(Settings.of(environment, true)).isEqualTo(new Settings(80, "jdbc:postgresql:passo", 0, 2, new Password("chuva na laje quente"), true));
    }

    @Test void aPhraseThatIsTooShortIsNotRepeated() {
        assertThatThrownBy(() -> Settings.of(Map.of("PASSO_ADMIN_PHRASE", "tiny"), false)).hasMessage("PASSO_ADMIN_PHRASE is shorter than 12 characters");
        assertThat(Settings.of(Map.of("PASSO_ADMIN_PHRASE", "chuva na laje quente"), false).toString()).doesNotContain("laje");
    }

    @Test void whatIsNoPortIsNamed() {
        assertThatThrownBy(() -> Settings.of(Map.of("PORT", "80a"), false)).hasMessage("PORT is not a number from 0 to 65535: 80a");
    }
}
