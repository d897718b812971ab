package passo.aws.messaging;

import java.util.Optional;
import passo.engine.StartExecution;
import passo.json.Json;
import passo.json.JsonText;

/// Who gets what is published on a topic.
///
/// @param protocol such as `sqs` or `lambda`
/// @param endpoint by its ARN, or by its name in the world
/// @param json as the world has it
record Subscription(String arn, String protocol, String endpoint, Json.Obj json) {

    static Subscription of(Json.Obj described, String arn) {
        return new Subscription(arn, described.get("protocol") instanceof Json.Str(var protocol) ? protocol : "",
                described.get("endpoint") instanceof Json.Str(var endpoint) ? endpoint : "", described);
    }

    /// Does it get the message alone, without what SNS says about it?
    boolean isRaw() {
        return Json.TRUE.equals(json.get("rawMessageDelivery"));
    }

    /// Does it want a message?
    boolean wants(String message, Json.Obj attributes) {
        if (!(json.get("filterPolicy") instanceof Json.Obj policy)) return true;
        var pattern = new EventPattern(policy);
        if (!Json.of("MessageBody").equals(json.get("filterPolicyScope"))) return pattern.matches(MessageAttributes.values(attributes));
        return JsonText.read(message) instanceof JsonText.Reading.Value(Json.Obj body, _) && pattern.matches(body);
    }

    String endpointArn(String account) {
        return endpoint.startsWith("arn:") || !protocol.equals("sqs") && !protocol.equals("lambda") ? endpoint
                : "arn:aws:" + protocol + ":" + StartExecution.REGION + ":" + account + ":" + (protocol.equals("lambda") ? "function:" : "") + endpoint;
    }

    String name() {
        return endpoint.substring(endpoint.lastIndexOf(':') + 1);
    }

    /// The text for a protocol, where the message has one of its own for each.
    static Optional<String> text(Json.Obj byProtocol, String protocol) {
        return Optional.ofNullable(byProtocol.get(protocol)).or(() -> Optional.ofNullable(byProtocol.get("default")))
                .flatMap(text -> text instanceof Json.Str(var own) ? Optional.of(own) : Optional.empty());
    }
}
