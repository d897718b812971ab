package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passo.json.Json;

class SqsTest {

    private static final String URL = "QueueUrl: 'https://sqs.us-east-1.amazonaws.com/111122223333/%s'";

    @Test void aMessageIsSentReceivedAndDeleted() {
        var trial = steps("{sqs: {q: {}}}",
                step("sendMessage", "q", "MessageBody: {a: 1}"),
                step("receiveMessage", "q", "MaxNumberOfMessages: 10"),
                step("deleteMessage", "q", "ReceiptHandle.$: '$.s1.Messages[0].ReceiptHandle'"),
                step("getQueueAttributes", "q", "AttributeNames: [ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible]"));

        assertThat(trial.at("s1", "Messages", 0, "Body")).isEqualTo(Json.of("{\"a\":1}"));
        assertThat(trial.at("s3", "Attributes")).isEqualTo(
                Trial.json("{ApproximateNumberOfMessages: '0', ApproximateNumberOfMessagesNotVisible: '0'}"));
    }

    @Test void digestsAreThoseOfTheSdks() {
        var trial = steps("{sqs: {q: {}}}", step("sendMessage", "q", """
                MessageBody: hello, MessageAttributes: {City: {DataType: String, StringValue: Any City}, Population: {DataType: Number, StringValue: '1250800'},
                Icon: {DataType: Binary, BinaryValue: AQID}}"""));

        assertThat(trial.at("s0", "MD5OfMessageBody")).isEqualTo(Json.of("5d41402abc4b2a76b9719d911017c592"));
        assertThat(trial.at("s0", "MD5OfMessageAttributes")).isEqualTo(Json.of("c0127031228ff44ef77c9999b5f75a51"));
    }

    @Test void whoTakesAMessageHidesItForAWhile() {
        var trial = steps("{sqs: {q: {visibilityTimeout: 5, messages: [a]}}}",
                step("receiveMessage", "q", ""), step("receiveMessage", "q", ""), step("receiveMessage", "q", "WaitTimeSeconds: 20"));

        assertThat(trial.at("s1")).isEqualTo(Json.Obj.EMPTY);
        assertThat(trial.at("s2", "Messages", 0, "Body")).isEqualTo(Json.of("a"));
        assertThat(trial.trial.duration()).hasSeconds(5);
    }

    @Test void theVisibilityOfAMessageCanBeChanged() {
        var trial = steps("{sqs: {q: {messages: [a]}}}",
                step("receiveMessage", "q", ""),
                step("changeMessageVisibility", "q", "VisibilityTimeout: 0, ReceiptHandle.$: '$.s0.Messages[0].ReceiptHandle'"),
                step("receiveMessage", "q", "MessageSystemAttributeNames: [ApproximateReceiveCount]"));

        assertThat(trial.at("s2", "Messages", 0, "Attributes")).isEqualTo(Trial.json("{ApproximateReceiveCount: '2'}"));
    }

    @Test void aDelayedMessageAppearsLater() {
        var trial = steps("{sqs: {q: {delaySeconds: 3}}}",
                step("sendMessage", "q", "MessageBody: a"), step("receiveMessage", "q", ""), step("receiveMessage", "q", "WaitTimeSeconds: 10"));

        assertThat(trial.at("s1")).isEqualTo(Json.Obj.EMPTY);
        assertThat(trial.at("s2", "Messages", 0, "Body")).isEqualTo(Json.of("a"));
    }

    @Test void whatIsReceivedTooOftenGoesToTheDeadLetterQueue() {
        var trial = steps("{sqs: {q: {visibilityTimeout: 0, messages: [a], redrivePolicy: {queue: dead, maxReceiveCount: 2}}, dead: {}}}",
                step("receiveMessage", "q", ""), step("receiveMessage", "q", ""), step("receiveMessage", "q", ""));

        assertThat(trial.at("s2")).isEqualTo(Json.Obj.EMPTY);
        assertThat(trial.world("sqs", "dead", "messages")).isEqualTo(Trial.json("[a]"));
        assertThat(trial.world("sqs", "q", "messages")).isEqualTo(Json.Arr.EMPTY);
    }

    @Test void aFifoQueueTakesTheSameMessageOnceInFiveMinutes() {
        String send = "MessageGroupId: g, MessageBody: a";
        var trial = steps("{sqs: {q.fifo: {}}}", step("sendMessage", "q.fifo", send), step("sendMessage", "q.fifo", send),
                "Wait", step("sendMessage", "q.fifo", send));

        assertThat(trial.at("s1")).isEqualTo(trial.at("s0"));
        assertThat(trial.at("s3")).isNotEqualTo(trial.at("s0"));
        assertThat(trial.world("sqs", "q.fifo", "messages")).isEqualTo(Trial.json("[{body: a, groupId: g}, {body: a, groupId: g}]"));
    }

    @Test void aGroupWaitsForItsFirstMessage() {
        var trial = steps("{sqs: {q.fifo: {messages: [{body: a1, groupId: a}, {body: a2, groupId: a}, {body: b1, groupId: b}]}}}",
                step("receiveMessage", "q.fifo", ""), step("receiveMessage", "q.fifo", "MaxNumberOfMessages: 10"));

        assertThat(trial.at("s0", "Messages", 0, "Body")).isEqualTo(Json.of("a1"));
        assertThat(((Json.Arr) trial.at("s1", "Messages")).items()).hasSize(1);
        assertThat(trial.at("s1", "Messages", 0, "Body")).isEqualTo(Json.of("b1"));
    }

