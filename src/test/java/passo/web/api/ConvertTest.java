package passo.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import passo.json.Json;
import passo.json.JsonText;
import passo.web.RunningServer;

class ConvertTest {

    static final String GREETING = """
            {"StartAt": "Greet", "States": {"Greet": {"Type": "Pass", "Parameters": {"text.$": "$.name"}, "ResultPath": "$.greeting", "End": true}}}""";

    static RunningServer server;

    @BeforeAll static void start() {
        server = RunningServer.start();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @Test void aDefinitionIsConvertedAndProven() {
        var answer = json(convert("{\"definition\": %s, \"input\": {\"name\": \"Ana\"}}".formatted(GREETING)));

        assertThat(answer.get("definition")).isEqualTo(JsonText.parse("""
                {"QueryLanguage": "JSONata", "StartAt": "Greet", "States": {"Greet": {"Type": "Pass",
                  "Output": "{% $merge([$states.input, {'greeting': {'text': $states.input.name}}]) %}", "End": true}}}"""));
        assertThat(answer.get("converted")).isEqualTo(Json.array(Json.of("Greet")));
        assertThat(answer.get("notConverted")).isEqualTo(Json.Arr.EMPTY);
        assertThat(((Json.Obj) answer.get("proof")).get("verdict")).isEqualTo(Json.of("PROVEN_WHERE_IT_WORKS"));
        assertThat(((Json.Obj) answer.get("proof")).get("comparisons").toString())
                .contains("\"result\":\"SAME\"", "\"output\":{\"name\":\"Ana\",\"greeting\":{\"text\":\"Ana\"}}", "sem $.name");
    }

    @Test void whatCannotBeConvertedIsSaidInBothLanguages() {
        var answer = json(convert("""
                {"definition": "StartAt: A\\nStates:\\n  A: {Type: Pass, OutputPath: $..id, End: true}\\n"}"""));

        assertThat(answer.get("definition").toString()).contains("\"OutputPath\":\"$..id\"");
        assertThat(answer.get("notConverted").toString()).contains("\"location\":\"/States/A/OutputPath\"", "\"en\":\"No JSONata", "\"pt-BR\":\"Nenhuma");
    }

    @Test void oneStateAloneIsConverted() {
        var answer = json(convert("{\"state\": \"Greet\", \"definition\": %s}".formatted(GREETING)));

        assertThat(answer.get("definition").toString()).contains("\"Type\":\"Pass\",\"QueryLanguage\":\"JSONata\"");
    }

    @Test void aStateThatIsNotThereIsRefused() {
        var answer = convert("{\"state\": \"Chek\", \"definition\": %s}".formatted(GREETING));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("State not found in definition");
    }

    @Test void aDefinitionThatAwsRefusesIsRefused() {
        assertThat(convert("{\"definition\": {\"StartAt\": \"A\"}}").body()).contains("InvalidDefinition");
    }

    private static HttpResponse<String> convert(String body) {
        return server.postJson("/api/v1/convert", body);
    }

    private static Json.Obj json(HttpResponse<String> answer) {
        return (Json.Obj) JsonText.parse(answer.body());
    }
}
