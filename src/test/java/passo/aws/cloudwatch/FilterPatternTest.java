package passo.aws.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPatternTest {

    private static final String LINE = """
            {"id":"7","type":"TaskFailed","details":{"error":"Lambda.TooManyRequestsException","cause":null,"resource":"invoke"},"took":12.5}""";

    @ParameterizedTest
    @ValueSource(strings = {"", "TaskFailed", "TaskFailed invoke", "?Nothing ?TaskFailed", "TaskFailed -TaskSucceeded",
            "{ $.type = \"TaskFailed\" }", "{$.type=TaskFailed}", "{ $.type = \"Task*\" }", "{ $.id > 6 }", "{ $.took <= 12.5 && $.id != 8 }",
            "{ $.type = \"A\" || $.details.error = \"*TooMany*\" }", "{ ($.id = 1 || $.id = 7) && $.type != \"B\" }", "{ $.details.cause IS NULL }",
            "{ $.details.name NOT EXISTS }", "{ $.details.resource = invoke }"})
    void meansTheLine(String pattern) {
        assertThat(FilterPattern.of(pattern)).hasValueSatisfying(read -> assertThat(read.matches(LINE)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"taskfailed", "TaskFailed TaskSucceeded", "-TaskFailed", "?A ?B", "{ $.type = \"Task\" }", "{ $.id < 7 }",
            "{ $.missing = \"a\" }", "{ $.type = \"A\" || $.type = \"B\" && $.id = 7 }", "{ $.details.error IS NULL }", "{ $.type NOT EXISTS }"})
    void doesNotMeanTheLine(String pattern) {
        assertThat(FilterPattern.of(pattern)).hasValueSatisfying(read -> assertThat(read.matches(LINE)).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{ }", "{ type = 1 }", "{ $.type }", "{ $.type = }", "{ ($.type = 1 }", "{ $.type < \"a\" $.b }", "{ $.a IS 7 }", "\"open", "{ $.a < b }"})
    void isNoPattern(String pattern) {
        assertThat(FilterPattern.of(pattern)).isEmpty();
    }

    @Test void aPhraseIsFoundAsItStands() {
        assertThat(FilterPattern.of("\"two words\"").orElseThrow().matches("here are two words")).isTrue();
        assertThat(FilterPattern.of("\"two words\"").orElseThrow().matches("two other words")).isFalse();
    }

    @Test void aLineThatIsNoJsonMeetsNoCondition() {
        assertThat(FilterPattern.of("{ $.a = 1 }").orElseThrow().matches("START RequestId")).isFalse();
    }
}
