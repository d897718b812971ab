package passo.aws.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Bystanders;
import passo.aws.service.Callback;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.aws.service.Service;
import passo.engine.Agenda;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// Topics and what was published to them; a queue that subscribes gets the notification, as SNS wraps it.
public final class Sns implements Service {

    private final Json.Obj described;
    private final Map<String, List<Json>> topics = new TreeMap<>();
    private final Sqs sqs;
    private final Bystanders bystanders;
    private final Ledger ledger;
    private final Actions actions;

    /// @param described the topics, as a world describes them
    public Sns(Json.Obj described, Sqs sqs, Bystanders bystanders, Ledger ledger) {
        this.described = described;
        actions = new Actions(Api.SNS, ledger)
                .sends("publish", this::publish, "NotFound", "InvalidParameter");
        this.sqs = sqs;
        this.bystanders = bystanders;
        this.ledger = ledger;
        described.forEach((name, topic) -> topics.put(name, Messages.of(topic)));
    }

    @Override
    public Actions actions() {
        return actions;
    }

    private Outcome publish(Request request, Agenda agenda) {
        String arn = request.content("TopicArn").or(() -> request.content("TargetArn")).orElse("");
        String topic = arn.substring(arn.lastIndexOf(':') + 1);
        Optional<String> message = request.content("Message");
        // A text to a telephone goes to nobody here.
        boolean toTelephone = arn.isEmpty() && !request.text("PhoneNumber").isEmpty();
        if (!toTelephone && !arn.matches("arn:aws:sns:[a-z0-9-]+:\\d{12}:.+")) {
            return Api.SNS.failure(request, ledger, 400, "InvalidParameter", "Invalid parameter: TopicArn");
        }
        if (!toTelephone && !topics.containsKey(topic)) return Api.SNS.failure(request, ledger, 404, "NotFound", "Topic does not exist");
        if (message.isEmpty() || message.get().isEmpty()) {
            return Api.SNS.failure(request, ledger, 400, "InvalidParameter", "Invalid parameter: Empty message");
        }
        String id = ledger.uuid();
        ledger.changed(request, toTelephone ? request.text("PhoneNumber") : topic, Json.Obj.of("Message", Json.of(message.get())));
        if (!toTelephone) deliver(request, topic, arn, id, message.get(), agenda);
        Json.Obj answer = Json.Obj.of("MessageId", Json.of(id));
        return new Outcome.Success(topic.endsWith(".fifo")
                ? answer.with("SequenceNumber", Json.of("1%019d".formatted(ledger.number() % 1_000_000))) : answer);
    }

    private void deliver(Request request, String topic, String arn, String id, String message, Agenda agenda) {
        List<Json> published = topics.get(topic);
        if (published != null) published.add(Json.of(message));
        bystanders.notice(Callback.Kind.snsNotification, topic, message, Optional.empty(), agenda);
        var notification = Json.Obj.builder().put("Type", "Notification").put("MessageId", id).put("TopicArn", arn);
        request.content("Subject").ifPresent(subject -> notification.put("Subject", subject));
        String text = notification.put("Message", message).put("Timestamp", agenda.now().toString()).build().toString();
        if (described.get(topic) instanceof Json.Obj obj && obj.get("subscriptions") instanceof Json.Arr subscriptions) {
            for (Json subscription : subscriptions) {
                if (subscription instanceof Json.Obj to && Json.of("sqs").equals(to.get("protocol"))
                        && to.get("endpoint") instanceof Json.Str(var queue)) {
                    sqs.receive(request, queue.substring(queue.lastIndexOf(':') + 1), text, agenda);
                }
            }
        }
    }

    @Override
    public Json.Obj world() {
        var world = Json.Obj.builder();
        topics.forEach((name, messages) -> world.put(name,
                (described.get(name) instanceof Json.Obj obj ? obj : Json.Obj.EMPTY).with("messages", new Json.Arr(messages))));
        return world.build();
    }
}
