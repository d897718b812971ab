package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import passo.aws.cloudwatch.Alarm;
import passo.aws.cloudwatch.LogGroup;
import passo.aws.cloudwatch.LogLevel;
import passo.aws.cloudwatch.Logging;
import passo.aws.cloudwatch.Metric;
import passo.aws.cloudwatch.Segments;
import passo.json.Json;

class CloudWatchTest {

    static final String FLAKY = """
            {StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:lambda:us-east-1:111122223333:function:Charge', End: true,
             Retry: [{ErrorEquals: [Busy], IntervalSeconds: 1, MaxAttempts: 1}]}}}""";
    static final String BUSY = "{lambda: {Charge: {replies: [{throw: {error: Busy, cause: later}, times: %d}, {return: ok, after: 2s}]}}}";
    static final String SENDING = """
            {StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:cloudwatch:putMetricData', End: true,
             Parameters: {Namespace: Shop, MetricData: [{MetricName: Sales, Value: 12.5, Dimensions: [{Name: Town, Value: Olinda}]}]}}}}""";

    static List<String> types(Trial trial, LogLevel level) {
        return LogGroup.of(trial.trace(), new Logging(level, false), List.of()).stream().flatMap(group -> group.entries().stream())
                .map(entry -> ((Json.Str) ((Json.Obj) Trial.json(entry.message())).get("type")).value()).toList();
    }

    static Alarm alarm(String threshold, String more) {
        return new Alarm("failures", (Json.Obj) Trial.json("{Namespace: AWS/States, MetricName: ExecutionsFailed, Statistic: Sum, Period: 60, "
                + "EvaluationPeriods: 1, ComparisonOperator: GreaterThanOrEqualToThreshold, Threshold: " + threshold
                + ", Dimensions: [{Name: StateMachineArn, Value: 'arn:aws:states:us-east-1:111122223333:stateMachine:machine'}]" + more + "}"));
    }

    @Test void aQuieterLevelWritesFewerEvents() {
        var trial = Trial.run(FLAKY, "{}", BUSY.formatted(5));

        assertThat(types(trial, LogLevel.ALL)).isEqualTo(trial.trace().events().stream().map(event -> event.type().name()).toList());
        assertThat(types(trial, LogLevel.ERROR)).containsExactly("LambdaFunctionFailed", "LambdaFunctionFailed", "ExecutionFailed");
        assertThat(types(trial, LogLevel.FATAL)).containsExactly("ExecutionFailed");
        assertThat(types(trial, LogLevel.OFF)).isEmpty();
    }

    @Test void aRecordHasNoDataUnlessItIsAskedFor() {
        var trial = Trial.run("{StartAt: A, States: {A: {Type: Pass, End: true}}}", "{a: 1}", "{}");

        assertThat(entry(trial, false)).isEqualTo("""
                {"id":"2","type":"PassStateEntered","details":{"name":"A"},"redrive_count":"0","previous_event_id":"0",\
                "event_timestamp":"1767225600000","execution_arn":"arn:aws:states:us-east-1:111122223333:execution:machine:run"}""");
        assertThat(entry(trial, true)).contains("\"details\":{\"name\":\"A\",\"input\":\"{\\\"a\\\":1}\",\"inputDetails\":{\"truncated\":false}}");
    }

    static String entry(Trial trial, boolean withData) {
        return LogGroup.of(trial.trace(), new Logging(LogLevel.ALL, withData), List.of()).getFirst().entries().get(1).message();
    }

    @Test void aFunctionHasALogGroupOfItsOwn() {
        var trial = Trial.run("{StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:lambda:us-east-1:111122223333:function:Say', End: true}}}",
                "{}", "{lambda: {Say: {code: 'export const handler = async () => console.log(\"hello\")'}}}");

        LogGroup group = LogGroup.of(trial.trace(), Logging.NONE, trial.cloud().logs()).getFirst();

        assertThat(group.name()).isEqualTo("/aws/lambda/Say");
        assertThat(group.entries()).extracting(LogGroup.Entry::message).satisfiesExactly(
                start -> assertThat(start).matches("START RequestId: [0-9a-f-]{36} Version: \\$LATEST"),
                line -> assertThat(line).contains("hello"),
                end -> assertThat(end).startsWith("END RequestId: "),
                report -> assertThat(report).matches("REPORT RequestId: \\S+\\tDuration: \\d+\\.00 ms\\tBilled Duration: \\d+ ms\\tMemory Size: 128 MB"));
    }

    @Test void aRunLeavesTheMetricsOfItsMachineAndOfItsFunctions() {
        var trial = Trial.run(FLAKY, "{}", BUSY.formatted(1));

        assertThat(trial.cloud().metrics(trial.trace())).extracting(metric -> metric.name() + " " + metric.data().stream().mapToDouble(Metric.Datapoint::value).sum())
                .containsExactly("ExecutionsStarted 1.0", "ExecutionsSucceeded 1.0", "ExecutionTime 3120.0", "LambdaFunctionsScheduled 2.0",
                        "LambdaFunctionsStarted 2.0", "LambdaFunctionScheduleTime 0.0", "LambdaFunctionsFailed 1.0", "LambdaFunctionRunTime 2120.0",
                        "LambdaFunctionTime 2120.0", "LambdaFunctionsSucceeded 1.0");
    }

