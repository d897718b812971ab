package passo.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void countsTheUtf8BytesOfItsText() {
        for (long seed = 0; seed < 500; seed++) {
            Json json = new RandomJson(seed).value(4);

            assertThat(json.bytes()).as("%s", json).isEqualTo(json.toString().getBytes(StandardCharsets.UTF_8).length);
        }
    }

    @Test
    void isReadBackFromItsText() {
        for (long seed = 0; seed < 500; seed++) {
            Json json = new RandomJson(seed).value(4);

            assertThat(JsonText.parse(json.toString())).isEqualTo(json).hasToString(json.toString()).hasSameHashCodeAs(json);
            assertThat(JsonText.parse(JsonText.pretty(json))).isEqualTo(json).hasToString(json.toString());
        }
    }

    @Test
    void isEqualWhateverTheOrderOfMembersAndTheWritingOfNumbers() {
        Json one = JsonText.parse("{\"a\": 1, \"b\": [2.50, {\"c\": 1e2}]}");
        Json other = JsonText.parse("{\"b\": [2.5, {\"c\": 100}], \"a\": 1.0}");

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1         | "1"
            1         | true
            0         | false
            null      | 0
            []        | {}
            [1, 2]    | [2, 1]
            [1]       | [1, 1]
            {"a": 1}  | {"a": 1, "b": null}
            {"a": 1}  | {"b": 1}
            ""        | null
            """)
    void isNotEqualToAnotherValue(String one, String other) {
        assertThat(JsonText.parse(one)).isNotEqualTo(JsonText.parse(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "1", "10.0", "0.10", "-7", "12345678901234567890", "0.1234567890123456789", "9007199254740993"})
    void printsANumberAsItWasWritten(String number) {
        assertThat(JsonText.parse(number)).hasToString(number.equals("-0") ? "0" : number);
    }

    @ParameterizedTest
    @CsvSource({"1e2, 1E+2", "1.5e3, 1.5E+3", "1e-2, 0.01", "1E+0, 1"})
    void printsAnExponentWhereThereIsNoOtherWay(String written, String printed) {
        assertThat(JsonText.parse(written)).hasToString(printed);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1.0, true", "1e2, true", "120e-1, true", "1.5, false", "0.0, true", "1e-1, false"})
    void knowsAWholeNumberHoweverWritten(String number, boolean whole) {
        assertThat(((Json.Num) JsonText.parse(number)).isInteger()).isEqualTo(whole);
    }

    @Test
    void knowsItsDepth() {
        assertThat(List.of(Json.NULL.depth(), Json.Arr.EMPTY.depth(), Json.array(Json.of("a")).depth(),
                JsonText.parse("{\"a\": [[]], \"b\": 1}").depth())).containsExactly(0, 1, 1, 3);
    }

    @Test
    void keepsMembersInTheOrderInWhichTheyWereWritten() {
        Json.Obj obj = Json.Obj.builder().put("b", 1).put("a", 2).put("b", 3).build();

        assertThat(obj).hasToString("{\"b\":3,\"a\":2}");
        assertThat(obj.with("a", Json.NULL).with("c", Json.TRUE)).hasToString("{\"b\":3,\"a\":null,\"c\":true}");
        assertThat(obj.without("b")).hasToString("{\"a\":2}");
        assertThat(obj.without("x")).isSameAs(obj);
        assertThat(obj.withValues(i -> Json.of((long) i))).hasToString("{\"b\":0,\"a\":1}");
    }

    @Test
    void findsMembersOfALargeObject() {
        var builder = Json.Obj.builder();
        for (int i = 0; i < 1_000; i++) builder.put("m" + i, i);
        for (int i = 0; i < 1_000; i++) builder.put("m" + i, i + 1);
        Json.Obj obj = builder.build();

        assertThat(obj.size()).isEqualTo(1_000);
        assertThat(List.of(obj.get("m0"), obj.get("m999"), obj.has("m1000"))).containsExactly(Json.of(1), Json.of(1_000), false);
        assertThat(obj.with("m500", Json.NULL).get("m500")).isEqualTo(Json.NULL);
    }

    @Test
    void isNotChangedByItsCopies() {
        Json.Obj obj = Json.Obj.of("a", Json.of(1));
        Json.Arr arr = Json.array(Json.of(1), Json.of(2));
        List<Json> items = new ArrayList<>(List.of(Json.of(1)));
        Json.Arr made = new Json.Arr(items);

        obj.with("a", Json.of(2));
        arr.with(0, Json.NULL);
        items.add(Json.of(2));

        assertThat(List.of(obj, arr, made)).hasToString("[{\"a\":1}, [1,2], [1]]");
    }

    @Test
    void takesNoJavaNull() {
        assertThatNullPointerException().isThrownBy(() -> new Json.Str(null));
        assertThatNullPointerException().isThrownBy(() -> Json.Obj.builder().put("a", (Json) null));
    }

    @Test
    void escapesWhatJsonMustEscapeAndNothingElse() {
        assertThat(Json.of("\"\\/\b\f\n\r\t\u0001\u001f\u007f é 世 \uD83D\uDE00"))
                .hasToString("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001F\u007f é 世 \uD83D\uDE00\"");
    }

    @Test
    void printsForPeopleWithTwoSpacesALevel() {
        assertThat(JsonText.pretty(JsonText.parse("{\"a\": [1, {}], \"b\": {}, \"c\": {\"d\": []}}"))).isEqualTo("""
                {
                  "a": [
                    1,
                    {}
                  ],
                  "b": {},
                  "c": {
                    "d": []
                  }
                }""");
    }

    /// Values of every kind, the same for the same seed.
    private static final class RandomJson {

        private static final String CHARACTERS = "ab\"\\/\b\f\n\r\t\u0000\u001f\u007f\u0080é߿ࠀ世\uFFFF";
        private final Random random;

        RandomJson(long seed) {
            random = new Random(seed);
        }

        Json value(int deepest) {
            return switch (random.nextInt(deepest > 0 ? 7 : 5)) {
                case 0 -> Json.NULL;
                case 1 -> Json.of(random.nextBoolean());
                case 2 -> Json.of(random.nextLong() >> random.nextInt(64));
                case 3 -> new Json.Num(BigDecimal.valueOf(random.nextInt(), random.nextInt(40) - 10));
                case 4 -> Json.of(text());
                case 5 -> Json.collect(random.ints(random.nextInt(5)).mapToObj(_ -> value(deepest - 1)).toList());
                default -> {
                    var obj = Json.Obj.builder();
                    for (int i = random.nextInt(20); i > 0; i--) obj.put(text(), value(deepest - 1));
                    yield obj.build();
                }
            };
        }

        private String text() {
            var text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                if (random.nextInt(8) == 0) text.appendCodePoint(0x1F600 + random.nextInt(64));
                else text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            return text.toString();
        }
    }
}
