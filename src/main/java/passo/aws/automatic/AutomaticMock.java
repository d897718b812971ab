package passo.aws.automatic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.asl.catalogue.Resource;
import passo.engine.Call;
import passo.json.Json;

/// The answers of what nobody described: they have what the machine goes on to read, with values that get it on. A job
/// has ended well, a status says so, a list has an item; a function gives back its event. The trace marks them as automatic.
public final class AutomaticMock {

    private final Needs needs;
    private final Map<String, State.Map> readers;

    public AutomaticMock(StateMachine machine) {
        needs = new Needs(machine);
        readers = readers(machine);
    }

    private static Map<String, State.Map> readers(StateMachine machine) {
        var found = new HashMap<String, State.Map>();
        machine.everyState().forEach(state -> {
            if (state instanceof State.Map map) found.put(map.name(), map);
        });
        return found;
    }

    /// An example of the machine's input.
    public Json input() {
        return Filling.of(needs.input(), Json.Obj.EMPTY);
    }

    /// What the call brings: the state's raw result, without the members that an optimized integration adds.
    ///
    /// @param at when it is asked
    public Json answer(Call call, Instant at) {
        State.Map reader = readers.get(call.state());
        if (reader != null) return read(call, reader);
        Need need = needs.result(call.state());
        return switch (call.resource()) {
            case Resource.Function _, Resource.Activity _ -> Filling.of(need, call.arguments());
            case Resource.Service service when service.pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN ->
                    Filling.of(need, Json.Obj.EMPTY);
            case Resource.Service service -> Filling.of(need, base(call, service, need, at));
        };
    }

    /// An example of what somebody may answer whom this state asks: what the machine goes on to read of it.
    public Json reply(String state) {
        return Filling.of(needs.result(state), Json.Obj.EMPTY);
    }

    /// An answer that is known, with what the machine goes on to read.
    public Json completed(Call call, Json answer) {
        return Filling.of(needs.result(call.state()), answer);
    }

    /// What a service tells of one thing when it is asked with this resource, as its model has it.
    ///
    /// @param member of the answer that tells it, or lists such; empty for the whole answer
    /// @param request what is known of the thing
    /// @param dates the instant that a member of this name tells, where it has come
    public static Json description(Resource.Service asking, String member, Json.Obj request, Function<String, Optional<Json>> dates) {
        return Example.description(asking, member, request, dates);
    }

    private static Json base(Call call, Resource.Service service, Need need, Instant at) {
        Json.Obj sent = call.arguments() instanceof Json.Obj obj ? obj : Json.Obj.EMPTY;
        if (service.service().equals("lambda") && service.action().equals("invoke")) {
            Json event = sent.get("Payload");
            return Json.Obj.builder().put("ExecutedVersion", "$LATEST").put("Payload", event == null ? Json.Obj.EMPTY : event)
                    .put("StatusCode", 200).build();
        }
        if (service.service().equals("http") || service.service().equals("apigateway")) {
            return Json.Obj.builder().put("Headers", Json.Obj.EMPTY).put("ResponseBody", Json.Obj.EMPTY).put("StatusCode", 200)
                    .put("StatusText", "OK").build();
        }
        return service.pattern() == Resource.Pattern.REQUEST_RESPONSE ? Plausible.answer(service, sent).orElseGet(() -> Example.of(service, sent, need, at)) : Json.Obj.of("Status", Json.of("SUCCEEDED"));
    }

    /// What a distributed Map reads: a listing, or a file of the kind that it expects.
    private Json read(Call call, State.Map map) {
        Json item = Filling.of(needs.readItem(call.state()), Json.NULL);
        if (!(call.resource() instanceof Resource.Service service)) return Json.NULL;
        if (service.action().equals("listObjectsV2")) {
            Json.Obj listed = Json.Obj.builder().put("Etag", "\"0\"").put("Key", "example.json").put("LastModified", 1_767_225_600L)
                    .put("Size", 2).put("StorageClass", "STANDARD").build();
            return Json.Obj.of("Contents", Json.array(item instanceof Json.Obj obj ? merged(listed, obj) : listed), "IsTruncated",
                    Json.FALSE);
        }
        String type = map.distributed().flatMap(State.Distributed::reader)
                .map(reader -> reader.config().get("InputType") instanceof Json.Str(var text) ? text : "JSON")
                .orElse("JSON");
        return Json.Obj.of("Body", Json.of(switch (type) {
            case "CSV" -> csv(map, item);
            case "JSONL" -> item + "\n" + item + "\n";
            default -> Json.array(item, item).toString();
        }));
    }

    private static Json.Obj merged(Json.Obj listed, Json.Obj item) {
        Json.Obj merged = listed;
        for (String name : item.names()) if (!listed.has(name)) merged = merged.with(name, item.get(name));
        return merged;
    }

    private static String csv(State.Map map, Json item) {
        List<String> names = new ArrayList<>(item instanceof Json.Obj obj ? obj.names() : List.of());
        if (names.isEmpty()) names.add("column");
        String row = String.join(",", names.stream()
                .map(name -> item instanceof Json.Obj obj && obj.get(name) instanceof Json.Str(var text) ? text : "1").toList());
        boolean given = map.distributed().flatMap(State.Distributed::reader)
                .map(reader -> reader.config().has("CSVHeaders")).orElse(false);
        return (given ? "" : String.join(",", names) + "\n") + row + "\n" + row + "\n";
    }
}