    @Test void whatAWorkflowSendsIsAMetricToo() {
        var trial = Trial.run(SENDING, "{}", "{alarms: {}}");

        assertThat(trial.cloud().metrics(trial.trace())).last().satisfies(metric -> {
            assertThat(metric.namespace() + " " + metric.name() + " " + metric.dimensions()).isEqualTo("Shop Sales {\"Town\":\"Olinda\"}");
            assertThat(metric.data()).extracting(Metric.Datapoint::value).containsExactly(12.5);
        });
    }

    @Test void anAlarmGoesOffAtTheEndOfThePeriodAndThenKnowsNothingAgain() {
        var trial = Trial.run(FLAKY, "{}", BUSY.formatted(5));

        assertThat(alarm("1", "").changes(trial.cloud().metrics(trial.trace()), Trial.START, trial.trace().end())).containsExactly(
                new Alarm.Change(Trial.START.plusSeconds(60), Alarm.State.INSUFFICIENT_DATA, Alarm.State.ALARM,
                        "Threshold Crossed: 1 out of the last 1 datapoints [1.0 (01/01/26 00:00:00)] was greater than or equal to the threshold (1.0) "
                                + "(minimum 1 datapoint for OK -> ALARM transition)."),
                new Alarm.Change(Trial.START.plusSeconds(120), Alarm.State.ALARM, Alarm.State.INSUFFICIENT_DATA, "Insufficient Data: 1 datapoint was unknown."));
    }

    @Test void missingDataCountAsTheAlarmSays() {
        var trial = Trial.run(FLAKY, "{}", BUSY.formatted(5));
        var metrics = trial.cloud().metrics(trial.trace());

        assertThat(states(alarm("1", ", TreatMissingData: notBreaching"), metrics)).containsExactly(Alarm.State.ALARM, Alarm.State.OK);
        assertThat(states(alarm("1", ", TreatMissingData: ignore"), metrics)).containsExactly(Alarm.State.ALARM);
        assertThat(states(alarm("2", ", TreatMissingData: breaching"), metrics)).containsExactly(Alarm.State.OK, Alarm.State.ALARM);
    }

    static List<Alarm.State> states(Alarm alarm, List<Metric> metrics) {
        return alarm.changes(metrics, Trial.START, Trial.START.plusSeconds(30)).stream().map(Alarm.Change::to).toList();
    }

    @Test void enoughOfTheLastPeriodsMustBreach() {
        var data = List.of(1, 0, 1, 1);
        List<Metric.Datapoint> points = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) points.add(new Metric.Datapoint(Trial.START.plusSeconds(60L * i), data.get(i)));
        var metric = new Metric("AWS/States", "ExecutionsFailed",
                Json.Obj.of("StateMachineArn", Json.of("arn:aws:states:us-east-1:111122223333:stateMachine:machine")), "Count", points);

        assertThat(new Alarm("a", alarm("1", ", DatapointsToAlarm: 2").described().with("EvaluationPeriods", Json.of(3)))
                .changes(List.of(metric), Trial.START, Trial.START.plusSeconds(230)))
                .extracting(change -> change.at() + " " + change.to())
                .containsExactly("2026-01-01T00:01:00Z OK", "2026-01-01T00:03:00Z ALARM", "2026-01-01T00:06:00Z OK", "2026-01-01T00:07:00Z INSUFFICIENT_DATA");
    }

    @Test void aWorkflowMakesAnAlarm() {
        var trial = Trial.call("arn:aws:states:::aws-sdk:cloudwatch:putMetricAlarm",
                "{AlarmName: late, MetricName: ExecutionTime, Namespace: AWS/States, Statistic: Maximum, Period: 60, EvaluationPeriods: 1, "
                        + "Threshold: 5, ComparisonOperator: GreaterThanThreshold}", "{}");

        assertThat(trial.output()).isEqualTo(Json.Obj.EMPTY);
        assertThat(trial.cloud().alarms()).extracting(Alarm::name).containsExactly("late");
        assertThat(Trial.call("arn:aws:states:::aws-sdk:cloudwatch:putMetricAlarm",
                "{AlarmName: late, MetricName: ExecutionTime, EvaluationPeriods: 1, ComparisonOperator: GreaterThanThreshold}", "{}").failure().error())
                .isEqualTo("CloudWatch.CloudWatchException");
    }

    @Test void aSegmentHasTheTriesOfAState() {
        var trial = Trial.run(FLAKY, "{}", BUSY.formatted(1));

        Json.Obj segment = Segments.of(trial.trace(), 10).getFirst();

        assertThat(segment.get("end_time")).isEqualTo(Trial.json("1767225603.120"));
        Json.Obj state = (Json.Obj) ((Json.Arr) segment.get("subsegments")).get(0);
        assertThat(((Json.Arr) state.get("subsegments")).items()).extracting(attempt -> ((Json.Obj) attempt).get("name") + " " + ((Json.Obj) attempt).get("fault"))
                .containsExactly("\"Task\" true", "\"Task retry 1\" null");
    }
}
