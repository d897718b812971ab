package passo.web.way;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import passo.json.JsonText;

class DifferenceTest {

    @Test void aFieldThatCameOrWentIsOneHoweverMuchIsInIt() {
        assertThat(of("{\"a\": 1, \"b\": {\"c\": 2, \"d\": 3}}", "{\"b\": {\"c\": 4}, \"e\": {\"f\": [5, 6]}}")).isEqualTo(new Difference(1, 2, 1));
    }

    @Test void itemsAreComparedPlaceByPlace() {
        assertThat(of("[1, 2, 3]", "[1, 4]")).isEqualTo(new Difference(0, 1, 1));
    }

    @Test void whatIsEqualHasNone() {
        assertThat(of("{\"a\": 1.0}", "{\"a\": 1}")).isEqualTo(new Difference(0, 0, 0));
    }

    private static Difference of(String before, String after) {
        return Difference.of(JsonText.parse(before), JsonText.parse(after));
    }
}
