package passo.aws.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import passo.json.Json;
import passo.json.JsonText;

class RoutingTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String RULES = """
            {"rules": {
              "files": {"pattern": {"source": ["aws.s3"], "detail": {"bucket": {"name": ["incoming"]}}}, "targets": [{"stateMachine": "import", "inputPath": "$.detail.object.key"}]},
              "orders": {"pattern": {"source": ["shop"]}, "targets": [{"stateMachine": "import"}, {"queue": "audit"}]},
              "other bus": {"bus": "b", "pattern": {"source": ["shop"]}, "targets": [{"stateMachine": "import"}]}}}""";

    @Test void anObjectThatArrivesStartsTheMachineOfItsRule() {
        Routing routing = Routing.ofObject(json(RULES), "111122223333", "incoming", "a.csv", 12, "e", NOW, 7);

        assertThat(routing.rules()).containsExactly(new Routing.Judged("files", true), new Routing.Judged("orders", false), new Routing.Judged("other bus", false));
        assertThat(routing.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.starts("import")).isTrue();
            assertThat(sent.after()).isEqualTo(Duration.ofMillis(200));
            assertThat(sent.body().get("Input")).isEqualTo(Json.of("\"a.csv\""));
        });
        assertThat(routing.event().get("detail-type")).isEqualTo(Json.of("Object Created"));
    }

    @Test void anEventGoesToEveryTargetOfItsRule() {
        Routing routing = Routing.of(json(RULES), "111122223333", json("{\"Source\": \"shop\", \"DetailType\": \"Order Placed\", \"Detail\": {\"total\": 3}}"), NOW, 7);

        assertThat(routing.sent()).extracting(Routing.Sent::action).containsExactly("startExecution", "sendMessage");
        assertThat(routing.event().get("detail")).isEqualTo(json("{\"total\": 3}"));
    }

    @Test void theRuleThatIsMissingWouldSendTheEventOn() {
        Routing lost = Routing.ofObject(Json.Obj.EMPTY, "111122223333", "incoming", "a.csv", 12, "e", NOW, 7);
        assertThat(lost.sent()).isEmpty();

        Routing found = Routing.ofObject(Json.Obj.of("rules", Json.Obj.of("new", lost.missingRule("import"))), "111122223333", "incoming", "b.csv", 1, "e", NOW, 8);
        assertThat(found.sent()).singleElement().matches(sent -> sent.starts("import"));
    }

    @Test void aScheduleIsDueAtItsTimes() {
        ScheduleExpression hourly = ScheduleExpression.of("rate(1 hour)", "").orElseThrow();
        ScheduleExpression nightly = ScheduleExpression.of("cron(0 3 * * ? *)", "").orElseThrow();

        assertThat(hourly.due(NOW, NOW, NOW.plus(2, ChronoUnit.HOURS), 9)).containsExactly(NOW, NOW.plus(1, ChronoUnit.HOURS));
        assertThat(hourly.due(NOW, NOW.plusSeconds(1), NOW.plus(3, ChronoUnit.HOURS), 1)).containsExactly(NOW.plus(1, ChronoUnit.HOURS));
        assertThat(nightly.due(NOW, NOW, NOW.plus(2, ChronoUnit.DAYS), 9))
                .containsExactly(Instant.parse("2026-01-02T03:00:00Z"), Instant.parse("2026-01-03T03:00:00Z"));
        assertThat(nightly.due(NOW, Instant.parse("2026-01-02T03:00:00Z"), Instant.parse("2026-01-02T03:00:01Z"), 9)).hasSize(1);
    }

    private static Json.Obj json(String text) {
        return (Json.Obj) ((JsonText.Reading.Value) JsonText.read(text)).json();
    }
}
