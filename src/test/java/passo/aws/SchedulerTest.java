package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passo.aws.service.Change;
import passo.json.Json;

class SchedulerTest {

    private static final String CREATE = "arn:aws:states:::aws-sdk:scheduler:createSchedule";
    private static final String SCHEDULE = "{Name: s, ScheduleExpression: '%s', FlexibleTimeWindow: {Mode: 'OFF'}, "
            + "Target: {Arn: 'arn:aws:sqs:us-east-1:111122223333:q', RoleArn: 'arn:aws:iam::111122223333:role/r', Input: '{\"due\": 1}'}}";

    @Test void whatIsDueOnceIsSentThoughTheExecutionHasEnded() {
        var trial = Trial.call(CREATE, SCHEDULE.formatted("at(2026-01-02T00:00:00)"), "{sqs: {q: {}}}");

        assertThat(trial.output()).isEqualTo(Trial.json("{ScheduleArn: 'arn:aws:scheduler:us-east-1:111122223333:schedule/default/s'}"));
        assertThat(SnsTest.messages(trial, "q")).isEqualTo(Json.array(Json.of("{\"due\": 1}")));
        assertThat(trial.cloud().changes().getLast().at()).isEqualTo("2026-01-02T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "rate(1 hour) | 5",
        "cron(0/30 * * * ? *) | 8",
        "cron(15 1-2 1 JAN THU 2026) | 2",
        "cron(0 0 2 * ? *) | 0",
        "at(2025-12-31T00:00:00) | 0"})
    void whatIsDueAgainAndAgainIsSentWhileTheExecutionLasts(String expression, int times) {
        var trial = Trial.run("{StartAt: A, States: {A: {Type: Task, Resource: '" + CREATE + "', Parameters: " + SCHEDULE.formatted(expression)
                + ", Next: W}, W: {Type: Wait, Seconds: 14500, End: true}}}", "{}", "{sqs: {q: {}}}");

        assertThat(SnsTest.messages(trial, "q").size()).isEqualTo(times);
    }

    @Test void aScheduleWithoutEndKeepsNoRunThatWaitsForNobody() {
        var trial = Trial.run("{StartAt: A, States: {A: {Type: Task, Resource: '" + CREATE + "', Parameters: " + SCHEDULE.formatted("rate(1 minute)")
                + ", Next: W}, W: {Type: Task, Resource: 'arn:aws:states:us-east-1:111122223333:activity:a', End: true}}}", "{}",
                "{sqs: {q: {}}, activities: {a: {}}}");

        assertThat(trial.trace().waiting()).hasSize(1);
    }

    @Test void aScheduleIsReadAndDeletedBeforeItIsDue() {
        String name = "Parameters: {Name: s}, ";
        var trial = Trial.run("{StartAt: A, States: {A: {Type: Task, Resource: '" + CREATE + "', Parameters: "
                + SCHEDULE.formatted("at(2026-01-02T00:00:00)") + ", Next: B}, "
                + "B: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:scheduler:getSchedule', " + name + "ResultPath: $.got, Next: C}, "
                + "C: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:scheduler:deleteSchedule', " + name + "ResultPath: $.gone, End: true}}}",
                "{}", "{sqs: {q: {}}}");

        assertThat(SqsTest.Steps.walk(trial.output(), "got", "State")).isEqualTo(Json.of("ENABLED"));
        assertThat(trial.cloud().changes()).extracting(Change::kind).containsExactly("scheduler:createSchedule", "scheduler:deleteSchedule");
    }

    @Test void whatCannotBeScheduledIsNamed() {
        var twice = Trial.run("{StartAt: A, States: {A: {Type: Task, Resource: '" + CREATE + "', Parameters: "
                + SCHEDULE.formatted("rate(1 day)") + ", ResultPath: null, Next: B}, B: {Type: Task, Resource: '" + CREATE + "', Parameters: "
                + SCHEDULE.formatted("rate(1 day)") + ", End: true}}}", "{}", "{sqs: {q: {}}}");

        assertThat(twice.failure().error()).isEqualTo("Scheduler.ConflictException");
        assertThat(Trial.call(CREATE, SCHEDULE.formatted("every day"), "{}").failure().error()).isEqualTo("Scheduler.ValidationException");
    }
}
