package passo.aws.messaging;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import passo.json.Json;
import passo.json.JsonText;

/// How a queue behaves. AWS, SetQueueAttributes; a world has the same with a small letter at the beginning, and `fifo`.
///
/// @param json as a world has them
record QueueSettings(String queue, Json.Obj json) {

    static final String SUFFIX = ".fifo";
    private static final String FIFO = "fifo";
    private static final String BY_CONTENT = "contentBasedDeduplication";
    private static final String REDRIVE = "redrivePolicy";

    private static final Set<String> OTHERS = Set.of("FifoQueue", "ContentBasedDeduplication", "RedrivePolicy");

    /// The settings that are numbers, by AWS's names.
    enum Amount {
        VisibilityTimeout(30, 0, 43_200),
        // AWS: since August 2025 a message may have 1 MiB.
        MaximumMessageSize(1_048_576, 1_024, 1_048_576),
        MessageRetentionPeriod(345_600, 60, 1_209_600),
        DelaySeconds(0, 0, 900),
        ReceiveMessageWaitTimeSeconds(0, 0, 20);

        private final long usual;
        private final long least;
        private final long most;

        Amount(long usual, long least, long most) {
            this.usual = usual;
            this.least = least;
            this.most = most;
        }

        /// What is wrong with an amount, in AWS's words.
        Optional<String> problem(Json amount) {
            boolean good = amount instanceof Json.Num(var number) && number.longValue() >= least && number.longValue() <= most;
            String shown = amount instanceof Json.Str(var text) ? text : amount.toString();
            return good ? Optional.empty() : Optional.of("Value " + shown + " for parameter " + this + " is invalid. Reason: " + this
                    + " must be >= " + least + " and <= " + most + ".");
        }
    }

    /// Where messages go that nobody deals with.
    record Redrive(String queue, int maxReceiveCount) {}

    /// The first thing that is wrong with the attributes of a request, in AWS's words.
    static Optional<Answer.Fault> problem(Json.Obj attributes) {
        return attributes.names().stream().map(name -> problem(name, attributes.get(name))).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Answer.Fault> problem(String attribute, Json value) {
        if (!isKnown(attribute)) return Optional.of(new Answer.Fault("InvalidAttributeName", "Unknown Attribute " + attribute + "."));
        return amount(attribute).flatMap(amount -> amount.problem(json(value))).map(problem -> new Answer.Fault("InvalidAttributeValue", problem));
    }

    static boolean isKnown(String attribute) {
        return amount(attribute).isPresent() || OTHERS.contains(attribute);
    }

    private static Optional<Amount> amount(String attribute) {
        return Arrays.stream(Amount.values()).filter(amount -> amount.name().equals(attribute)).findFirst();
    }

    /// Are these the settings that a request asks for?
    boolean agreesWith(Json.Obj attributes) {
        return with(attributes).equals(this);
    }

    /// Those of a queue that a request makes: there, content decides only if the request says so.
    static QueueSettings made(String queue, Json.Obj attributes) {
        var settings = new QueueSettings(queue, Json.Obj.EMPTY);
        return (settings.isFifo() ? new QueueSettings(queue, Json.Obj.of(BY_CONTENT, Json.FALSE)) : settings).with(attributes);
    }

    /// The same settings, but for the attributes of a request.
    QueueSettings with(Json.Obj attributes) {
        var both = Json.Obj.builder().putAll(json);
        attributes.forEach((name, value) -> both.put(member(name), json(value)));
        return new QueueSettings(queue, both.build());
    }

    /// AWS: every attribute is a text.
    private static Json json(Json value) {
        return value instanceof Json.Str(var text) && JsonText.read(text) instanceof JsonText.Reading.Value(var json, _) ? json : value;
    }

    private static String member(String attribute) {
        return attribute.equals("FifoQueue") ? FIFO : Character.toLowerCase(attribute.charAt(0)) + attribute.substring(1);
    }

    boolean isFifo() {
        return queue.endsWith(SUFFIX) || Json.TRUE.equals(json.get(FIFO));
    }

    /// In a world that does not say otherwise, content decides: a message needs no id of its own there.
    boolean isDeduplicatedByContent() {
        return !Json.FALSE.equals(json.get(BY_CONTENT));
    }

    long of(Amount amount) {
        return json.get(member(amount.name())) instanceof Json.Num(var number) ? number.longValue() : amount.usual;
    }

    Duration duration(Amount amount) {
        return Duration.ofSeconds(of(amount));
    }

    Optional<Redrive> redrive() {
        if (!(json.get(REDRIVE) instanceof Json.Obj policy)) return Optional.empty();
        String queue = policy.get("deadLetterTargetArn") instanceof Json.Str(var arn) ? arn : policy.get("queue") instanceof Json.Str(var own) ? own : "";
        int most = policy.get("maxReceiveCount") instanceof Json.Num(var number) ? number.intValue()
                : policy.get("maxReceiveCount") instanceof Json.Str(var text) && text.matches("\\d{1,4}") ? Integer.parseInt(text) : 10;
        return Optional.of(new Redrive(queue.substring(queue.lastIndexOf(':') + 1), most));
    }

    /// As GetQueueAttributes tells them.
    Json.Obj told(String account) {
        var told = Json.Obj.builder();
        for (Amount amount : Amount.values()) told.put(amount.name(), String.valueOf(of(amount)));
        if (isFifo()) told.put("FifoQueue", "true").put("ContentBasedDeduplication", String.valueOf(isDeduplicatedByContent()));
        redrive().ifPresent(redrive -> told.put("RedrivePolicy",
                Json.Obj.of("deadLetterTargetArn", Json.of(Queue.arn(redrive.queue, account)), "maxReceiveCount", Json.of(redrive.maxReceiveCount)).toString()));
        return told.build();
    }
}
