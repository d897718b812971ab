package passo.aws.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import passo.aws.messaging.Answer.Done;
import passo.aws.messaging.Answer.Fault;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Bystanders;
import passo.aws.service.Callback;
import passo.aws.service.Delivery;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.aws.service.Service;
import passo.engine.Agenda;
import passo.engine.semantics.Outcome;
import passo.expression.Digest;
import passo.json.Json;
import passo.json.JsonText;

/// The topics of a world, what is published on them, and the queues and functions that subscribe.
public final class Sns implements Service {

    /// How long a message takes from the topic to those who subscribe.
    private static final Duration WAY = Duration.ofMillis(30);
    private static final int MOST_BYTES = 256 << 10;
    private static final int LONGEST_SUBJECT = 100;
    private static final Pattern ARN = Pattern.compile("arn:aws:sns:[a-z0-9-]+:\\d{12}:.+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}|[A-Za-z0-9_-]{1,251}\\.fifo");
    private static final Batch BATCH = new Batch("PublishBatchRequestEntries", MOST_BYTES);
    private static final Done NOTHING = new Done(Json.Obj.EMPTY);

    private final Map<String, Topic> topics = new TreeMap<>();
    private final String account;
    private final Delivery delivery;
    private final Bystanders bystanders;
    private final Ledger ledger;
    private final Actions actions;

    /// @param described the topics, as a world describes them
    public Sns(Json.Obj described, String account, Delivery delivery, Bystanders bystanders, Ledger ledger) {
        this.account = account;
        this.delivery = delivery;
        this.bystanders = bystanders;
        this.ledger = ledger;
        described.forEach((name, topic) -> topics.put(name, new Topic(name, (Json.Obj) topic, account, ledger::uuid)));
        actions = new Actions(Api.SNS, ledger)
                .sends("publish", (request, agenda) -> publish(request, agenda).outcome(request, Api.SNS, ledger), "NotFound", "InvalidParameter")
                .sends("publishBatch", (request, agenda) -> batch(request, agenda).outcome(request, Api.SNS, ledger),
                        "NotFound", "InvalidParameter", "EmptyBatchRequest", "TooManyEntriesInBatchRequest", "BatchEntryIdsNotDistinct",
                        "InvalidBatchEntryId", "BatchRequestTooLong")
                .writes("subscribe", said(this::subscribe), "NotFound", "InvalidParameter")
                .deletes("unsubscribe", said(this::unsubscribe), "InvalidParameter")
                .writes("createTopic", said(this::create), "InvalidParameter")
                .deletes("deleteTopic", said(this::delete), "InvalidParameter")
                .reads("listTopics", said(_ -> listed("Topics", topics.values().stream().map(topic -> Json.Obj.of("TopicArn", Json.of(topic.arn))).toList())))
                .reads("listSubscriptions", said(_ -> listed("Subscriptions", topics.values().stream().flatMap(topic -> told(topic).stream()).toList())))
                .reads("listSubscriptionsByTopic", said(request -> on(request, topic -> listed("Subscriptions", told(topic)))), "NotFound", "InvalidParameter");
    }

    private Function<Request, Outcome> said(Function<Request, Answer> answer) {
        return request -> answer.apply(request).outcome(request, Api.SNS, ledger);
    }

    private static Answer listed(String member, List<? extends Json> all) {
        return new Done(Json.Obj.of(member, new Json.Arr(all)));
    }

    @Override
    public Actions actions() {
        return actions;
    }

    private static Fault invalid(String what) {
        return new Fault("InvalidParameter", "Invalid parameter: " + what);
    }

    /// What is asked of one topic, if it is there.
    private Answer on(Request request, Function<Topic, Answer> answer) {
        String arn = request.content("TopicArn").or(() -> request.content("TargetArn")).orElse("");
        if (!ARN.matcher(arn).matches()) return invalid("TopicArn");
        Topic topic = topics.get(arn.substring(arn.lastIndexOf(':') + 1));
        return topic == null ? new Fault("NotFound", "Topic does not exist") : answer.apply(topic);
    }

