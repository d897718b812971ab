package passo.web.executions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import passo.asl.Definition;
import passo.aws.cloudwatch.Alarm;
import passo.json.Json;
import passo.json.JsonText;
import passo.store.Executions.Line;

class FiguresTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:10:00Z");
    private static final String ARN = "arn:aws:states:us-east-1:111122223333:stateMachine:orders";

    @Test void aRangeEndsWithThePeriodOfTheClock() {
        assertThat(Range.last("24h", NOW).to()).isEqualTo("2026-01-01T13:00:00Z");
        assertThat(Range.last("24h", NOW).periods()).isEqualTo(24);
        assertThat(Range.last("1h", NOW).from()).isEqualTo("2026-01-01T11:15:00Z");
        assertThat(Range.last("?", NOW).key()).isEqualTo("24h");
        assertThat(Range.part("1767268800", "1767272400")).hasValueSatisfying(part -> assertThat(part.periods()).isEqualTo(12));
        assertThat(Range.part("5", "4")).isEmpty();
    }

    @Test void executionsAreCountedInThePeriodOfTheirStart() {
        Figures figures = Figures.of(Range.last("24h", NOW), List.of(line("SUCCEEDED", NOW, 900), line("FAILED", NOW.minusSeconds(7_200), 2_000),
                line("TIMED_OUT", NOW.minusSeconds(7_200), 300_000), line("SUCCEEDED", NOW.minusSeconds(90_000), 1)));

        assertThat(figures.periods()).hasSize(24);
        assertThat(figures.periods().get(23)).isEqualTo(
                new Figures.Period(Instant.parse("2026-01-01T12:00:00Z"), 1, 1, 0, 0, 0, 0, 900, 900, 2, 1, 3));
        assertThat(figures.periods().get(21).notSucceeded()).isEqualTo(2);
        assertThat(figures.total().started()).isEqualTo(3);
        assertThat(figures.total().median()).isEqualTo(2_000);
        assertThat(figures.total().p95()).isEqualTo(300_000);
    }

    @Test void bothTypesHaveTheirPrice() {
        Figures figures = Figures.of(Range.last("24h", NOW), List.of(line("SUCCEEDED", NOW, 900), line("TIMED_OUT", NOW, 300_001)));

        assertThat(figures.price(Definition.Type.STANDARD)).isEqualByComparingTo(new BigDecimal("0.00015"));
        assertThat(figures.price(Definition.Type.EXPRESS)).isLessThan(new BigDecimal("0.001")).isGreaterThan(new BigDecimal("0.000002"));
        assertThat(figures.tooLongForExpress()).isEqualTo(1);
    }

    @Test void anAlarmSeesWhatEnded() {
        var alarm = new Alarm("failures", (Json.Obj) JsonText.parse("""
                {"Namespace": "AWS/States", "MetricName": "ExecutionsFailed", "Dimensions": [{"Name": "StateMachineArn", "Value": "%s"}],
                 "Statistic": "Sum", "Period": 300, "EvaluationPeriods": 1, "Threshold": 2, "ComparisonOperator": "GreaterThanOrEqualToThreshold",
                 "TreatMissingData": "notBreaching"}""".formatted(ARN)));
        var lines = List.of(line("FAILED", NOW, 1_000), line("FAILED", NOW.plusSeconds(1), 1_000), line("FAILED", NOW.plusSeconds(900), 1_000));

        assertThat(alarm.changes(Figures.metrics(lines, ARN), NOW.minusSeconds(600), NOW.plusSeconds(1_800))).extracting(Alarm.Change::to)
                .containsExactly(Alarm.State.OK, Alarm.State.ALARM, Alarm.State.OK);
    }

    @Test void whatIsThereCanBeSeenInAChart() {
        Figures figures = Figures.of(Range.last("24h", NOW), List.of(line("SUCCEEDED", NOW, 900), line("FAILED", NOW, 900)));
        List<String> texts = figures.periods().stream().map(_ -> "").toList();

        assertThat(Chart.bars(figures.periods(), List.of(new Chart.Series("ok", Figures.Period::succeeded), new Chart.Series("fail", Figures.Period::notSucceeded)),
                texts, texts)).containsExactly(new Chart.Bar("ok", "300.5", "45.3", "10.0", "28.8", "", ""), new Chart.Bar("fail", "300.5", "15.5", "10.0", "28.8", "", ""));
        assertThat(Chart.line("l95", figures.periods(), Figures.Period::p95, 900).path()).isEqualTo("M305.5 14.5h0.01");
        assertThat(Chart.line("l95", figures.periods().subList(0, 3), Figures.Period::p95, 0).path()).isEmpty();
    }

    private static Line line(String status, Instant startedAt, long took) {
        return new Line("e", status, startedAt, status.equals("RUNNING") ? null : startedAt.plusMillis(took), took, 3, "", "", 0,
                "{\"steps\": 3, \"retries\": 2, \"throttled\": 1}");
    }
}
