package passo.aws.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import passo.aws.messaging.Answer.Done;
import passo.aws.messaging.Answer.Fault;
import passo.aws.messaging.QueueSettings.Amount;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Bystanders;
import passo.aws.service.Callback;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.aws.service.Service;
import passo.engine.Agenda;
import passo.engine.Reply;
import passo.engine.semantics.Outcome;
import passo.expression.Digest;
import passo.json.Json;

/// The queues of a world and their messages.
public final class Sqs implements Service {

    private static final Pattern BAD_CHARACTER = Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final Batch BATCH = new Batch("Entries", 1 << 20);
    /// How often a request that waits for messages looks again.
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Queues queues;
    private final Bystanders bystanders;
    private final Ledger ledger;
    private final Actions actions;

    /// @param described the queues, as a world describes them
    /// @param start of the run: since when the messages are there that a world brings along
    public Sqs(Json.Obj described, Instant start, Bystanders bystanders, Ledger ledger) {
        this.bystanders = bystanders;
        this.ledger = ledger;
        queues = new Queues(described, start, ledger);
        String[] ofBatches = {"QueueDoesNotExist", "EmptyBatchRequest", "TooManyEntriesInBatchRequest", "BatchEntryIdsNotDistinct",
            "InvalidBatchEntryId", "BatchRequestTooLong"};
        actions = new Actions(Api.SQS, ledger)
                .sends("sendMessage", at(this::send), "QueueDoesNotExist", "InvalidMessageContents", "MissingParameter", "InvalidParameterValue")
                .sends("sendMessageBatch", at((request, queue, agenda) ->
                        BATCH.answer(request, Sqs::size, entry -> send(entry, queue, agenda))), ofBatches)
                .with("receiveMessage", Actions.Effect.WRITES, this::receive, "QueueDoesNotExist", "InvalidParameterValue")
                .deletes("deleteMessage", queues.on(this::delete), "QueueDoesNotExist", "ReceiptHandleIsInvalid")
                .deletes("deleteMessageBatch", queues.on((request, queue) -> BATCH.answer(request, Sqs::size, entry -> delete(entry, queue))), ofBatches)
                .writes("changeMessageVisibility", queues.on(this::hide),
                        "QueueDoesNotExist", "ReceiptHandleIsInvalid", "MessageNotInflight", "InvalidParameterValue")
                .writes("changeMessageVisibilityBatch", queues.on((request, queue) ->
                        BATCH.answer(request, Sqs::size, entry -> hide(entry, queue))), ofBatches);
        queues.addTo(actions);
    }

    @Override
    public Actions actions() {
        return actions;
    }

    @FunctionalInterface
    private interface Sending {
        Answer answer(Request request, Queue queue, Agenda agenda);
    }

    private Actions.Sender at(Sending sending) {
        return (request, agenda) -> queues.find(request).map(queue -> sending.answer(request, queue, agenda).outcome(request, Api.SQS, ledger))
                .orElseGet(() -> queues.noQueue(request));
    }

    private Answer send(Request request, Queue queue, Agenda agenda) {
        Optional<Fault> fault = fault(request, queue);
        if (fault.isPresent()) return fault.get();
        String body = request.content("MessageBody").orElseThrow();
        String deduplication = queue.isFifo() ? request.content("MessageDeduplicationId").orElseGet(() -> Digest.hex(body, "SHA-256")) : "";
        Message message = queue.sentBefore(deduplication, request.at()).orElseGet(() -> {
            Duration delay = request.body().get("DelaySeconds") instanceof Json.Num(var seconds) ? Duration.ofSeconds(seconds.longValue())
                    : queue.settings.duration(Amount.DelaySeconds);
            var sent = new Message(ledger.uuid(), body, request.object("MessageAttributes"), request.text("MessageGroupId"), deduplication,
                    queue.isFifo() ? ledger.sequence() : "", request.at(), request.at().plus(delay));
            queue.add(sent, request.at());
            ledger.changed(request, queue.name, sent.sentAs());
            agenda.after(delay, () -> bystanders.notice(Callback.Kind.sqsMessage, queue.name, body, Optional.empty(), agenda));
            return sent;
        });
        var answer = Json.Obj.builder();
        if (!message.attributes.isEmpty()) answer.put("MD5OfMessageAttributes", MessageAttributes.digest(message.attributes));
        answer.put("MD5OfMessageBody", Digest.hex(body, "MD5")).put("MessageId", message.id);
        if (queue.isFifo()) answer.put("SequenceNumber", message.sequenceNumber);
        return new Done(answer.build());
    }

    private static Optional<Fault> fault(Request request, Queue queue) {
        String body = request.content("MessageBody").orElse("");
        if (body.isEmpty()) return missing("MessageBody");
        if (queue.isFifo() && request.text("MessageGroupId").isEmpty()) return missing("MessageGroupId");
        if (queue.isFifo() && request.content("MessageDeduplicationId").isEmpty() && !queue.settings.isDeduplicatedByContent()) {
            return invalid("The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly");
        }
        if (BAD_CHARACTER.matcher(body).find()) {
            return Optional.of(new Fault("InvalidMessageContents", "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | "
                    + "#x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF"));
        }
        Optional<String> problem = MessageAttributes.problem(request.object("MessageAttributes"));
        if (problem.isPresent()) return invalid(problem.get());
        long most = queue.settings.of(Amount.MaximumMessageSize);
        if (size(request) > most) return invalid("One or more parameters are invalid. Reason: Message must be shorter than " + most + " bytes.");
        Json delay = request.body().get("DelaySeconds");
        if (delay == null) return Optional.empty();
        return queue.isFifo() ? invalid("Value " + delay + " for parameter DelaySeconds is invalid. Reason: The request include parameter that is not "
                + "valid for this queue type.") : Amount.DelaySeconds.problem(delay).flatMap(Sqs::invalid);
    }

