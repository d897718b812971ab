package passo.aws.messaging;

import java.time.Instant;
import java.util.Optional;
import passo.engine.StartExecution;
import passo.json.Json;

/// A message of a topic on its way to those who subscribe.
///
/// @param message its text for this protocol
/// @param groupId empty where it has none; so `deduplicationId` and `sequenceNumber`
record Publication(String id, Topic topic, String message, Optional<String> subject, Json.Obj attributes, String groupId, String deduplicationId,
        String sequenceNumber, Instant at) {

    private static final String HOST = "https://sns." + StartExecution.REGION + ".amazonaws.com/";

    Publication with(String otherMessage) {
        return new Publication(id, topic, otherMessage, subject, attributes, groupId, deduplicationId, sequenceNumber, at);
    }

    /// The request that puts it into a queue.
    Json.Obj toQueue(Subscription subscription) {
        var body = Json.Obj.builder().put("QueueUrl", "https://sqs." + StartExecution.REGION + ".amazonaws.com/" + topic.arn.split(":")[4] + "/" + subscription.name())
                .put("MessageBody", subscription.isRaw() ? message : envelope(subscription).toString());
        if (subscription.isRaw() && !attributes.isEmpty()) body.put("MessageAttributes", attributes);
        if (!groupId.isEmpty()) body.put("MessageGroupId", groupId);
        if (!deduplicationId.isEmpty() && subscription.name().endsWith(".fifo")) body.put("MessageDeduplicationId", deduplicationId);
        return body.build();
    }

    /// What SNS says about it, around it. Here nobody checks a signature.
    private Json.Obj envelope(Subscription subscription) {
        var envelope = Json.Obj.builder().put("Type", "Notification").put("MessageId", id);
        if (!sequenceNumber.isEmpty()) envelope.put("SequenceNumber", sequenceNumber);
        envelope.put("TopicArn", topic.arn);
        subject.ifPresent(text -> envelope.put("Subject", text));
        envelope.put("Message", message).put("Timestamp", at.toString()).put("SignatureVersion", "1").put("Signature", "EXAMPLE")
                .put("SigningCertURL", HOST + "SimpleNotificationService-EXAMPLE.pem").put("UnsubscribeURL", unsubscribe(subscription));
        if (!attributes.isEmpty()) envelope.put("MessageAttributes", MessageAttributes.told(attributes));
        return envelope.build();
    }

    private static String unsubscribe(Subscription subscription) {
        return HOST + "?Action=Unsubscribe&SubscriptionArn=" + subscription.arn();
    }

    /// The request that calls a function with it. AWS, "Invoking Lambda functions with Amazon SNS notifications".
    Json.Obj toFunction(Subscription subscription, String account) {
        Json.Obj about = Json.Obj.builder().put("Type", "Notification").put("MessageId", id).put("TopicArn", topic.arn)
                .put("Subject", subject.<Json>map(Json::of).orElse(Json.NULL)).put("Message", message).put("Timestamp", at.toString())
                .put("SignatureVersion", "1").put("Signature", "EXAMPLE").put("SigningCertUrl", HOST + "SimpleNotificationService-EXAMPLE.pem")
                .put("UnsubscribeUrl", unsubscribe(subscription)).put("MessageAttributes", MessageAttributes.told(attributes)).build();
        Json.Obj event = Json.Obj.of("Records", Json.array(Json.Obj.builder().put("EventSource", "aws:sns").put("EventVersion", "1.0")
                .put("EventSubscriptionArn", subscription.arn()).put("Sns", about).build()));
        return Json.Obj.builder().put("FunctionName", subscription.endpointArn(account)).put("InvocationType", "Event")
                .put("Payload", event.toString()).build();
    }
}
