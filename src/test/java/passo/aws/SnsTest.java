package passo.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passo.aws.service.Change;
import passo.json.Json;

class SnsTest {

    private static final String PUBLISH = "arn:aws:states:::sns:publish";
    private static final String TOPIC = "TopicArn: 'arn:aws:sns:us-east-1:111122223333:t'";

    @Test void aQueueGetsTheMessageWrapped() {
        var trial = Trial.call(PUBLISH, "{" + TOPIC + ", Message: hi, Subject: s, MessageAttributes: {c: {DataType: String, StringValue: red}}}",
                "{sns: {t: {subscriptions: [{protocol: sqs, endpoint: q}]}}, sqs: {q: {}}}");
        var envelope = (Json.Obj) Trial.json(((Json.Str) messages(trial, "q").get(0)).value());

        assertThat(envelope.get("Type")).isEqualTo(Json.of("Notification"));
        assertThat(envelope.get("Message")).isEqualTo(Json.of("hi"));
        assertThat(envelope.get("Subject")).isEqualTo(Json.of("s"));
        assertThat(envelope.get("MessageAttributes")).isEqualTo(Trial.json("{c: {Type: String, Value: red}}"));
        assertThat(envelope.get("MessageId")).isEqualTo(((Json.Obj) trial.answer()).get("MessageId"));
    }

    @Test void aQueueMayGetTheMessageRaw() {
        var trial = Trial.call(PUBLISH, "{" + TOPIC + ", Message: {a: 1}}",
                "{sns: {t: {subscriptions: [{protocol: sqs, endpoint: q, rawMessageDelivery: true}]}}, sqs: {q: {}}}");

        assertThat(messages(trial, "q")).isEqualTo(Json.array(Json.of("{\"a\":1}")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'{filterPolicy: {c: [red]}}' | 1",
        "'{filterPolicy: {c: [blue]}}' | 0",
        "'{filterPolicy: {n: [{numeric: [\">\", 5]}]}}' | 1",
        "'{filterPolicy: {l: [b]}}' | 1",
        "'{filterPolicy: {x: [{exists: false}]}}' | 1",
        "'{filterPolicyScope: MessageBody, filterPolicy: {order: {total: [{numeric: [\">=\", 10]}]}}}' | 1",
        "'{filterPolicyScope: MessageBody, filterPolicy: {order: {total: [{numeric: [\"<\", 10]}]}}}' | 0"})
    void aSubscriptionGetsWhatItsPolicyWants(String policy, int received) {
        String subscription = policy.replaceFirst("\\{", "{protocol: sqs, endpoint: q, ");
        var trial = Trial.call(PUBLISH, "{" + TOPIC + """
                , Message: {order: {total: 10}}, MessageAttributes: {c: {DataType: String, StringValue: red}, n: {DataType: Number, StringValue: '7'},
                 l: {DataType: String.Array, StringValue: '["a", "b"]'}}}""", "{sns: {t: {subscriptions: [" + subscription + "]}}, sqs: {q: {}}}");

        assertThat(messages(trial, "q").size()).isEqualTo(received);
    }

    @Test void aFunctionIsCalledAndWritesAtItsTime() {
        var trial = Trial.call(PUBLISH, "{" + TOPIC + ", Message: hi}", """
                {sns: {t: {subscriptions: [{protocol: lambda, endpoint: f}]}}, sqs: {q: {}}, lambda: {f: {code: "
                const {SQSClient, SendMessageCommand} = require('@aws-sdk/client-sqs');
                exports.handler = async event => { await new Promise(done => setTimeout(done, 1000));
                await new SQSClient().send(new SendMessageCommand({QueueUrl: 'q', MessageBody: event.Records[0].Sns.Message + '!'})); }"}}}""");

        assertThat(messages(trial, "q")).isEqualTo(Trial.json("['hi!']"));
        assertThat(trial.cloud().changes()).extracting(Change::kind).containsExactly("sns:publish", "lambda:invoke", "sqs:sendMessage");
        assertThat(trial.cloud().changes().getLast().at()).isAfter(trial.trace().end().plusSeconds(1));
    }

    @Test void eachProtocolMayHaveATextOfItsOwn() {
        var trial = Trial.call(PUBLISH, "{" + TOPIC + ", MessageStructure: json, Message: '{\"default\": \"d\", \"sqs\": \"s\"}'}",
                "{sns: {t: {subscriptions: [{protocol: sqs, endpoint: q, rawMessageDelivery: true}]}}, sqs: {q: {}}}");

        assertThat(messages(trial, "q")).isEqualTo(Trial.json("[s]"));
    }

    @Test void aFifoTopicKeepsOrderAndForgetsDuplicates() {
        String publish = "{TopicArn: 'arn:aws:sns:us-east-1:111122223333:t.fifo', PublishBatchRequestEntries: [{Id: a, Message: m, MessageGroupId: g}, "
                + "{Id: b, Message: m, MessageGroupId: g}, {Id: c, Message: n, MessageGroupId: g}, {Id: d, Message: n}]}";
        var trial = Trial.call("arn:aws:states:::aws-sdk:sns:publishBatch", publish,
                "{sns: {t.fifo: {subscriptions: [{protocol: sqs, endpoint: q.fifo, rawMessageDelivery: true}]}}, sqs: {q.fifo: {}}}");

        assertThat(messages(trial, "q.fifo")).isEqualTo(Trial.json("[{body: m, groupId: g}, {body: n, groupId: g}]"));
        assertThat(((Json.Obj) trial.output()).get("Failed")).isEqualTo(Trial.json("[{Code: InvalidParameter, Id: d, "
                + "Message: 'Invalid parameter: The MessageGroupId parameter is required for FIFO topics', SenderFault: true}]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'TopicArn: x, Message: a' | SNS.InvalidParameterException | Invalid parameter: TopicArn (",
        "'TopicArn: \"arn:aws:sns:us-east-1:111122223333:no\", Message: a' | SNS.NotFoundException | Topic does not exist (",
        "'TopicArn: \"arn:aws:sns:us-east-1:111122223333:t\", Message: \"\"' | SNS.InvalidParameterException | Invalid parameter: Empty message (",
        "'TopicArn: \"arn:aws:sns:us-east-1:111122223333:t\", Message: a, MessageStructure: json' | SNS.InvalidParameterException "
                + "| Invalid parameter: Message Structure - JSON message body failed to parse (",
        "'TopicArn: \"arn:aws:sns:us-east-1:111122223333:t\", Message: {sqs: a}, MessageStructure: json' | SNS.InvalidParameterException "
                + "| Invalid parameter: Message Structure - No default entry in JSON message body ("})
    void whatIsWrongIsNamed(String request, String error, String cause) {
        var failure = Trial.call(PUBLISH, "{" + request + "}", "{sns: {t: {}}}").failure();

        assertThat(failure.error()).isEqualTo(error);
        assertThat(failure.cause()).startsWith(cause);
    }

    static Json.Arr messages(Trial trial, String queue) {
        return (Json.Arr) SqsTest.Steps.walk(trial.cloud().world(), "sqs", queue, "messages");
    }
}
