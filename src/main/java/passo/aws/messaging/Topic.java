package passo.aws.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import passo.engine.StartExecution;
import passo.json.Json;

/// One topic: what was published on it, and who gets that.
final class Topic {

    /// How long a FIFO topic knows what was published on it.
    private static final Duration DEDUPLICATION = Duration.ofMinutes(5);

    /// What was answered to a publication.
    private record Known(Json.Obj answer, Instant at) {}

    final String name;
    final String arn;
    final List<Subscription> subscriptions = new ArrayList<>();
    private final Json.Obj described;
    private final List<Json> messages = new ArrayList<>();
    private final Map<String, Known> known = new HashMap<>();

    /// @param ids makes an id for each subscription
    Topic(String name, Json.Obj described, String account, Supplier<String> ids) {
        this.name = name;
        this.described = described;
        arn = "arn:aws:sns:" + StartExecution.REGION + ":" + account + ":" + name;
        if (described.get("messages") instanceof Json.Arr arr) messages.addAll(arr.items());
        if (described.get("subscriptions") instanceof Json.Arr arr) arr.forEach(one -> subscribe((Json.Obj) one, ids.get()));
    }

    Subscription subscribe(Json.Obj subscription, String id) {
        Subscription subscribed = Subscription.of(subscription, arn + ":" + id);
        subscriptions.add(subscribed);
        return subscribed;
    }

    boolean isFifo() {
        return name.endsWith(".fifo") || Json.TRUE.equals(described.get("fifo"));
    }

    /// In a world that does not say otherwise, content decides: a message needs no id of its own there.
    boolean isDeduplicatedByContent() {
        return !Json.FALSE.equals(described.get("contentBasedDeduplication"));
    }

    /// What was answered to the message that came with the same id a short while ago.
    Optional<Json.Obj> answeredBefore(String deduplicationId, Instant now) {
        return Optional.ofNullable(known.get(deduplicationId)).filter(before -> now.isBefore(before.at.plus(DEDUPLICATION))).map(Known::answer);
    }

    void add(String message, String deduplicationId, Json.Obj answer, Instant now) {
        messages.add(Json.of(message));
        if (!deduplicationId.isEmpty()) known.put(deduplicationId, new Known(answer, now));
    }

    /// As a world has it.
    Json.Obj json() {
        Json.Obj json = described.with("messages", new Json.Arr(messages));
        boolean subscribed = !subscriptions.isEmpty() || described.has("subscriptions");
        return subscribed ? json.with("subscriptions", new Json.Arr(subscriptions.stream().map(Subscription::json).toList())) : json;
    }
}
