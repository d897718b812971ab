package passo.aws.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Delivery;
import passo.aws.service.Events;
import passo.aws.service.Ledger;
import passo.aws.service.ObjectEvent;
import passo.aws.service.ObjectListener;
import passo.aws.service.Origin;
import passo.aws.service.Request;
import passo.aws.service.Service;
import passo.engine.Agenda;
import passo.engine.StartExecution;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// EventBridge: the events that are put on a bus or that services tell of, and the rules that send them on.
public final class EventBus implements Service, Events, ObjectListener {

    /// How long an event takes from the bus to a target.
    private static final Duration WAY = Duration.ofMillis(200);
    private static final String DEFAULT = "default";

    private record Rule(String arn, String bus, EventPattern pattern, List<Receiver> receivers) {}

    /// @param input that it gets of an event
    private record Receiver(Target target, TargetInput input) {}

    private final String account;
    private final List<Rule> rules = new ArrayList<>();
    private final Delivery delivery;
    private final Ledger ledger;
    private final Actions actions;

    /// @param described the rules, as a world describes them
    public EventBus(Json.Obj described, String account, Delivery delivery, Ledger ledger) {
        this.account = account;
        this.delivery = delivery;
        this.ledger = ledger;
        actions = new Actions(Api.EVENTS, ledger).sends("putEvents", this::put);
        if (described.get("rules") instanceof Json.Obj named) named.forEach((name, rule) -> add(name, (Json.Obj) rule));
    }

    private void add(String name, Json.Obj described) {
        if (!(described.get("pattern") instanceof Json.Obj pattern)) return;
        List<Receiver> receivers = described.get("targets") instanceof Json.Arr targets ? targets.items().stream().map(Json.Obj.class::cast)
                .map(target -> new Receiver(Target.of(target, account), TargetInput.of(target))).toList() : List.of();
        String bus = described.get("bus") instanceof Json.Str(var own) ? own : DEFAULT;
        String path = bus.equals(DEFAULT) ? name : bus + "/" + name;
        rules.add(new Rule("arn:aws:events:" + StartExecution.REGION + ":" + account + ":rule/" + path, bus, new EventPattern(pattern), receivers));
    }

    @Override
    public Actions actions() {
        return actions;
    }

    @Override
    public void tell(Origin origin, String source, String detailType, List<String> resources, Supplier<Json.Obj> detail, Agenda agenda) {
        if (rules.isEmpty()) return;
        var entry = Json.Obj.builder().put("Source", source).put("DetailType", detailType).put("Detail", detail.get())
                .put("Resources", new Json.Arr(resources.stream().map(Json::of).toList())).build();
        route(origin, DEFAULT, event(entry, ledger.uuid(), agenda.now()), agenda);
    }

    /// AWS, "EventBridge event message structure" of S3.
    @Override
    public void happened(ObjectEvent event, Request request, Agenda agenda) {
        tell(request.origin(), "aws.s3", event.detailType(), List.of("arn:aws:s3:::" + event.bucket()), () -> {
            var object = Json.Obj.builder().put("key", event.key());
            if (event.deletionType().isEmpty()) object.put("size", event.size()).put("etag", event.etag());
            if (!event.versionId().isEmpty()) object.put("version-id", event.versionId());
            var detail = Json.Obj.builder().put("version", "0").put("bucket", Json.Obj.of("name", Json.of(event.bucket())))
                    .put("object", object.put("sequencer", ledger.sequence()).build()).put("request-id", ledger.uuid()).put("requester", account)
                    .put("source-ip-address", "127.0.0.1").put("reason", event.reason());
            if (!event.deletionType().isEmpty()) detail.put("deletion-type", event.deletionType());
            return detail.build();
        }, agenda);
    }

