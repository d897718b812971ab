package passo.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static passo.json.JsonText.parse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passo.json.Json;

class ResultPathTest {

    private static final Json RESULT = Json.of("R");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $           | {"a":1}             | "R"
            $.b         | {"a":1}             | {"a":1,"b":"R"}
            $.a         | {"a":1,"b":2}       | {"a":"R","b":2}
            $.a.b       | {"a":{"b":1,"c":2}} | {"a":{"b":"R","c":2}}
            $.x.y.z     | {"a":1}             | {"a":1,"x":{"y":{"z":"R"}}}
            $['x y']    | {}                  | {"x y":"R"}
            $.a\\.b     | {}                  | {"a.b":"R"}
            $.a[1]      | {"a":[1,2,3]}       | {"a":[1,"R",3]}
            $.a[0].b    | {"a":[{}]}          | {"a":[{"b":"R"}]}
            $[1]        | [1,2]               | [1,"R"]
            """)
    void placesTheResult(String path, String input, String expected) {
        assertThat(compile(path).place(parse(input), RESULT)).hasToString(expected);
    }

    @Test
    void dropsTheResult() {
        assertThat(ResultPath.DISCARD.place(parse("{\"a\":1}"), RESULT)).hasToString("{\"a\":1}");
    }

    @Test
    void leavesTheInputAsItWas() {
        Json input = parse("{\"a\":{\"b\":1}}");

        compile("$.a.b").place(input, RESULT);

        assertThat(input).hasToString("{\"a\":{\"b\":1}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $.x      | "foo"    | Unable to apply step "x" to input "foo"
            $.a.b    | {"a":1}  | Unable to apply step "b" to input {"a":1}
            $.a[1]   | {"a":[]} | Unable to apply step "1" to input {"a":[]}
            $.a[0]   | {}       | Unable to apply step "0" to input {}
            $.x      | [1]      | Unable to apply step "x" to input [1]
            """)
    void failsWhereTheInputHasNoRoom(String path, String input, String reason) {
        QueryError error = catchThrowableOfType(QueryError.class, () -> compile(path).place(parse(input), RESULT));

        assertThat(error.error()).isEqualTo("States.ResultPathMatchFailure");
        assertThat(error.cause()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "$$.a", "$order.a", "$.a[*]", "$..a", "$.a[0:1]", "$.a[?(@.b)]", "$.a.length()", "$.a@b", "$.a["})
    void isRefusedUnlessItNamesOnePlaceInTheData(String path) {
        assertThat(ResultPath.compile(path)).isInstanceOf(Compiled.Bad.class);
    }

    @Test
    void tellsThatAPathBeginsWithADollar() {
        assertThat(ResultPath.compile("a")).isEqualTo(new Compiled.Bad<ResultPath>("SCHEMA_VALIDATION_FAILED",
                "Value is not a Reference Path: Reference path didn't start with '$'", ""));
    }

    private static ResultPath compile(String path) {
        return switch (ResultPath.compile(path)) {
            case Compiled.Good<ResultPath>(var good) -> good;
            case Compiled.Bad<ResultPath>(_, var message, _) -> throw new AssertionError(path + ": " + message);
        };
    }
}