    private static Optional<Fault> missing(String parameter) {
        return Optional.of(new Fault("MissingParameter", "The request must contain the parameter " + parameter + "."));
    }

    private static Optional<Fault> invalid(String message) {
        return Optional.of(new Fault("InvalidParameterValue", message));
    }

    private static long size(Request request) {
        return request.content("MessageBody").orElse("").getBytes(StandardCharsets.UTF_8).length + MessageAttributes.bytes(request.object("MessageAttributes"));
    }

    private Optional<Reply> receive(Request request, Agenda agenda) {
        Optional<Queue> queue = queues.find(request);
        if (queue.isEmpty()) return Optional.of(Api.SQS.reply(request, queues.noQueue(request), ledger));
        long most = number(request, "MaxNumberOfMessages", 1);
        Duration wait = Duration.ofSeconds(number(request, "WaitTimeSeconds", queue.get().settings.of(Amount.ReceiveMessageWaitTimeSeconds)));
        if (most < 1 || most > 10) {
            return Optional.of(Api.SQS.reply(request, new Fault("InvalidParameterValue", "Value " + most
                    + " for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.").outcome(request, Api.SQS, ledger), ledger));
        }
        Json.Obj answer = received(request, queue.get(), (int) most, request.at());
        if (!answer.isEmpty() || wait.isZero()) return Optional.of(Api.SQS.reply(request, new Outcome.Success(answer), ledger));
        return Optional.of(new Reply.Underway(caller -> look(request, queue.get(), (int) most, request.at().plus(wait), caller, agenda), false));
    }

    private void look(Request request, Queue queue, int most, Instant until, Reply.Caller caller, Agenda agenda) {
        Json.Obj answer = received(request, queue, most, agenda.now());
        if (!answer.isEmpty() || !agenda.now().isBefore(until)) caller.done(new Outcome.Success(answer));
        else agenda.after(BETWEEN_LOOKS, () -> look(request, queue, most, until, caller, agenda));
    }

    /// AWS: where nothing is received the answer has no member at all.
    private Json.Obj received(Request request, Queue queue, int most, Instant now) {
        Duration hidden = Duration.ofSeconds(number(request, "VisibilityTimeout", queue.settings.of(Amount.VisibilityTimeout)));
        List<Message> messages = queue.receive(most, now, hidden, dead -> bury(request, queue, dead, now));
        return messages.isEmpty() ? Json.Obj.EMPTY : Json.Obj.of("Messages", new Json.Arr(messages.stream().map(message ->
                message.told(Queues.asked(request, "MessageSystemAttributeNames", "AttributeNames"), Queues.asked(request, "MessageAttributeNames"))).toList()));
    }

    private void bury(Request request, Queue queue, Message dead, Instant now) {
        queue.settings.redrive().flatMap(redrive -> queues.named(redrive.queue())).ifPresent(grave -> {
            grave.add(dead.buried(now), now);
            ledger.changed(request, grave.name, dead.sentAs());
        });
    }

    private static long number(Request request, String name, long otherwise) {
        return request.body().get(name) instanceof Json.Num(var number) ? number.longValue() : otherwise;
    }

    private Answer delete(Request request, Queue queue) {
        String receipt = request.text("ReceiptHandle");
        if (!Queue.isReceipt(receipt)) return badReceipt(receipt);
        queue.received(receipt).ifPresent(message -> {
            queue.delete(message);
            ledger.changed(request, queue.name, message.sentAs());
        });
        return Queues.NOTHING;
    }

    private static Fault badReceipt(String receipt) {
        return new Fault("ReceiptHandleIsInvalid", "The input receipt handle \"" + receipt + "\" is not a valid receipt handle.");
    }

    private Answer hide(Request request, Queue queue) {
        String receipt = request.text("ReceiptHandle");
        if (!Queue.isReceipt(receipt)) return badReceipt(receipt);
        Json hidden = Optional.ofNullable(request.body().get("VisibilityTimeout")).orElse(Json.NULL);
        Optional<String> problem = Amount.VisibilityTimeout.problem(hidden);
        if (problem.isPresent()) return new Fault("InvalidParameterValue", problem.get());
        Optional<Message> message = queue.received(receipt).filter(taken -> taken.isInFlight(request.at()));
        if (message.isEmpty()) {
            return new Fault("MessageNotInflight", "Value " + receipt + " for parameter ReceiptHandle is invalid. Reason: Message does not exist or is "
                    + "not available for visibility timeout change.");
        }
        message.get().visible = request.at().plusSeconds(number(request, "VisibilityTimeout", 0));
        return Queues.NOTHING;
    }

    @Override
    public Json.Obj world() {
        return queues.json();
    }
}
