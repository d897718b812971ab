package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import passo.asl.Definition;
import passo.json.Json;
import passo.json.JsonText;

class WorkflowTest {

    static final Workflow HELLO = new Workflow(Definition.Type.STANDARD, Json.of("StartAt: Olá # começa aqui\n"), JsonText.parse("{\"n\": 1.0}"),
            Json.Obj.EMPTY, Json.Arr.EMPTY, "Olá", "", 2);

    /// Links that were made once are read for ever: who changes this test breaks them.
    @Test void itsFormAndItsNameNeverChange() {
        assertThat(HELLO.canonical()).isEqualTo("{\"version\":1,\"type\":\"STANDARD\",\"definition\":\"StartAt: Olá # começa aqui\\n\",\"input\":{\"n\":1.0},"
                + "\"world\":{},\"decisions\":[],\"title\":\"Olá\",\"about\":\"\",\"step\":2}");
        assertThat(HELLO.id()).isEqualTo("vi7fttnvukt83eb1e3na0tlg");
        assertThat(Workflow.of(HELLO.canonical())).isEqualTo(HELLO);
    }

    @Test void whatARunCanShowIsAPartOfTheName() {
        assertThat(id("{\"a\": 1, \"b\": 2}")).isEqualTo(id("{ \"a\":1,\n\"b\":2 }"))
                .isNotEqualTo(id("{\"b\": 2, \"a\": 1}")).isNotEqualTo(id("{\"a\": 1.0, \"b\": 2}"));
    }

    @Test void aDefinitionThatWasGivenAsAValueIsWrittenAsPeopleWould() {
        var workflow = new Workflow(Definition.Type.EXPRESS, JsonText.parse("{\"StartAt\":\"A\"}"), Json.NULL, Json.Obj.EMPTY, Json.Arr.EMPTY, "", "", 0);

        assertThat(workflow.text()).isEqualTo("{\n  \"StartAt\": \"A\"\n}");
        assertThat(HELLO.text()).isEqualTo("StartAt: Olá # começa aqui\n");
    }

    private static String id(String input) {
        return new Workflow(HELLO.type(), HELLO.definition(), JsonText.parse(input), HELLO.world(), HELLO.decisions(), "", "", 0).id();
    }
}
