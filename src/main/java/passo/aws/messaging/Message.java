package passo.aws.messaging;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import passo.expression.Digest;
import passo.json.Json;

/// A message in a queue, and how it fares there. Confined to its queue.
final class Message {

    final String id;
    final String body;
    /// As SendMessage has them.
    final Json.Obj attributes;
    /// Empty where the message has none; so `deduplicationId` and `sequenceNumber`.
    final String groupId;
    final String deduplicationId;
    final String sequenceNumber;
    final Instant sent;
    /// From when on it can be received.
    Instant visible;
    int received;
    Instant firstReceived = Instant.EPOCH;
    String receipt = "";

    Message(String id, String body, Json.Obj attributes, String groupId, String deduplicationId, String sequenceNumber, Instant sent, Instant visible) {
        this.id = id;
        this.body = body;
        this.attributes = attributes;
        this.groupId = groupId;
        this.deduplicationId = deduplicationId;
        this.sequenceNumber = sequenceNumber;
        this.sent = sent;
        this.visible = visible;
    }

    /// A message that a world brings along: its text, or an object with `body` and what else there is to say.
    static Message of(Json described, String id, Instant at) {
        Json.Obj message = described instanceof Json.Obj obj && obj.has("body") ? obj : Json.Obj.of("body", described);
        return new Message(id, text(message, "body"), message.get("attributes") instanceof Json.Obj own ? own : Json.Obj.EMPTY,
                text(message, "groupId"), "", "", at, at);
    }

    private static String text(Json.Obj obj, String name) {
        return switch (obj.get(name)) {
            case null -> "";
            case Json.Str(var text) -> text;
            case Json other -> other.toString();
        };
    }

    /// The same in a dead-letter queue.
    Message buried(Instant at) {
        return new Message(id, body, attributes, groupId, "", sequenceNumber, sent, at);
    }

    /// Was it received, and is it hidden since?
    boolean isInFlight(Instant now) {
        return received > 0 && visible.isAfter(now);
    }

    /// As a world has it: its text alone where that is all.
    Json json() {
        if (attributes.isEmpty() && groupId.isEmpty() && received == 0) return Json.of(body);
        var json = Json.Obj.builder().put("body", body);
        if (!attributes.isEmpty()) json.put("attributes", attributes);
        if (!groupId.isEmpty()) json.put("groupId", groupId);
        if (received > 0) json.put("receiveCount", received);
        return json.build();
    }

    /// As SendMessage has it, for the list of what changed.
    Json.Obj sentAs() {
        var json = Json.Obj.builder().put("MessageBody", body);
        if (!attributes.isEmpty()) json.put("MessageAttributes", attributes);
        if (!groupId.isEmpty()) json.put("MessageGroupId", groupId);
        return json.build();
    }

    /// AWS, ReceiveMessage.
    ///
    /// @param system the names of attributes of the message that are to be told, or `All`
    /// @param own likewise, of those that its sender gave it; `prefix.*` is all that begin so
    Json.Obj told(List<String> system, List<String> own) {
        var told = Json.Obj.builder();
        Json.Obj about = chosen(about(), name -> system.contains("All") || system.contains(name));
        if (!about.isEmpty()) told.put("Attributes", about);
        told.put("Body", body).put("MD5OfBody", Digest.hex(body, "MD5"));
        Json.Obj brought = chosen(attributes, name -> own.stream().anyMatch(wish -> isWished(wish, name)));
        if (!brought.isEmpty()) told.put("MD5OfMessageAttributes", MessageAttributes.digest(brought)).put("MessageAttributes", brought);
        return told.put("MessageId", id).put("ReceiptHandle", receipt).build();
    }

    private static boolean isWished(String wish, String name) {
        return wish.equals("All") || wish.equals(name) || wish.endsWith(".*") && name.startsWith(wish.substring(0, wish.length() - 2));
    }

    private static Json.Obj chosen(Json.Obj all, Predicate<String> wanted) {
        var chosen = Json.Obj.builder();
        all.forEach((name, value) -> {
            if (wanted.test(name)) chosen.put(name, value);
        });
        return chosen.build();
    }

    private Json.Obj about() {
        var about = Json.Obj.builder().put("ApproximateFirstReceiveTimestamp", String.valueOf(firstReceived.toEpochMilli()))
                .put("ApproximateReceiveCount", String.valueOf(received)).put("SentTimestamp", String.valueOf(sent.toEpochMilli()));
        if (!deduplicationId.isEmpty()) about.put("MessageDeduplicationId", deduplicationId);
        if (!groupId.isEmpty()) about.put("MessageGroupId", groupId);
        if (!sequenceNumber.isEmpty()) about.put("SequenceNumber", sequenceNumber);
        return about.build();
    }
}
