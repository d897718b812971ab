package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import passo.aws.service.Change;
import passo.engine.Event;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.Pointer;

class CallbacksTest {

    static final String QUEUE = "https://sqs.us-east-1.amazonaws.com/111122223333/approvals";
    static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:news";
    static final String ACTIVITY = "arn:aws:states:us-east-1:111122223333:activity:paint";
    static final String SEND_AND_WAIT = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
    static final String MESSAGE = "{QueueUrl: '" + QUEUE + "', MessageBody: {order: 7, token.$: $$.Task.Token}}";

    @Test void aMessageIsInTheQueueAfterwards() {
        var trial = Trial.call("arn:aws:states:::sqs:sendMessage", "{QueueUrl: '" + QUEUE + "', MessageBody: {a: 1}}", "{sqs: {approvals: {}}}");

        assertThat(((Json.Obj) trial.answer()).names()).containsExactly("MD5OfMessageBody", "MessageId");
        assertThat(Pointer.parse("/sqs/approvals/messages").orElseThrow().find(trial.cloud().world()))
                .contains(Json.array(Json.of("{\"a\":1}")));
    }

    @Test void aMissingQueueAndAMissingTopicAreNamed() {
        assertThat(Trial.call("arn:aws:states:::sqs:sendMessage", "{QueueUrl: nope, MessageBody: a}", "{}").failure().error())
                .isEqualTo("SQS.AmazonSQSException");
        assertThat(Trial.call("arn:aws:states:::sns:publish", "{TopicArn: '" + TOPIC + "', Message: a}", "{}").failure())
                .satisfies(failure -> assertThat(failure.error()).isEqualTo("SNS.NotFoundException"))
                .satisfies(failure -> assertThat(failure.cause())
                        .startsWith("Topic does not exist (Service: AmazonSNS; Status Code: 404; Error Code: NotFound; "));
    }

    @Test void aFifoQueueWantsAGroup() {
        assertThat(Trial.call("arn:aws:states:::sqs:sendMessage", "{QueueUrl: q.fifo, MessageBody: a}", "{sqs: {q.fifo: {}}}").failure()
                .cause())
                .startsWith("The request must contain the parameter MessageGroupId.");
    }

    @Test void aTopicHandsItsNotificationsToItsQueues() {
        var trial = Trial.call("arn:aws:states:::sns:publish", "{TopicArn: '" + TOPIC + "', Message: hello}",
                "{sns: {news: {subscriptions: [{protocol: sqs, endpoint: 'arn:aws:sqs:us-east-1:111122223333:approvals'}]}}, sqs: {approvals: {}}}");

        Json message = Pointer.parse("/sqs/approvals/messages/0").orElseThrow().find(trial.cloud().world()).orElseThrow();
        assertThat(Pointer.parse("/Message").orElseThrow().find(Trial.json(((Json.Str) message).value()))).contains(Json.of("hello"));
    }

    @Test void whoeverReadsTheQueueAnswersTheToken() {
        var trial = Trial.call(SEND_AND_WAIT, MESSAGE, "{sqs: {approvals: {}}}", """
                [{trigger: {kind: sqsMessage, queue: approvals}, taskToken: {path: $.token},
                  actions: [{do: Wait, seconds: 60}, {do: SendTaskSuccess, output: {path: $.order}}]}]""");

        assertThat(trial.output()).isEqualTo(Json.of(7));
        assertThat(trial.duration()).isEqualTo(Duration.ofSeconds(60).plusMillis(100));
    }

    @Test void aTokenCanBeAnsweredWithAFailure() {
        var trial = Trial.call("arn:aws:states:::sns:publish.waitForTaskToken",
                "{TopicArn: '" + TOPIC + "', Message: {token.$: $$.Task.Token}}",
                "{sns: {news: {}}}", """
                [{trigger: {kind: snsNotification, topic: news}, taskToken: {path: $.token}, actions: [{do: SendTaskFailure, error: E, cause: why}]}]""");

        assertThat(trial.failure()).isEqualTo(new Outcome.Failure("E", "why"));
    }

    @Test void aFunctionCanPassTheTokenOn() {
        var trial = Trial.call("arn:aws:states:::lambda:invoke.waitForTaskToken", "{FunctionName: Ask, Payload: {token.$: $$.Task.Token}}",
                "{lambda: {Ask: {}}}", """
                [{trigger: {kind: lambdaInvocation, function: Ask}, taskToken: {path: $.token}, actions: [{do: SendTaskSuccess, output: {value: {ok: true}}}]}]""");

        assertThat(trial.output()).isEqualTo(Trial.json("{ok: true}"));
    }

    @Test void whereNobodyAnswersTheRunWaits() {
        var trial = Trial.call(SEND_AND_WAIT, MESSAGE, "{sqs: {approvals: {}}}", "[]");

        assertThat(trial.trace().status()).isEqualTo(Trace.Status.RUNNING);
        assertThat(trial.trace().waiting()).extracting(Trace.Waiting::state).containsExactly("A");
    }

    @Test void aWorkerTakesAnActivitysTask() {
        var trial = Trial.call(ACTIVITY, "{wall: north}", "{activities: {paint: {}}}", """
                [{trigger: {kind: activityTask, activity: paint, workerName: Ana}, actions: [{do: SendTaskHeartbeat, times: 2}, {do: SendTaskSuccess, output: {path: $.wall}}]}]""");

        assertThat(trial.output()).isEqualTo(Json.of("north"));
        assertThat(trial.trace().events()).extracting(Event::detail).contains(new Event.Detail.Worker("Ana"));
    }

    @Test void aMissingActivityIsARuntimeError() {
        assertThat(Trial.call(ACTIVITY, "{}", "{}").failure().cause()).endsWith("The activity " + ACTIVITY + " does not exist.");
    }

    @Test void anEventThatIsWrongFailsTheTask() {
        var trial = Trial.call("arn:aws:states:::events:putEvents",
                "{Entries: [{Source: a, DetailType: b, Detail: {c: 1}}, {DetailType: b, Detail: '1'}]}", "{}");

        assertThat(trial.failure().error()).isEqualTo("EventBridge.FailedEntry");
        assertThat(trial.failure().cause()).contains("\"FailedEntryCount\":1").contains("Source is a required argument.");
        assertThat(trial.cloud().changes()).extracting(Change::resource).containsExactly("default");
    }
}
