package passo.aws.messaging;

import java.util.ArrayList;
import java.util.List;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.aws.service.Service;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// EventBridge: checks the events that are put on a bus and keeps them among the changes. No rule is matched.
public final class EventBus implements Service {

    private final Ledger ledger;
    private final Actions actions;

    public EventBus(Ledger ledger) {
        this.ledger = ledger;
        actions = new Actions(Api.EVENTS, ledger).sends("putEvents", (request, _) -> put(request));
    }

    @Override
    public Actions actions() {
        return actions;
    }

    private Outcome put(Request request) {
        List<Json> results = new ArrayList<>();
        int failed = 0;
        for (Json one : request.list("Entries")) {
            Json.Obj entry = one instanceof Json.Obj obj ? obj : Json.Obj.EMPTY;
            Json.Obj fault = fault(entry);
            results.add(fault.isEmpty() ? Json.Obj.of("EventId", Json.of(ledger.uuid())) : fault);
            if (!fault.isEmpty()) failed++;
            else ledger.changed(request, entry.get("EventBusName") instanceof Json.Str(var bus) ? bus : "default", entry);
        }
        Json.Obj answer = Json.Obj.of("Entries", new Json.Arr(results), "FailedEntryCount", Json.of(failed));
        return failed > 0 && !request.sdk() ? new Outcome.Failure("EventBridge.FailedEntry", answer.toString())
                : new Outcome.Success(answer);
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
