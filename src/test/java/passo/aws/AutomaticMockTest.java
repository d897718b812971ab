package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import passo.asl.Definition;
import passo.engine.Trace;
import passo.json.Json;

/// What nobody described is answered such that the machine gets on.
class AutomaticMockTest {

    @Test void anAnswerHasWhatIsReadOfIt() {
        var trial = Trial.automatic("""
                {StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:rekognition:detectLabels', ResultPath: $.found, Next: B},
                 B: {Type: Pass, Parameters: {label.$: '$.found.Labels[0].Name', sure.$: '$.found.Labels[0].Confidence'}, End: true}}}""", "{}");

        assertThat(trial.output()).isEqualTo(Trial.json("{label: Person, sure: 99.1}"));
        assertThat(trial.cloud().calls()).extracting(Served::automatic).containsExactly(true);
    }

    @Test void whoeverPollsAJobSeesItsEnd() {
        var trial = Trial.automatic("""
                {StartAt: Get, States: {Get: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:glue:getJobRun', Next: Ended?},
                 Ended?: {Type: Choice, Choices: [
                  {Variable: $.JobRun.JobRunState, StringEquals: FAILED, Next: Bad},
                  {Variable: $.JobRun.JobRunState, StringEquals: SUCCEEDED, Next: Good}], Default: Later},
                 Later: {Type: Wait, Seconds: 30, Next: Get}, Bad: {Type: Fail},
                 Good: {Type: Pass, Parameters: {state.$: $.JobRun.JobRunState}, End: true}}}""", "{}");

        assertThat(trial.output()).isEqualTo(Trial.json("{state: SUCCEEDED}"));
    }

    @Test void anAnswerHasTheShapeThatTheServiceGivesIt() {
        var trial = Trial.automatic("""
                {StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:kms:describeKey', Parameters: {KeyId: k}, Next: B},
                 B: {Type: Pass, Parameters: {spec.$: $.KeyMetadata.KeySpec, id.$: $.KeyMetadata.KeyId}, End: true}}}""", "{}");

        assertThat(trial.output()).isEqualTo(Trial.json("{spec: RSA_2048, id: k}"));
    }

    @Test void pagesEnd() {
        var trial = Trial.automatic("""
                {StartAt: List, States: {List: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:ec2:describeInstances', Next: More?},
                 More?: {Type: Choice, Choices: [{Variable: $.NextToken, IsPresent: true, Next: List}], Default: End}, End: {Type: Succeed}}}""", "{}");

        assertThat(trial.trace().status()).isEqualTo(Trace.Status.SUCCEEDED);
        assertThat(trial.cloud().calls()).hasSize(1);
    }

    @Test void aFunctionGivesBackItsEventWithWhatIsMissing() {
        var trial = Trial.automatic("""
                {StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:states:::lambda:invoke', Parameters: {FunctionName: F, Payload.$: $},
                  ResultSelector: {order.$: $.Payload.order, approved.$: $.Payload.approved}, Next: B},
                 B: {Type: Choice, Choices: [{Variable: $.approved, BooleanEquals: true, Next: C}], Default: D}, C: {Type: Succeed}, D: {Type: Fail}}}""",
                "{order: 7}");

        assertThat(trial.output()).isEqualTo(Trial.json("{order: 7, approved: true}"));
    }

    @Test void aTokenIsAnsweredByItself() {
        var trial = Trial.automatic("""
                {StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
                  Parameters: {QueueUrl: q, MessageBody: {t.$: $$.Task.Token}}, Next: B},
                 B: {Type: Pass, Parameters: {by.$: $.approvedBy}, End: true}}}""", "{}");

        assertThat(trial.output()).isEqualTo(Trial.json("{by: approvedBy-1}"));
        assertThat(trial.duration()).isEqualTo(Duration.ofMillis(1080));
    }

    @Test void jsonataIsReadAsWell() {
        var trial = Trial.automatic("""
                {QueryLanguage: JSONata, StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:states:::http:invoke', Arguments: {Method: GET},
                  Assign: {rows: '{%% $states.result.ResponseBody.rows %%}'}, Next: B},
                 B: {Type: Choice, Choices: [{Condition: '{%% $states.input.ResponseBody.status = "DONE" %%}', Next: M}], Default: A},
                 M: {Type: Map, Items: '{%% $rows %%}', End: true,
                  ItemProcessor: {StartAt: P, States: {P: {Type: Pass, Output: '{%% $number($states.input.price) + 1 %%}', End: true}}}}}}""".replace("%%", "%"), "{}");

        assertThat(trial.output()).isEqualTo(Trial.json("[2]"));
    }

    @Test void anExampleInputHasWhatTheMachineReads() {
        Json definition = Trial.json("""
                {StartAt: A, States: {A: {Type: Wait, SecondsPath: $.pause, Next: B},
                 B: {Type: Choice, Choices: [{And: [{Variable: $.total, NumericGreaterThan: 100}, {Variable: $.kind, StringEquals: gift}], Next: C}], Default: F},
                 C: {Type: Map, ItemsPath: $.lines, ResultPath: $.done, Next: D, ItemProcessor: {StartAt: P, States: {
                  P: {Type: Task, Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: {QueueUrl: q, MessageBody.$: $.sku}, End: true}}}},
                 D: {Type: Pass, Parameters: {mail.$: $.customer.email, ok.$: '$.done[0].MessageId'}, End: true}, F: {Type: Fail}}}""");

        assertThat(ExampleInput.of(Definition.of(definition, Definition.Type.STANDARD).machine().orElseThrow()))
                .isEqualTo(Trial.json("{pause: 1, total: 101, kind: gift, lines: [{sku: sku-1}], customer: {email: ana@example.com}}"));
    }

    @Test void theSameRunIsAnsweredTheSame() {
        String definition =
                "{StartAt: A, States: {A: {Type: Task, Resource: 'arn:aws:states:::sns:publish', Parameters: {Message: m}, End: true}}}";

        assertThat(Trial.automatic(definition, "{}").output()).isEqualTo(Trial.automatic(definition, "{}").output());
    }
}
