package passo.web.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise.Question;
import passo.lab.exercise.Words;

class TypedTest {

    @Test void aTextIsWrittenWithOrWithoutQuotationMarks() {
        assertThat(typed("\"Ana\"", "Ana")).isEqualTo(Json.of("Ana"));
        assertThat(typed("\"Ana\"", "\"Ana\"")).isEqualTo(Json.of("Ana"));
        assertThat(typed("\"Ana\"", "12")).isEqualTo(Json.of("12"));
    }

    @Test void aNumberMayHaveADecimalComma() {
        assertThat(typed("18.5", "18,5")).isEqualTo(JsonText.parse("18.5"));
        assertThat(typed("18.5", "18.50")).isEqualTo(JsonText.parse("18.5"));
        assertThat(typed("18.5", "eighteen")).isEqualTo(Json.of("eighteen"));
    }

    @Test void ofJsonTheSpacesDoNotMatter() {
        assertThat(typed("{\"a\": 1}", "{\"a\":1}")).isEqualTo(JsonText.parse("{\"a\": 1}"));
        assertThat(typed("{\"a\": 1}", "{a: 1}")).isEqualTo(Json.of("{a: 1}"));
    }

    private static Json typed(String right, String text) {
        return Typed.value(new Question("q", new Words(Map.of("en", "?", "pt-BR", "?")), JsonText.parse(right), List.of(), List.of()), text);
    }
}
