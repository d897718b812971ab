package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import passo.engine.Event;
import passo.engine.semantics.Outcome;
import passo.json.Json;

class ActivitiesTest {

    private static final String ACTIVITY = "arn:aws:states:us-east-1:111122223333:activity:a";

    @Test void aWorkerAnswersAsItsScriptSays() {
        var trial = Trial.call(ACTIVITY, "{n: 1}",
                "{activities: {a: {workerName: Ana, after: 5s, rules: [{when: {n: 1}, then: [{return: one}]}, {when: {n: 2}, then: [{return: two}]}]}}}");

        assertThat(trial.output()).isEqualTo(Json.of("one"));
        assertThat(trial.duration()).hasMillis(5_100);
        assertThat(trial.trace().events()).extracting(Event::type).contains(Event.Type.ActivityStarted);
    }

    @Test void aWorkerMayFailAndTheRetryGetsItsNextAnswer() {
        String definition = "{StartAt: A, States: {A: {Type: Task, Resource: '" + ACTIVITY + "', Retry: [{ErrorEquals: [Tired]}], End: true}}}";
        String world = "{activities: {a: {replies: [{throw: {error: Tired, cause: late}}, {return: done}]}}}";

        assertThat(Trial.run(definition, "{}", world).output()).isEqualTo(Json.of("done"));
        assertThat(Trial.call(ACTIVITY, "{}", "{activities: {a: {replies: [{throw: {error: Tired, cause: late}}]}}}").failure())
                .isEqualTo(new Outcome.Failure("Tired", "late"));
    }

    @Test void aWorkerThatTakesATaskMayNeverAnswer() {
        var trial = Trial.call(ACTIVITY, "{}", "{activities: {a: {replies: [{never: true}]}}}");

        assertThat(trial.trace().waiting()).hasSize(1);
        assertThat(trial.trace().events().getLast().type()).isEqualTo(Event.Type.ActivityStarted);
    }

    @Test void aStateMachineCanBeTheWorker() {
        String worker = """
                StartAt: Take, States: {
                 Take: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:sfn:getActivityTask', Parameters: {ActivityArn: '%s', WorkerName: w}, Next: Work},
                 Work: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:sfn:sendTaskSuccess',
                  Parameters: {TaskToken.$: $.TaskToken, Output.$: $.Input}, End: true}}""".formatted(ACTIVITY);
        var trial = Trial.run("{StartAt: P, States: {P: {Type: Parallel, Branches: [{" + worker + "}, {StartAt: A, States: {A: {Type: Task, Resource: '"
                + ACTIVITY + "', End: true}}}], End: true}}}", "{x: 1}", "{activities: {a: {}}}");

        assertThat(trial.output()).isEqualTo(Trial.json("[{}, {x: 1}]"));
    }

    @Test void whoAsksForATaskWaitsAMinuteInVain() {
        var trial = Trial.call("arn:aws:states:::aws-sdk:sfn:getActivityTask", "{ActivityArn: '" + ACTIVITY + "'}", "{activities: {a: {}}}");

        assertThat(trial.output()).isEqualTo(Json.Obj.EMPTY);
        assertThat(trial.duration()).hasSeconds(60);
    }

    @Test void anActivityThatIsNotThereIsNamed() {
        assertThat(Trial.call("arn:aws:states:::aws-sdk:sfn:getActivityTask", "{ActivityArn: '" + ACTIVITY + "'}", "{}").failure().error())
                .isEqualTo("Sfn.ActivityDoesNotExistException");
        assertThat(Trial.call("arn:aws:states:::aws-sdk:sfn:describeActivity", "{ActivityArn: x}", "{}").failure().cause())
                .startsWith("Invalid Arn: 'Invalid ARN prefix: x'");
    }
}