    private Answer publish(Request request, Agenda agenda) {
        if (!request.body().has("TopicArn") && !request.body().has("TargetArn") && !request.text("PhoneNumber").isEmpty()) return telephone(request);
        return on(request, topic -> publish(request, topic, agenda));
    }

    /// A text to a telephone goes to nobody here.
    private Answer telephone(Request request) {
        Optional<String> message = request.content("Message").filter(text -> !text.isEmpty());
        if (message.isEmpty()) return invalid("Empty message");
        ledger.changed(request, request.text("PhoneNumber"), Json.Obj.of("Message", Json.of(message.get())));
        return new Done(Json.Obj.of("MessageId", Json.of(ledger.uuid())));
    }

    private Answer batch(Request request, Agenda agenda) {
        return on(request, topic -> BATCH.answer(request, Sns::size, entry -> publish(entry, topic, agenda)));
    }

    private static long size(Request request) {
        return request.content("Message").orElse("").getBytes(StandardCharsets.UTF_8).length + MessageAttributes.bytes(request.object("MessageAttributes"));
    }

    private Answer publish(Request request, Topic topic, Agenda agenda) {
        Optional<Fault> fault = fault(request, topic);
        if (fault.isPresent()) return fault.get();
        String message = request.content("Message").orElseThrow();
        String deduplication = topic.isFifo() ? request.content("MessageDeduplicationId").orElseGet(() -> Digest.hex(message, "SHA-256")) : "";
        Optional<Json.Obj> before = topic.answeredBefore(deduplication, request.at());
        if (before.isPresent()) return new Done(before.get());
        var publication = new Publication(ledger.uuid(), topic, message, request.content("Subject"), request.object("MessageAttributes"),
                request.text("MessageGroupId"), deduplication, topic.isFifo() ? ledger.sequence() : "", request.at());
        Json.Obj answer = Json.Obj.of("MessageId", Json.of(publication.id()));
        if (topic.isFifo()) answer = answer.with("SequenceNumber", Json.of(publication.sequenceNumber()));
        topic.add(message, deduplication, answer, request.at());
        ledger.changed(request, topic.name, changed(request, message));
        bystanders.notice(Callback.Kind.snsNotification, topic.name, message, Optional.empty(), agenda);
        deliver(request, publication, agenda);
        return new Done(answer);
    }

    private static Json.Obj changed(Request request, String message) {
        var detail = Json.Obj.builder().put("Message", message);
        request.content("Subject").ifPresent(subject -> detail.put("Subject", subject));
        if (!request.object("MessageAttributes").isEmpty()) detail.put("MessageAttributes", request.object("MessageAttributes"));
        return detail.build();
    }

    private static Optional<Fault> fault(Request request, Topic topic) {
        String message = request.content("Message").orElse("");
        if (message.isEmpty()) return Optional.of(invalid("Empty message"));
        if (size(request) > MOST_BYTES) return Optional.of(invalid("Message too long"));
        Optional<String> subject = request.content("Subject");
        if (subject.isPresent() && (subject.get().isEmpty() || subject.get().length() > LONGEST_SUBJECT)) return Optional.of(invalid("Subject"));
        if (topic.isFifo() && request.text("MessageGroupId").isEmpty()) {
            return Optional.of(invalid("The MessageGroupId parameter is required for FIFO topics"));
        }
        if (topic.isFifo() && request.content("MessageDeduplicationId").isEmpty() && !topic.isDeduplicatedByContent()) {
            return Optional.of(invalid("The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly"));
        }
        if (request.text("MessageStructure").equals("json")) {
            if (!(JsonText.read(message) instanceof JsonText.Reading.Value(Json.Obj byProtocol, _))) {
                return Optional.of(invalid("Message Structure - JSON message body failed to parse"));
            }
            if (!byProtocol.has("default")) return Optional.of(invalid("Message Structure - No default entry in JSON message body"));
        }
        return MessageAttributes.problem(request.object("MessageAttributes")).map(problem -> new Fault("InvalidParameterValue", problem));
    }

