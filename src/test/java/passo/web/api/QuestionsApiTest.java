package passo.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import passo.json.Json;
import passo.json.JsonText;
import passo.web.RunningServer;

class QuestionsApiTest {

    @Test void theQuestionsAreListedWithoutTheirAnswers() {
        try (var server = RunningServer.start()) {
            var listed = (Json.Arr) JsonText.parse(server.get("/api/v1/questions").body());

            assertThat(listed.items()).contains(JsonText.parse("""
                    {"id": "retry-com-teto", "topic": "F", "level": 2, "exams": ["DVA-C02"], "kind": "single"}"""));
        }
    }
}
