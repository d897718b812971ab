package passo.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import passo.json.JsonText.Reading;

class NotationTest {

    /// What a text in YAML could mean instead of itself.
    static final List<String> TEXTS = List.of("", " x", "x ", "true", "~", "Null", "no", "1", "1.0", "1e3", "0x1F", ".inf", "2020-01-01", "1:30", "<<", "=",
            "{% $states.input.x %}", "$.x", "$$.Task.Token", "a: b", "a #b", "- a", "-", "---", "?", "*a", "&a", "!a", "%a", "@a", "`a", "\"a\"", "'a'", "[a", "]", "{", "}",
            "x\ny", "x\n\ny\n", "x\ny ", "x\r\ny", "\t", "é😀", "\u0001", "a\u2028b", "\uFEFF", "arn:aws:states:::lambda:invoke", "x".repeat(300), "x ".repeat(100) + "y");

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrote(Notation notation) {
        var json = Json.Obj.builder().put("numbers", JsonText.parse("[0, -1, 1.5, 1e3, 1E+30, 123456789012345678901234567890, 0.1e-7]"))
                .put("others", JsonText.parse("[true, false, null, [], {}, [[]], [{}], {\"a\": {\"b\": [1]}}]"))
                .put("texts", new Json.Arr(TEXTS.stream().<Json>map(Json::of).toList()));
        TEXTS.forEach(text -> json.put(text, Json.of(text)));
        Json written = json.build();

        assertThat(notation.read(notation.write(written))).isInstanceOfSatisfying(Reading.Value.class, read -> {
            assertThat(read.json()).isEqualTo(written);
            assertThat(((Json.Obj) read.json()).names()).isEqualTo(((Json.Obj) written).names());
        });
    }

    @Test void yamlIsWrittenInBlocks() {
        Json json = JsonText.parse("{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Retry\": [{\"ErrorEquals\": [\"x\"]}], \"End\": true}}}");

        assertThat(Notation.YAML.write(json)).isEqualTo("""
                StartAt: A
                States:
                  A:
                    Type: Pass
                    Retry:
                      - ErrorEquals:
                          - x
                    End: true
                """);
    }

    @Test void aTextIsWhatItLooksLike() {
        assertThat(Notation.of(" {")).isEqualTo(Notation.JSON);
        assertThat(Notation.of("")).isEqualTo(Notation.JSON);
        assertThat(Notation.of("# order\nStartAt: A")).isEqualTo(Notation.YAML);
    }

    @Test void aWordOfYamlIsATextInQuotesOnly() {
        assertThat(JsonText.readYaml("[~, Null, True, FALSE, '~', \"Null\"]")).isInstanceOfSatisfying(Reading.Value.class, read ->
                assertThat(read.json()).isEqualTo(JsonText.parse("[null, null, true, false, \"~\", \"Null\"]")));
    }

    @Test void commentsAreCountedAndNothingThatLooksLikeOne() {
        String text = "# one\na: 'x # y' # two\n\"b # c\": |\n  # d\nf: # three\n  g: x#y\n";

        assertThat(JsonText.readYaml(text)).isInstanceOfSatisfying(Reading.Value.class, read ->
                assertThat(Notation.comments(text, read.positions())).isEqualTo(3));
    }

    @Test void placesInYamlAreCountedAsInJson() {
        String text = "😀: 1\nb: [😀, '😀', x]\n";

        assertThat(JsonText.readYaml(text)).isInstanceOfSatisfying(Reading.Value.class, read -> {
            Positions last = read.positions().at(Pointer.ROOT.child("b").child(2));
            assertThat(text.substring(last.start().offset(), last.end().offset())).isEqualTo("x");
        });
    }
}