    private void deliver(Request request, Publication publication, Agenda agenda) {
        boolean byProtocol = request.text("MessageStructure").equals("json");
        for (Subscription subscription : publication.topic().subscriptions) {
            Optional<String> text = !byProtocol ? Optional.of(publication.message())
                    : JsonText.read(publication.message()) instanceof JsonText.Reading.Value(Json.Obj texts, _)
                    ? Subscription.text(texts, subscription.protocol()) : Optional.empty();
            text.filter(own -> subscription.wants(own, publication.attributes()))
                    .ifPresent(own -> deliver(request, publication.with(own), subscription, agenda));
        }
    }

    private void deliver(Request request, Publication publication, Subscription subscription, Agenda agenda) {
        switch (subscription.protocol()) {
            case "sqs" -> delivery.deliver(request.origin(), WAY, "sqs", "sendMessage", publication.toQueue(subscription), agenda);
            case "lambda" -> delivery.deliver(request.origin(), WAY, "lambda", "invoke", publication.toFunction(subscription, account), agenda);
            // Letters, telephones and addresses outside are nobody here.
            default -> {}
        }
    }

    private Answer subscribe(Request request) {
        return on(request, topic -> {
            String protocol = request.text("Protocol");
            Json.Obj attributes = request.object("Attributes");
            Json policy = read(attributes.get("FilterPolicy"));
            Optional<String> problem = policy == Json.NULL ? Optional.empty() : EventPattern.problem(policy);
            if (problem.isPresent()) return invalid("FilterPolicy: " + problem.get());
            var described = Json.Obj.builder().put("protocol", protocol).put("endpoint", request.text("Endpoint"));
            if (policy != Json.NULL) described.put("filterPolicy", policy);
            if (attributes.has("FilterPolicyScope")) described.put("filterPolicyScope", attributes.get("FilterPolicyScope"));
            if (attributes.has("RawMessageDelivery")) described.put("rawMessageDelivery", read(attributes.get("RawMessageDelivery")));
            Subscription subscription = topic.subscribe(described.build(), ledger.uuid());
            ledger.changed(request, topic.name, subscription.json());
            return new Done(Json.Obj.of("SubscriptionArn", Json.of(subscription.arn())));
        });
    }

    private static Json read(@Nullable Json attribute) {
        return attribute instanceof Json.Str(var text) && JsonText.read(text) instanceof JsonText.Reading.Value(var json, _) ? json : Json.NULL;
    }

    private Answer unsubscribe(Request request) {
        String arn = request.text("SubscriptionArn");
        for (Topic topic : topics.values()) {
            if (topic.subscriptions.removeIf(subscription -> subscription.arn().equals(arn))) ledger.changed(request, topic.name, request.body());
        }
        return NOTHING;
    }

    private Answer create(Request request) {
        String name = request.text("Name");
        if (!NAME.matcher(name).matches()) return invalid("Topic Name");
        Topic topic = topics.computeIfAbsent(name, _ -> {
            ledger.changed(request, name, request.body());
            Json byContent = read(request.object("Attributes").get("ContentBasedDeduplication"));
            return new Topic(name, name.endsWith(".fifo") ? Json.Obj.of("contentBasedDeduplication", Json.of(Json.TRUE.equals(byContent))) : Json.Obj.EMPTY,
                    account, ledger::uuid);
        });
        return new Done(Json.Obj.of("TopicArn", Json.of(topic.arn)));
    }

    private Answer delete(Request request) {
        String arn = request.text("TopicArn");
        if (!ARN.matcher(arn).matches()) return invalid("TopicArn");
        Topic topic = topics.remove(arn.substring(arn.lastIndexOf(':') + 1));
        if (topic != null) ledger.changed(request, topic.name, Json.Obj.EMPTY);
        return NOTHING;
    }

    private List<Json.Obj> told(Topic topic) {
        return topic.subscriptions.stream().map(subscription -> Json.Obj.builder().put("Endpoint", subscription.endpointArn(account))
                .put("Owner", account).put("Protocol", subscription.protocol()).put("SubscriptionArn", subscription.arn()).put("TopicArn", topic.arn).build())
                .toList();
    }

    @Override
    public Json.Obj world() {
        var world = Json.Obj.builder();
        topics.forEach((name, topic) -> world.put(name, topic.json()));
        return world.build();
    }
}
