package passo.aws.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import passo.engine.StartExecution;
import passo.json.Json;

/// One queue: its messages in order, and who may have which of them when.
final class Queue {

    /// How long a FIFO queue knows what was sent to it.
    private static final Duration DEDUPLICATION = Duration.ofMinutes(5);
    private static final String RECEIPT = "AQEB";

    /// How many messages can be received, how many someone has, how many are still to appear.
    record Counts(int visible, int inFlight, int delayed) {}

    private record Sent(Message message, Instant at) {}

    final String name;
    QueueSettings settings;
    private final List<Message> messages = new ArrayList<>();
    private final Map<String, Sent> sent = new HashMap<>();
    private Optional<Instant> purged = Optional.empty();

    Queue(QueueSettings settings) {
        this.name = settings.queue();
        this.settings = settings;
    }

    static String arn(String name, String account) {
        return "arn:aws:sqs:" + StartExecution.REGION + ":" + account + ":" + name;
    }

    boolean isFifo() {
        return settings.isFifo();
    }

    /// The message that came with the same id a short while ago.
    Optional<Message> sentBefore(String deduplicationId, Instant now) {
        return Optional.ofNullable(sent.get(deduplicationId)).filter(before -> now.isBefore(before.at.plus(DEDUPLICATION))).map(Sent::message);
    }

    void add(Message message, Instant now) {
        messages.add(message);
        if (!message.deduplicationId.isEmpty()) sent.put(message.deduplicationId, new Sent(message, now));
    }

    /// Takes messages for a while. Of a FIFO queue, nothing of a group whose earlier messages someone has.
    ///
    /// @param dead gets the messages that were received too often
    List<Message> receive(int most, Instant now, Duration hidden, Consumer<Message> dead) {
        messages.removeIf(message -> !now.isBefore(message.sent.plus(settings.duration(QueueSettings.Amount.MessageRetentionPeriod))));
        int limit = settings.redrive().map(QueueSettings.Redrive::maxReceiveCount).orElse(Integer.MAX_VALUE);
        List<Message> taken = new ArrayList<>();
        List<Message> given = new ArrayList<>();
        Set<String> blocked = new HashSet<>();
        for (Message message : messages) {
            if (taken.size() == most) break;
            boolean hiddenNow = message.visible.isAfter(now);
            if (hiddenNow && isFifo()) blocked.add(message.groupId);
            if (hiddenNow || blocked.contains(message.groupId)) continue;
            (message.received >= limit ? given : taken).add(message);
        }
        messages.removeAll(given);
        given.forEach(dead);
        for (Message message : taken) {
            if (message.received++ == 0) message.firstReceived = now;
            message.visible = now.plus(hidden);
            message.receipt = RECEIPT + Base64.getEncoder().encodeToString((message.id + ":" + message.received).getBytes(StandardCharsets.US_ASCII));
        }
        return taken;
    }

    /// Is a text what a receipt may look like?
    static boolean isReceipt(String receipt) {
        return receipt.startsWith(RECEIPT);
    }

    /// The message of the latest receipt; empty where it is gone, or was received again since.
    Optional<Message> received(String receipt) {
        return messages.stream().filter(message -> message.receipt.equals(receipt)).findFirst();
    }

    void delete(Message message) {
        messages.remove(message);
    }

    /// @return whether it was not done a moment ago
    boolean purge(Instant now) {
        if (purged.isPresent() && now.isBefore(purged.get().plusSeconds(60))) return false;
        purged = Optional.of(now);
        messages.clear();
        return true;
    }

    Counts counts(Instant now) {
        int inFlight = 0;
        int delayed = 0;
        for (Message message : messages) {
            if (message.isInFlight(now)) inFlight++;
            else if (message.visible.isAfter(now)) delayed++;
        }
        return new Counts(messages.size() - inFlight - delayed, inFlight, delayed);
    }

    /// AWS, GetQueueAttributes.
    Json.Obj told(String account, Instant now) {
        Counts counts = counts(now);
        return Json.Obj.builder().put("ApproximateNumberOfMessages", String.valueOf(counts.visible))
                .put("ApproximateNumberOfMessagesDelayed", String.valueOf(counts.delayed))
                .put("ApproximateNumberOfMessagesNotVisible", String.valueOf(counts.inFlight))
                .put("QueueArn", arn(name, account)).putAll(settings.told(account)).build();
    }

    /// As a world has it.
    Json.Obj json() {
        return settings.json().with("messages", new Json.Arr(messages.stream().map(Message::json).toList()));
    }
}
