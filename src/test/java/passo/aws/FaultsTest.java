package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;

class FaultsTest {

    static final String CHARGE = """
            {StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:lambda:us-east-1:111122223333:function:Charge', End: true, TimeoutSeconds: 5,
             Retry: [{ErrorEquals: [Busy], IntervalSeconds: 1, MaxAttempts: 2}]}}}""";

    static Trial charge(String faults) {
        return Trial.run(CHARGE, "{}", "{lambda: {Charge: {replies: [{return: ok}]}}, faults: {A: [" + faults + "]}}");
    }

    @Test void aCallFailsOnTheAttemptsThatAreNamed() {
        var trial = charge("{error: Busy, attempts: '0-1'}");

        assertThat(trial.output()).isEqualTo(Trial.json("ok"));
        assertThat(trial.trace().steps().getFirst().attempts()).hasSize(3);
    }

    @Test void aFaultHappensAsOftenAsItSays() {
        assertThat(charge("{error: Busy, times: 1}").trace().steps().getFirst().attempts()).hasSize(2);
        assertThat(charge("{error: Busy}").trace().status()).isEqualTo(Trace.Status.FAILED);
    }

    @Test void aCallThatIsTooSlowTimesOut() {
        assertThat(charge("{slow: 30s}").failure().error()).isEqualTo("States.Timeout");
        assertThat(charge("{slow: 2s}").duration()).isEqualTo(Duration.ofMillis(2120));
    }

    @Test void throttlingIsSaidAsTheServiceSaysIt() {
        String faults = "faults: {A: [{throttled: true}]}}";
        String item = "{TableName: Orders, Key: {id: {S: a}}}";
        String table = "{dynamodb: {Orders: {partitionKey: {name: id, type: S}}}, ";

        assertThat(charge("{throttled: true}").failure()).isEqualTo(new Outcome.Failure("Lambda.TooManyRequestsException", "Rate exceeded"));
        assertThat(Trial.call("arn:aws:states:::lambda:invoke", "{FunctionName: Charge}", "{lambda: {Charge: {}}, " + faults).failure().error())
                .isEqualTo("Lambda.TooManyRequestsException");
        assertThat(Trial.call("arn:aws:states:::dynamodb:deleteItem", item, table + faults).failure().error())
                .isEqualTo("DynamoDB.ProvisionedThroughputExceededException");
        assertThat(Trial.call("arn:aws:states:::aws-sdk:s3:getObject", "{Bucket: b, Key: k}", "{s3: {b: {}}, " + faults).failure().error())
                .isEqualTo("S3.S3Exception");
    }
}
