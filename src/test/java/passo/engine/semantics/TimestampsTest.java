package passo.engine.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    @ParameterizedTest
    @CsvSource({
        "2016-03-14T01:59:00Z, 2016-03-14T01:59:00Z",
        "2016-03-14T01:59:00.123456789Z, 2016-03-14T01:59:00.123456789Z",
        "2016-03-14T01:59:00+02:00, 2016-03-13T23:59:00Z",
        "2016-03-14T01:59:00-00:30, 2016-03-14T02:29:00Z",
        "2016-02-29T00:00:00Z, 2016-02-29T00:00:00Z"})
    void areInstantsInAnyZone(String text, String instant) {
        assertThat(Timestamps.parse(text)).contains(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2016-03-14", "2016-03-14T01:59:00", "2016-03-14t01:59:00Z", "2016-03-14T01:59:00z", "2016-03-14 01:59:00Z",
            "2016-13-14T01:59:00Z", "2015-02-29T00:00:00Z", "2016-03-14T25:00:00Z", "20160314T015900Z", "1457920740"})
    void areNothingElse(String text) {
        assertThat(Timestamps.parse(text)).isEmpty();
    }
}
