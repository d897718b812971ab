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
import passo.expression.Digest;
import passo.json.Json;

/// Queues and the messages that were sent to them; nobody takes a message out.
public final class Sqs implements Service {

    private final Json.Obj described;
    private final Map<String, List<Json>> queues = new TreeMap<>();
    private final Bystanders bystanders;
    private final Ledger ledger;
    private final Actions actions;

    /// @param described the queues, as a world describes them
    public Sqs(Json.Obj described, Bystanders bystanders, Ledger ledger) {
        this.described = described;
        actions = new Actions(Api.SQS, ledger)
                .sends("sendMessage", this::send, "QueueDoesNotExist", "MissingParameter");
        this.bystanders = bystanders;
        this.ledger = ledger;
        described.forEach((name, queue) -> queues.put(name, Messages.of(queue)));
    }

    @Override
    public Actions actions() {
        return actions;
    }

    private Outcome send(Request request, Agenda agenda) {
        String url = request.text("QueueUrl");
        String queue = url.substring(url.lastIndexOf('/') + 1);
        if (!queues.containsKey(queue)) return noQueue(request);
        Optional<String> body = request.content("MessageBody");
        if (body.isEmpty()) return missing(request, "MessageBody");
        boolean fifo = isFifo(queue);
        if (fifo && request.text("MessageGroupId").isEmpty()) return missing(request, "MessageGroupId");
        receive(request, queue, body.get(), agenda);
        var answer = Json.Obj.builder();
        Json.Obj attributes = request.object("MessageAttributes");
        if (!attributes.isEmpty()) answer.put("MD5OfMessageAttributes", Digest.hex(attributes.toString(), "MD5"));
        answer.put("MD5OfMessageBody", Digest.hex(body.get(), "MD5")).put("MessageId", ledger.uuid());
        if (fifo) answer.put("SequenceNumber", Long.toString(ledger.number()));
        return new Outcome.Success(answer.build());
    }

    // AWS: only the newer SDK has a name of its own for it.
    private Outcome noQueue(Request request) {
        return request.sdk() && !request.fromCode()
                ? Api.SQS.failure(request, ledger, 400, "QueueDoesNotExist", "The specified queue does not exist.")
                : Api.SQS.unnamed(request, ledger, 400, "AWS.SimpleQueueService.NonExistentQueue",
                        "The specified queue does not exist for this wsdl version.");
    }

    private Outcome missing(Request request, String parameter) {
        return Api.SQS.unnamed(request, ledger, 400, "MissingParameter", "The request must contain the parameter " + parameter + ".");
    }

    private boolean isFifo(String queue) {
        return queue.endsWith(".fifo") || described.get(queue) instanceof Json.Obj obj && Json.TRUE.equals(obj.get("fifo"));
    }

    /// Puts a message into a queue, from whatever service.
    void receive(Request request, String queue, String body, Agenda agenda) {
        List<Json> messages = queues.get(queue);
        if (messages == null) return;
        messages.add(Json.of(body));
        ledger.changed(request, queue, Json.Obj.of("MessageBody", Json.of(body)));
        bystanders.notice(Callback.Kind.sqsMessage, queue, body, Optional.empty(), agenda);
    }

    @Override
    public Json.Obj world() {
        var world = Json.Obj.builder();
        queues.forEach((name, messages) -> world.put(name,
                (described.get(name) instanceof Json.Obj obj ? obj : Json.Obj.EMPTY).with("messages", new Json.Arr(messages))));
        return world.build();
    }
}
