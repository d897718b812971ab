package passo.aws.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import passo.aws.service.Delivery;
import passo.aws.service.Ledger;
import passo.aws.service.ObjectEvent;
import passo.aws.service.Origin;
import passo.aws.service.Request;
import passo.engine.Agenda;
import passo.engine.StartExecution;
import passo.json.Json;
import passo.json.JsonText;

/// Where the rules of a world send one event that no run has caused, and what.
///
/// @param event as rules see it
/// @param rules all that there are
/// @param sent what the targets of the matching ones get, in order
public record Routing(Json.Obj event, List<Judged> rules, List<Sent> sent) {

    /// A rule, and whether the event is one of its own.
    public record Judged(String name, boolean matches) {}

    /// A call of a service, such as `sfn:startExecution`.
    ///
    /// @param after how long after the event
    public record Sent(Duration after, String service, String action, Json.Obj body) {

        /// Does it start this state machine?
        public boolean starts(String machine) {
            return service.equals("sfn") && body.get("StateMachineArn") instanceof Json.Str(var arn) && arn.endsWith(":stateMachine:" + machine);
        }
    }

    /// The name of a rule of ours that every event is for: what it sends is the event.
    private static final String WITNESS = "passo/witness";

    /// An event that somebody puts on the default bus.
    ///
    /// @param entry with `Source`, `DetailType` and `Detail`, as PutEvents takes it
    public static Routing of(Json.Obj events, String account, Json.Obj entry, Instant at, long seed) {
        return route(events, account, seed, (bus, agenda) -> {
            String source = entry.get("Source") instanceof Json.Str(var text) ? text : "";
            String type = entry.get("DetailType") instanceof Json.Str(var text) ? text : "";
            bus.tell(nobody(account), source, type, List.of(), () -> entry.get("Detail") instanceof Json.Obj detail ? detail : Json.Obj.EMPTY, agenda);
        }, at);
    }

    /// The event of S3 that an object was put into a bucket.
    public static Routing ofObject(Json.Obj events, String account, String bucket, String key, long size, String etag, Instant at, long seed) {
        return route(events, account, seed, (bus, agenda) -> bus.happened(new ObjectEvent("Object Created", bucket, key, size, etag, "", "PutObject", ""),
                Request.unseen(nobody(account), "s3", "putObject", Json.Obj.EMPTY, at), agenda), at);
    }

    @FunctionalInterface
    private interface Happening {
        void on(EventBus bus, Agenda agenda);
    }

    private static Routing route(Json.Obj events, String account, long seed, Happening happening, Instant at) {
        List<Sent> sent = new ArrayList<>();
        List<Json.Obj> seen = new ArrayList<>();
        Json.Obj rules = events.get("rules") instanceof Json.Obj named ? named : Json.Obj.EMPTY;
        Delivery delivery = (_, after, service, action, body, _) -> {
            if (service.equals("sqs") && action.equals("sendMessage") && body.get("QueueUrl") instanceof Json.Str(var url) && url.endsWith("/" + WITNESS)) {
                seen.add(event(body));
            } else {
                sent.add(new Sent(after, service, action, body));
            }
        };
        Json.Obj witness = Json.Obj.of("pattern", Json.Obj.EMPTY, "targets", Json.array(Json.Obj.of("queue", Json.of(WITNESS))));
        happening.on(new EventBus(Json.Obj.of("rules", rules.with(WITNESS, witness)), account, delivery, new Ledger(seed)), new Agenda(at));
        Json.Obj event = seen.getFirst();
        return new Routing(event, rules.names().stream().map(name -> new Judged(name, matches((Json.Obj) rules.get(name), event))).toList(), List.copyOf(sent));
    }

    private static Json.Obj event(Json.Obj message) {
        return message.get("MessageBody") instanceof Json.Str(var text) && JsonText.read(text) instanceof JsonText.Reading.Value(Json.Obj event, _)
                ? event : Json.Obj.EMPTY;
    }

    private static boolean matches(Json.Obj rule, Json.Obj event) {
        boolean here = !(rule.get("bus") instanceof Json.Str(var bus)) || bus.equals("default");
        return here && rule.get("pattern") instanceof Json.Obj pattern && new EventPattern(pattern).matches(event);
    }

    private static Origin nobody(String account) {
        return new Origin("arn:aws:states:" + StartExecution.REGION + ":" + account + ":execution:passo:nobody", "", 0);
    }

    /// The rule that would send this event on to a state machine.
    public Json.Obj missingRule(String machine) {
        var pattern = Json.Obj.builder().put("source", Json.array(event.get("source"))).put("detail-type", Json.array(event.get("detail-type")));
        if (event.get("detail") instanceof Json.Obj detail && detail.get("bucket") instanceof Json.Obj bucket && bucket.has("name")) {
            pattern.put("detail", Json.Obj.of("bucket", Json.Obj.of("name", Json.array(bucket.get("name")))));
        }
        return Json.Obj.of("pattern", pattern.build(), "targets", Json.array(Json.Obj.of("stateMachine", Json.of(machine))));
    }
}
