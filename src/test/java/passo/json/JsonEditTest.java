package passo.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonEditTest {

    static final String TEXT = """
            {
              "s3": { "in": { "a.txt": { "body":"x" } } },
              "sqs": {
                "q": {},
                "r": { "messages": ["one",  "two"] }
              }
            }
            """;

    @Test void onlyTheValueThatIsSetChanges() {
        assertThat(JsonEdit.set(TEXT, at("/s3/in/a.txt/body"), Json.of("y"))).isEqualTo(TEXT.replace("\"x\"", "\"y\""));
    }

    @Test void aMemberIsAddedAsItsNeighboursAreWritten() {
        assertThat(JsonEdit.set(TEXT, at("/sqs/s"), Json.Obj.EMPTY))
                .isEqualTo(TEXT.replace("\"two\"] }", "\"two\"] },\n    \"s\": {}"));
        assertThat(JsonEdit.set(TEXT, at("/s3/in/b.txt"), Json.Obj.of("size", Json.of(3))))
                .isEqualTo(TEXT.replace("\"x\" }", "\"x\" }, \"b.txt\": { \"size\": 3 }"));
    }

    @Test void anItemIsAddedBehindTheLast() {
        assertThat(JsonEdit.set(TEXT, at("/sqs/r/messages/2"), Json.of("three"))).isEqualTo(TEXT.replace("\"two\"", "\"two\", \"three\""));
    }

    @Test void whatIsMissingAroundAValueIsMade() {
        assertThat(JsonEdit.set("{}", at("/sns/t/messages"), Json.array(Json.of("m")))).isEqualTo("""
                {
                  "sns": {
                    "t": { "messages": ["m"] }
                  }
                }""");
    }

    @Test void aMemberIsRemovedWithItsComma() {
        assertThat(JsonEdit.remove(TEXT, at("/s3"))).isEqualTo(TEXT.replace("\"s3\": { \"in\": { \"a.txt\": { \"body\":\"x\" } } },\n  ", ""));
        assertThat(JsonEdit.remove(TEXT, at("/sqs/r/messages/1"))).isEqualTo(TEXT.replace(",  \"two\"", ""));
        assertThat(JsonEdit.remove(TEXT, at("/s3/in/a.txt"))).isEqualTo(TEXT.replace(" \"a.txt\": { \"body\":\"x\" } ", ""));
        assertThat(JsonEdit.remove(TEXT, at("/nowhere"))).isEqualTo(TEXT);
    }

    @Test void aMemberGetsAnotherNameInItsPlace() {
        assertThat(JsonEdit.rename(TEXT, at("/sqs/q"), "a \"b\"")).isEqualTo(TEXT.replace("\"q\"", "\"a \\\"b\\\"\""));
    }

    private static Pointer at(String pointer) {
        return Pointer.parse(pointer).orElseThrow();
    }
}
