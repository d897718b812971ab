package passo.aws.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import passo.aws.messaging.Answer.Done;
import passo.aws.messaging.Answer.Fault;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.engine.StartExecution;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// The queues that there are, and what is asked of a queue rather than of its messages.
final class Queues {

    static final Done NOTHING = new Done(Json.Obj.EMPTY);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}|[A-Za-z0-9_-]{1,75}\\.fifo");

    private final Map<String, Queue> all = new TreeMap<>();
    private final Ledger ledger;

    /// @param described as a world describes them
    /// @param start of the run: since when the messages are there that a world brings along
    Queues(Json.Obj described, Instant start, Ledger ledger) {
        this.ledger = ledger;
        described.forEach((name, queue) -> all.put(name, queue(name, (Json.Obj) queue, start)));
    }

    private Queue queue(String name, Json.Obj described, Instant start) {
        var queue = new Queue(new QueueSettings(name, described.without("messages")));
        List<Json> messages = described.get("messages") instanceof Json.Arr arr ? arr.items() : List.of();
        messages.forEach(message -> queue.add(Message.of(message, ledger.uuid(), start), start));
        return queue;
    }

    Optional<Queue> named(String name) {
        return Optional.ofNullable(all.get(name));
    }

    /// As a world has them.
    Json.Obj json() {
        var json = Json.Obj.builder();
        all.forEach((name, queue) -> json.put(name, queue.json()));
        return json.build();
    }

    void addTo(Actions actions) {
        actions.reads("getQueueUrl", this::url, "QueueDoesNotExist")
                .reads("listQueues", this::list)
                .reads("getQueueAttributes", on(this::attributes), "QueueDoesNotExist", "InvalidAttributeName")
                .writes("setQueueAttributes", on(this::set), "QueueDoesNotExist", "InvalidAttributeName", "InvalidAttributeValue")
                .writes("createQueue", request -> create(request).outcome(request, Api.SQS, ledger),
                        "QueueNameExists", "InvalidAttributeName", "InvalidAttributeValue")
                .deletes("deleteQueue", on(this::delete), "QueueDoesNotExist")
                .deletes("purgeQueue", on(this::purge), "QueueDoesNotExist", "PurgeQueueInProgress");
    }

    /// What is asked of one queue, if it is there.
    Function<Request, Outcome> on(BiFunction<Request, Queue, Answer> answer) {
        return request -> find(request).map(queue -> answer.apply(request, queue).outcome(request, Api.SQS, ledger))
                .orElseGet(() -> noQueue(request));
    }

    Optional<Queue> find(Request request) {
        String url = request.text("QueueUrl");
        return named(url.substring(url.lastIndexOf('/') + 1));
    }

    // AWS: only the newer SDK has a name of its own for it.
    Outcome noQueue(Request request) {
        return request.sdk() && !request.fromCode()
                ? Api.SQS.failure(request, ledger, 400, "QueueDoesNotExist", "The specified queue does not exist.")
                : Api.SQS.unnamed(request, ledger, 400, "AWS.SimpleQueueService.NonExistentQueue",
                        "The specified queue does not exist for this wsdl version.");
    }

    private Answer purge(Request request, Queue queue) {
        if (!queue.purge(request.at())) {
            return new Fault("PurgeQueueInProgress", "Only one PurgeQueue operation on " + queue.name + " is allowed every 60 seconds.");
        }
        ledger.changed(request, queue.name, Json.Obj.EMPTY);
        return NOTHING;
    }

    private Outcome url(Request request) {
        String name = request.text("QueueName");
        return all.containsKey(name) ? new Outcome.Success(Json.Obj.of("QueueUrl", url(request, name))) : noQueue(request);
    }

    private Outcome list(Request request) {
        List<Json> urls = all.keySet().stream().filter(name -> name.startsWith(request.text("QueueNamePrefix"))).map(name -> url(request, name)).toList();
        return new Outcome.Success(urls.isEmpty() ? Json.Obj.EMPTY : Json.Obj.of("QueueUrls", new Json.Arr(urls)));
    }

    private static Json url(Request request, String name) {
        return Json.of("https://sqs." + StartExecution.REGION + ".amazonaws.com/" + request.origin().account() + "/" + name);
    }

    private Answer attributes(Request request, Queue queue) {
        Json.Obj all = queue.told(request.origin().account(), request.at());
        List<String> asked = asked(request, "AttributeNames");
        Optional<String> unknown = asked.stream().filter(name -> !name.equals("All") && !all.has(name) && !QueueSettings.isKnown(name)).findFirst();
        if (unknown.isPresent()) return new Fault("InvalidAttributeName", "Unknown Attribute " + unknown.get() + ".");
        var told = Json.Obj.builder();
        all.forEach((name, value) -> {
            if (asked.contains("All") || asked.contains(name)) told.put(name, value);
        });
        Json.Obj attributes = told.build();
        return new Done(attributes.isEmpty() ? attributes : Json.Obj.of("Attributes", attributes));
    }

    private Answer set(Request request, Queue queue) {
        Json.Obj attributes = request.object("Attributes");
        Optional<Fault> problem = QueueSettings.problem(attributes);
        if (problem.isPresent()) return problem.get();
        queue.settings = queue.settings.with(attributes);
        ledger.changed(request, queue.name, attributes);
        return NOTHING;
    }

    private Answer create(Request request) {
        String name = request.text("QueueName");
        Json.Obj attributes = request.object("Attributes");
        if (!NAME.matcher(name).matches()) {
            return new Fault("InvalidParameterValue", "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }
        Optional<Fault> problem = QueueSettings.problem(attributes);
        if (problem.isPresent()) return problem.get();
        Queue before = all.get(name);
        if (before != null && !before.settings.agreesWith(attributes)) {
            return new Fault("QueueNameExists", "A queue already exists with the same name and a different value for an attribute.");
        }
        if (before == null) {
            all.put(name, new Queue(QueueSettings.made(name, attributes)));
            ledger.changed(request, name, attributes);
        }
        return new Done(Json.Obj.of("QueueUrl", url(request, name)));
    }

    private Answer delete(Request request, Queue queue) {
        all.remove(queue.name);
        ledger.changed(request, queue.name, Json.Obj.EMPTY);
        return NOTHING;
    }

    /// The names in some lists of a request.
    static List<String> asked(Request request, String... members) {
        return Stream.of(members).flatMap(member -> request.list(member).stream())
                .flatMap(name -> name instanceof Json.Str(var text) ? Stream.of(text) : Stream.empty()).toList();
    }
}
