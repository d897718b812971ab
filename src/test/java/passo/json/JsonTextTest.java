package passo.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passo.json.JsonText.Reading;

class JsonTextTest {

    @Test
    void tellsWhereEachValueStands() {
        Positions positions = positions(JsonText.read("""
                {
                  "a": [10,
                        {"b": "é"}]
                }"""));

        assertThat(List.of(place(positions.start()), place(positions.end()))).containsExactly("1:1", "4:2");
        Positions a = positions.at(pointer("/a"));
        assertThat(List.of(place(a.name()), place(a.start()), place(a.end()))).containsExactly("2:3", "2:8", "3:20");
        Positions b = positions.at(pointer("/a/1/b"));
        assertThat(List.of(place(b.name()), place(b.start()), place(b.end()))).containsExactly("3:10", "3:15", "3:18");
        assertThat(place(positions.at(pointer("/a/0")).start())).isEqualTo("2:9");
    }

    @Test
    void tellsTheNearestPlaceOfWhatIsNotThere() {
        Positions positions = positions(JsonText.read("{\"a\": {\"b\": 1}}"));

        assertThat(positions.at(pointer("/a/c/d"))).isEqualTo(positions.at(pointer("/a")));
    }

    @Test
    void countsOffsetsInCharacters() {
        String text = "{\"é\": \"\uD83D\uDE00\", \"b\": 1}";
        Positions b = positions(JsonText.read(text)).at(pointer("/b"));

        assertThat(text.substring(b.start().offset(), b.end().offset())).isEqualTo("1");
        assertThat(text.substring(b.name().offset())).startsWith("\"b\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``              | 1:1
            ` `             | 1:1
            {               | 1:2
            [1,             | 1:4
            {"a" 1}         | 1:6
            {"a": 1,}       | 1:9
            {"a": tru}      | 1:7
            {'a': 1}        | 1:2
            "a              | 1:3
            1 2             | 1:3
            {} x            | 1:4
            [01]            | 1:2
            [.5]            | 1:2
            [+1]            | 1:2
            [NaN]           | 1:2
            [1e999]         | 1:2
            /* c */ 1       | 1:1
            """)
    void tellsWhereABadTextIsBad(String text, String place) {
        assertThat(JsonText.read(text)).isInstanceOfSatisfying(Reading.Malformed.class, malformed -> {
            assertThat(malformed.message()).isNotBlank().doesNotContain("tools.jackson");
            assertThat(malformed.at().line()).isEqualTo(Integer.parseInt(place.substring(0, 1)));
            assertThat(Math.abs(malformed.at().column() - Integer.parseInt(place.substring(2)))).isLessThanOrEqualTo(3);
        });
    }

    @Test
    void tellsTheLineOfABadText() {
        assertThat(JsonText.read("{\n  \"a\": 1\n  \"b\": 2\n}")).isInstanceOfSatisfying(Reading.Malformed.class,
                malformed -> assertThat(malformed.at().line()).isEqualTo(3));
    }

    @Test
    void readsANestingOfFiveHundredAndNoDeeper() {
        assertThat(JsonText.read("[".repeat(500) + "]".repeat(500))).isInstanceOf(Reading.Value.class);
        assertThat(JsonText.read("[".repeat(501) + "]".repeat(501))).isInstanceOf(Reading.Malformed.class);
        assertThat(JsonText.read("[".repeat(200_000))).isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e-402", "1e999999999", "1e-999999999"})
    void readsNoNumberBeyondItsRange(String number) {
        assertThat(JsonText.read(number)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void keepsTheLastOfTwoMembersOfOneName() {
        assertThat(JsonText.parse("{\"a\": 1, \"b\": 2, \"a\": 3}")).hasToString("{\"a\":3,\"b\":2}");
    }

    @Test
    void readsEscapes() {
        assertThat(JsonText.parse("\"\\u00e9\\ud83d\\ude00\\n\\/\"")).isEqualTo(Json.of("é\uD83D\uDE00\n/"));
    }

    @Test
    void readsYaml() {
        Reading reading = JsonText.readYaml("""
                # a comment
                StartAt: A
                n: [1, 2.50, -3, 1e2]
                words: {t: true, f: false, none: null, text: yes, quoted: "1", empty: ''}
                lines: |
                  one
                  two
                """);

        assertThat(((Reading.Value) reading).json()).hasToString("{\"StartAt\":\"A\",\"n\":[1,2.50,-3,1E+2],"
                + "\"words\":{\"t\":true,\"f\":false,\"none\":null,\"text\":\"yes\",\"quoted\":\"1\",\"empty\":\"\"},"
                + "\"lines\":\"one\\ntwo\\n\"}");
        assertThat(place(positions(reading).at(pointer("/words/quoted")).start())).isEqualTo("4:59");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [1", "a: 1\n b: 2", "a: *nothing", "a: 'x", "- 1\n---\n- 2"})
    void tellsWhereBadYamlIsBad(String text) {
        assertThat(JsonText.readYaml(text)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void refusesATextOfOursThatIsNoJson() {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.parse("{")).withMessageContaining("line 1");
    }

    private static Positions positions(Reading reading) {
        return ((Reading.Value) reading).positions();
    }

    private static Pointer pointer(String text) {
        return Pointer.parse(text).orElseThrow();
    }

    private static String place(Location location) {
        return location.line() + ":" + location.column();
    }

    @Test
    void writesTheSameBytesPieceByPiece() {
        Json deep = Json.of("bottom");
        for (int i = 0; i < 500; i++) deep = Json.array(deep);
        var json = Json.Obj.builder()
                .put("text/\"\\", "\0\n\t\u001f\u007f\u2028 é \uD83E\uDDAB \uD83E </script>")
                .put("scalars", JsonText.parse("[1.0, -0.5, 1e300, 12345678901234567890, true, null]"))
                .put("long", "é\"".repeat(100_000))
                .put("empty", Json.array(Json.Obj.EMPTY, Json.Arr.EMPTY))
                .put("deep", deep).build();
        var out = new ByteArrayOutputStream();

        JsonText.print(json, out);

        assertThat(out.toByteArray()).isEqualTo(JsonText.print(json).getBytes(UTF_8));
    }

    @Test void theDocumentsOfAYamlTextAreReadUntilOneIsMalformed() {
        assertThat(JsonText.readYamlDocuments("a: 1\n---\n- [x, 2]\n")).extracting(reading -> ((JsonText.Reading.Value) reading).json().toString())
                .containsExactly("{\"a\":1}", "[[\"x\",2]]");
        assertThat(JsonText.readYamlDocuments("a: 1\n---\nb: [\n")).hasSize(2).last().isInstanceOf(JsonText.Reading.Malformed.class);
        assertThat(JsonText.readYamlDocuments("")).isEmpty();
    }
}
