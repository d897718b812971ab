package passo.aws.messaging;

import java.time.Duration;
import passo.aws.service.Delivery;
import passo.aws.service.Origin;
import passo.engine.Agenda;
import passo.engine.StartExecution;
import passo.json.Json;
import passo.json.JsonText;

/// What a rule or a schedule sends something to: a state machine, a queue, a topic, a function, or an action of any other service.
///
/// @param messageGroup of a FIFO queue's messages; empty for none
record Target(String arn, String messageGroup) {

    private static final String UNIVERSAL = "arn:aws:scheduler:::aws-sdk:";

    /// As a world describes it, by the name of a thing of the world or by an ARN.
    static Target of(Json.Obj described, String account) {
        String region = ":" + StartExecution.REGION + ":" + account + ":";
        String arn = described.has("stateMachine") ? "arn:aws:states" + region + "stateMachine:" + text(described, "stateMachine")
                : described.has("queue") ? "arn:aws:sqs" + region + text(described, "queue")
                : described.has("topic") ? "arn:aws:sns" + region + text(described, "topic")
                : described.has("function") ? "arn:aws:lambda" + region + "function:" + text(described, "function")
                : text(described, "arn");
        return new Target(arn, text(described, "messageGroupId"));
    }

    /// Sends a text after a while.
    ///
    /// @param name of the execution that a state machine begins
    void send(Origin origin, Duration delay, String text, String name, Delivery delivery, Agenda agenda) {
        String[] parts = arn.split(":");
        String last = parts[parts.length - 1];
        Json payload = Json.of(text);
        var body = Json.Obj.builder();
        if (arn.startsWith(UNIVERSAL)) {
            Json.Obj request = JsonText.read(text) instanceof JsonText.Reading.Value(Json.Obj obj, _) ? obj : Json.Obj.EMPTY;
            delivery.deliver(origin, delay, parts[parts.length - 2], last, request, agenda);
            return;
        }
        switch (parts.length > 2 ? parts[2] : "") {
            case "states" -> delivery.deliver(origin, delay, "sfn", "startExecution",
                    body.put("StateMachineArn", arn).put("Input", payload).put("Name", name).build(), agenda);
            case "sqs" -> {
                body.put("QueueUrl", "https://sqs." + StartExecution.REGION + ".amazonaws.com/" + parts[4] + "/" + last).put("MessageBody", payload);
                if (!messageGroup.isEmpty()) body.put("MessageGroupId", messageGroup);
                delivery.deliver(origin, delay, "sqs", "sendMessage", body.build(), agenda);
            }
            case "sns" -> delivery.deliver(origin, delay, "sns", "publish", body.put("TopicArn", arn).put("Message", payload).build(), agenda);
            case "lambda" -> delivery.deliver(origin, delay, "lambda", "invoke",
                    body.put("FunctionName", arn).put("InvocationType", "Event").put("Payload", payload).build(), agenda);
            // What no service here takes is lost, as on AWS.
            default -> {}
        }
    }

    private static String text(Json.Obj obj, String name) {
        return obj.get(name) instanceof Json.Str(var text) ? text : "";
    }
}
