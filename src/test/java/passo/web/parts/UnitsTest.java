package passo.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnitsTest {

    @Test void aDurationHasTwoUnitsAtMost() {
        var units = new Units(Locale.ENGLISH);

        assertThat(Stream.of("PT0.084S", "PT6.5S", "PT30S", "PT2M5S", "PT1H3M", "P2DT4H").map(Duration::parse).map(units::duration))
                .containsExactly("84 ms", "6.50 s", "30 s", "2 min 5 s", "1 h 3 min", "2 d 4 h");
    }

    @Test void numbersAreWrittenAsTheLanguageWritesThem() {
        var units = new Units(Locale.forLanguageTag("pt-BR"));

        assertThat(units.clock(Duration.ofMillis(310))).isEqualTo("0,31 s");
        assertThat(units.clock(Duration.ofMillis(12))).isEqualTo("12 ms");
        assertThat(units.size(12_697)).isEqualTo("12,4 KiB");
        assertThat(units.size(618)).isEqualTo("618 B");
    }
}
