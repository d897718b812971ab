package passo.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passo.json.Json;
import passo.json.JsonText;
import passo.web.RunningServer;

class WorkflowsTest {

    static RunningServer server;

    @BeforeAll static void start() {
        server = RunningServer.start();
    }

    @AfterAll static void stop() {
        server.close();
    }

    @Test void aLinkTellsWhatWasShared() {
        var made = share("""
                {"definition": "StartAt: Hello # olá\\nStates: {}\\n", "input": {"n": 1}, "world": {"s3": {"files": {}}}, "type": "EXPRESS", "seed": 7,
                 "decisions": [{"repeat": {"after": "1s"}}], "title": "Hi", "about": "All there is", "step": 3}""");
        var id = ((Json.Str) json(made).get("id")).value();

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(id).matches("[0-9a-v]{24}");
        assertThat(json(made).get("url")).isEqualTo(Json.of(server.address() + "/w/" + id));
        var read = server.get("/api/v1/workflows/" + id);
        assertThat(read.body()).isEqualTo("""
                {"type":"EXPRESS","definition":"StartAt: Hello # olá\\nStates: {}\\n","input":{"n":1},"world":{"s3":{"files":{}},"seed":7},\
                "decisions":[{"repeat":{"after":"1s"}}],"title":"Hi","about":"All there is","step":3}""");
        assertThat(read.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(json(share(read.body())).get("id")).isEqualTo(Json.of(id));
    }

    @Test void theSameContentHasTheSameIdWhoeverSharesIt() {
        var id = json(share("{\"definition\": {\"StartAt\": \"A\"}, \"input\": {}}")).get("id");

        assertThat(json(share("{ \"input\":{},\"definition\":{\"StartAt\":\"A\"} , \"type\":\"STANDARD\"}")).get("id")).isEqualTo(id);
        assertThat(json(share("{\"definition\": {\"StartAt\": \"B\"}}")).get("id")).isNotEqualTo(id);
    }

    @ParameterizedTest @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{}                                                     | definition\\\" is missing",
            "{\"definition\": \"{\\\"StartAt\\\": \"}               | neither JSON nor YAML. Line 1, column 1",
            "{\"definition\": \"a: b: c\"}                          | neither JSON nor YAML. Line 1",
            "{\"definition\": \"hello\"}                            | an object, or the text of one, not string",
            "{\"definition\": [1]}                                  | an object, or the text of one, not array",
            "{\"definition\": {}, \"decisions\": {}}                | \\\"decisions\\\" must be an array",
            "{\"definition\": {}, \"world\": 1}                     | \\\"world\\\" must be an object",
            "{\"definition\": {}, \"step\": -1}                     | \\\"step\\\" must be from 0",
            "{\"definition\": {}, \"titel\": \"x\"}                 | Did you mean \\\"title\\\"?"})
    void whatCannotBeAWorkflowIsRefusedWithAReason(String body, String reason) {
        var answer = share(body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(reason);
    }

    @Test void whatIsTooLongIsRefusedWithItsSize() {
        var input = share("{\"definition\": {}, \"input\": \"" + "x".repeat(256 << 10) + "\"}");
        var all = share("{\"definition\": \"StartAt: A # " + "x".repeat(512 << 10) + "\"}");

        assertThat(input.statusCode()).isEqualTo(413);
        assertThat(input.body()).contains("The input has 262146 bytes; a run takes 262144");
        assertThat(all.statusCode()).isEqualTo(413);
        assertThat(all.body()).contains("bytes; a link takes 524288");
        assertThat(share("{\"definition\": {}, \"title\": \"" + "x".repeat(121) + "\"}").body()).contains("at most 120 characters");
    }

    @Test void whoSharesTooMuchIsToldWhenToComeAgain() {
        try (var own = RunningServer.start()) {
            for (int i = 0; i < 60; i++) assertThat(own.postJson("/api/v1/workflows", "{\"definition\": {}, \"step\": %d}".formatted(i)).statusCode()).isEqualTo(201);

            var refused = own.postJson("/api/v1/workflows", "{\"definition\": {}}");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("More than 60 links an hour");
            assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(50, 61);
        }
    }

    @Test void aLinkThatWasNeverMadeIsNotFound() {
        assertThat(server.get("/api/v1/workflows/nothing").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> share(String body) {
        return server.postJson("/api/v1/workflows", body);
    }

    private static Json.Obj json(HttpResponse<String> answer) {
        return (Json.Obj) JsonText.parse(answer.body());
    }
}
