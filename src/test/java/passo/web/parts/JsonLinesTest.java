package passo.web.parts;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import passo.json.JsonText;

class JsonLinesTest {

    @Test void aValueIsOneLineAMember() {
        assertThat(text(JsonLines.of(JsonText.parse("{\"a\": 1, \"b\": [1, 2], \"c\": {\"d\": null}}"), 5)))
                .containsExactly(" {", "   \"a\": 1,", "   \"b\": [1, 2],", "   \"c\": {", "     \"d\": null", "   }", " }");
    }

    @Test void whatStandsTooDeepIsFolded() {
        assertThat(text(JsonLines.of(JsonText.parse("{\"a\": {\"b\": {\"c\": 1}}}"), 1))).containsExactly(" {", "   \"a\": { … }", " }");
    }

    @Test void aDifferenceKeepsWhatIsGoneInItsPlace() {
        assertThat(text(JsonLines.difference(JsonText.parse("{\"a\": 1, \"b\": 2}"), JsonText.parse("{\"b\": 3, \"c\": {\"d\": 4}}"), 5)))
                .containsExactly(" {", "gone   \"a\": 1,", "gone   \"b\": 2,", "add   \"b\": 3,", "add   \"c\": {", "add     \"d\": 4", "add   }", " }");
    }

    @Test void eachSideOfADifferenceTellsWhatTheOtherHasNot() {
        var before = JsonText.parse("{\"a\": 1, \"b\": {\"c\": 2, \"d\": 3}}");
        var after = JsonText.parse("{\"b\": {\"c\": 4}, \"e\": 5}");

        assertThat(text(JsonLines.side(before, after, false, 5, 100)))
                .containsExactly(" {", "gone   \"a\": 1,", "   \"b\": {", "mod     \"c\": 2,", "gone     \"d\": 3", "   }", " }");
        assertThat(text(JsonLines.side(after, before, true, 5, 100))).containsExactly(" {", "   \"b\": {", "mod     \"c\": 4", "   },", "add   \"e\": 5", " }");
    }

    @Test void everyValueHasItsPath() {
        assertThat(JsonLines.of(JsonText.parse("{\"a b\": [{\"c\": 1}]}"), 5)).extracting(JsonLine::path)
                .containsExactly("$", "$['a b']", "$['a b'][0]", "$['a b'][0].c", "", "", "");
    }

    @Test void whatIsEqualIsNoDifference() {
        assertThat(JsonLines.difference(JsonText.parse("{\"a\": [1]}"), JsonText.parse("{\"a\": [1.0]}"), 5)).allMatch(line -> line.mark().isEmpty());
    }

    private static List<String> text(List<JsonLine> lines) {
        return lines.stream().map(line -> line.mark() + " " + line.tokens().stream().map(JsonLine.Token::text).collect(joining())).toList();
    }
}