    @Test void sequenceNumbersGrow() {
        var trial = steps("{sqs: {q.fifo: {}}}",
                step("sendMessage", "q.fifo", "MessageGroupId: g, MessageBody: a"), step("sendMessage", "q.fifo", "MessageGroupId: g, MessageBody: b"));

        assertThat(trial.at("s0", "SequenceNumber").toString()).isLessThan(trial.at("s1", "SequenceNumber").toString());
    }

    @Test void oneBadEntryLeavesTheRestOfABatchAlone() {
        var trial = steps("{sqs: {q: {}}}", step("sendMessageBatch", "q", "Entries: [{Id: a, MessageBody: x}, {Id: b, MessageBody: ''}]"));

        assertThat(trial.at("s0", "Successful", 0, "Id")).isEqualTo(Json.of("a"));
        assertThat(trial.at("s0", "Failed")).isEqualTo(Trial.json(
                "[{Code: MissingParameter, Id: b, Message: The request must contain the parameter MessageBody., SenderFault: true}]"));
    }

    @Test void aQueueIsMadeEmptiedAndDeleted() {
        var trial = steps("{sqs: {}}",
                sdk("createQueue", "QueueName: n, Attributes: {VisibilityTimeout: '7'}"),
                step("sendMessage", "n", "MessageBody: a"),
                step("purgeQueue", "n", ""),
                step("getQueueAttributes", "n", "AttributeNames: [VisibilityTimeout, ApproximateNumberOfMessages]"),
                sdk("listQueues", ""),
                step("deleteQueue", "n", ""));

        assertThat(trial.at("s0")).isEqualTo(Trial.json("{QueueUrl: 'https://sqs.us-east-1.amazonaws.com/111122223333/n'}"));
        assertThat(trial.at("s3", "Attributes")).isEqualTo(Trial.json("{ApproximateNumberOfMessages: '0', VisibilityTimeout: '7'}"));
        assertThat(trial.at("s4")).isEqualTo(Trial.json("{QueueUrls: ['https://sqs.us-east-1.amazonaws.com/111122223333/n']}"));
        assertThat(trial.trial.cloud().changes()).extracting(change -> change.kind()).containsExactly(
                "sqs:createQueue", "sqs:sendMessage", "sqs:purgeQueue", "sqs:deleteQueue");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sendMessage | q | 'MessageBody: \"\"' | Sqs.SqsException | The request must contain the parameter MessageBody.",
        "sendMessage | q.fifo | MessageBody: a | Sqs.SqsException | The request must contain the parameter MessageGroupId.",
        "sendMessage | q | 'MessageBody: a, DelaySeconds: 901' | Sqs.SqsException | Value 901 for parameter DelaySeconds is invalid.",
        "sendMessage | q | 'MessageBody: \"\\u0001\"' | Sqs.InvalidMessageContentsException | Invalid characters found.",
        "sendMessage | no | MessageBody: a | Sqs.QueueDoesNotExistException | The specified queue does not exist.",
        "deleteMessage | q | ReceiptHandle: x | Sqs.ReceiptHandleIsInvalidException | The input receipt handle",
        "sendMessageBatch | q | 'Entries: []' | Sqs.EmptyBatchRequestException | There should be at least one",
        "sendMessageBatch | q | 'Entries: [{Id: a, MessageBody: x}, {Id: a, MessageBody: y}]' | Sqs.BatchEntryIdsNotDistinctException | Id a repeated.",
        "setQueueAttributes | q | 'Attributes: {Colour: red}' | Sqs.InvalidAttributeNameException | Unknown Attribute Colour."})
    void whatIsWrongIsNamed(String action, String queue, String request, String error, String cause) {
        var failure = Trial.call("arn:aws:states:::aws-sdk:sqs:" + action,
                "{" + URL.formatted(queue) + (request.isEmpty() ? "" : ", " + request) + "}", "{sqs: {q: {}, q.fifo: {}}}").failure();

        assertThat(failure.error()).isEqualTo(error);
        assertThat(failure.cause()).startsWith(cause);
    }

    /// A run whose steps ask one thing after the other and keep each answer under `s0`, `s1`, …
    record Steps(Trial trial) {
        Json at(Object... path) {
            return walk(trial.output(), path);
        }

        Json world(Object... path) {
            return walk(trial.cloud().world(), path);
        }

        static Json walk(Json json, Object... path) {
            for (Object step : path) json = step instanceof Integer index ? ((Json.Arr) json).get(index) : ((Json.Obj) json).get((String) step);
            return json;
        }
    }

    static String step(String action, String queue, String request) {
        return sdk(action, URL.formatted(queue) + (request.isEmpty() ? "" : ", " + request));
    }

    private static String sdk(String action, String request) {
        return "Type: Task, Resource: 'arn:aws:states:::aws-sdk:sqs:" + action + "', Parameters: {" + request + "}";
    }

    static Steps steps(String world, String... steps) {
        var states = new StringBuilder();
        for (int i = 0; i < steps.length; i++) {
            String state = steps[i].equals("Wait") ? "Type: Wait, Seconds: 300" : steps[i] + ", ResultPath: $.s" + i;
            states.append("s%d: {%s, %s},".formatted(i, state, i + 1 < steps.length ? "Next: s" + (i + 1) : "End: true"));
        }
        return new Steps(Trial.run("{StartAt: s0, States: {" + states + "}}", "{}", world));
    }
}