    private Outcome put(Request request, Agenda agenda) {
        List<Json> results = new ArrayList<>();
        int failed = 0;
        for (Json one : request.list("Entries")) {
            Json.Obj entry = one instanceof Json.Obj obj ? obj : Json.Obj.EMPTY;
            Json.Obj fault = fault(entry);
            String id = ledger.uuid();
            results.add(fault.isEmpty() ? Json.Obj.of("EventId", Json.of(id)) : fault);
            if (fault.isEmpty()) put(request, entry, id, agenda);
            else failed++;
        }
        Json.Obj answer = Json.Obj.of("Entries", new Json.Arr(results), "FailedEntryCount", Json.of(failed));
        return failed > 0 && !request.sdk() ? new Outcome.Failure("EventBridge.FailedEntry", answer.toString())
                : new Outcome.Success(answer);
    }

    private void put(Request request, Json.Obj entry, String id, Agenda agenda) {
        String named = entry.get("EventBusName") instanceof Json.Str(var bus) ? bus : DEFAULT;
        String bus = named.substring(named.lastIndexOf('/') + 1);
        ledger.changed(request, bus, entry);
        Json.Obj event = event(request.sdk() ? entry : withExecution(entry, request.origin()), id, agenda.now());
        route(request.origin(), bus, event, agenda);
    }

    /// AWS: the optimized integration adds the state machine and the execution to the resources.
    private static Json.Obj withExecution(Json.Obj entry, Origin origin) {
        List<Json> resources = new ArrayList<>(entry.get("Resources") instanceof Json.Arr own ? own.items() : List.of());
        String[] arn = origin.executionArn().split(":");
        resources.add(Json.of("arn:aws:states:" + StartExecution.REGION + ":" + origin.account() + ":stateMachine:" + arn[6]));
        resources.add(Json.of(origin.executionArn()));
        return entry.with("Resources", new Json.Arr(resources));
    }

    /// An entry as rules and targets see it. AWS, "Events in Amazon EventBridge".
    private Json.Obj event(Json.Obj entry, String id, Instant now) {
        Json detail = entry.get("Detail") instanceof Json.Str(var text) && JsonText.read(text) instanceof JsonText.Reading.Value(var json, _)
                ? json : entry.get("Detail");
        return Json.Obj.builder().put("version", "0").put("id", id).put("detail-type", entry.get("DetailType")).put("source", entry.get("Source"))
                .put("account", account).put("time", entry.get("Time") instanceof Json.Str time ? time : Json.of(now.truncatedTo(ChronoUnit.SECONDS).toString()))
                .put("region", StartExecution.REGION).put("resources", entry.get("Resources") instanceof Json.Arr own ? own : Json.Arr.EMPTY)
                .put("detail", detail).build();
    }

    private void route(Origin origin, String bus, Json.Obj event, Agenda agenda) {
        for (Rule rule : rules) {
            if (!rule.bus.equals(bus) || !rule.pattern.matches(event)) continue;
            for (Receiver receiver : rule.receivers) {
                // AWS: the name of an execution begins with the event's id.
                String name = ((Json.Str) event.get("id")).value() + "_" + ledger.uuid();
                receiver.target.send(origin, WAY, receiver.input.of(event, rule.arn), name, delivery, agenda);
            }
        }
    }

    private static Json.Obj fault(Json.Obj entry) {
        if (!entry.has("Source")) return missing("Source");
        if (!entry.has("DetailType")) return missing("DetailType");
        return switch (entry.get("Detail")) {
            case null -> missing("Detail");
            case Json.Obj _ -> Json.Obj.EMPTY;
            case Json.Str(var text) when JsonText.read(text) instanceof JsonText.Reading.Value(Json.Obj _, _) -> Json.Obj.EMPTY;
            case Json _ -> Json.Obj.of("ErrorCode", Json.of("MalformedDetail"), "ErrorMessage", Json.of("Detail is malformed."));
        };
    }

    private static Json.Obj missing(String name) {
        return Json.Obj.of("ErrorCode", Json.of("InvalidArgument"),
                "ErrorMessage", Json.of("Parameter " + name + " is not valid. Reason: " + name + " is a required argument."));
    }
}
