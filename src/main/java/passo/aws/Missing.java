package passo.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.asl.catalogue.Resource;
import passo.aws.automatic.AutomaticMock;
import passo.engine.Call;
import passo.json.Json;
import passo.json.JsonText;

/// What a definition calls by name and a world does not have, each thing as it might be: a function returns what the machine goes on to
/// read, a table has the key that is asked for. What the definition finds out only while it runs is not among it.
public final class Missing {

    private static final Json MACHINE = JsonText.parse("{\"definition\": {\"StartAt\": \"Done\", \"States\": {\"Done\": {\"Type\": \"Succeed\"}}}}");

    private final Json.Obj world;
    private final AutomaticMock automatic;
    private final Map<String, Json.Obj> states = new HashMap<>();
    private final SequencedMap<String, Json.Obj> parts = new LinkedHashMap<>();

    private Missing(StateMachine machine, Json.Obj world) {
        this.world = world;
        automatic = new AutomaticMock(machine);
    }

    /// By the part of the world and the name.
    ///
    /// @param definition the same machine as it is written
    public static Map<String, Json.Obj> of(StateMachine machine, Json definition, Json.Obj world) {
        var missing = new Missing(machine, world);
        missing.collect(definition);
        machine.everyState().forEach(missing::look);
        return missing.parts;
    }

    /// The states as they are written, by name.
    private void collect(Json json) {
        switch (json) {
            case Json.Obj obj -> obj.forEach((name, value) -> {
                if (name.equals("States") && value instanceof Json.Obj all) all.forEach((state, written) -> {
                    if (written instanceof Json.Obj fields) states.put(state, fields);
                });
                collect(value);
            });
            case Json.Arr arr -> arr.forEach(this::collect);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private void look(State state) {
        Json.Obj written = states.getOrDefault(state.name(), Json.Obj.EMPTY);
        switch (state) {
            case State.Task task -> look(state.name(), task.resource(), arguments(written));
            case State.Map map -> map.distributed().ifPresent(distributed -> {
                distributed.reader().ifPresent(reader -> look(state.name(), reader.resource(), arguments(object(written, "ItemReader"))));
                distributed.writer().flatMap(State.ResultWriter::resource)
                        .ifPresent(resource -> look(state.name(), resource, arguments(object(written, "ResultWriter"))));
            });
            case State.Pass _, State.Choice _, State.Wait _, State.Succeed _, State.Fail _, State.Parallel _ -> {}
        }
    }

    private void look(String state, Resource resource, Json.Obj arguments) {
        switch (resource) {
            case Resource.Function function -> add("lambda", function.name(), () -> function(state, resource));
            case Resource.Activity activity -> add("activities", activity.name(), () -> Json.Obj.EMPTY);
            case Resource.Service service -> {
                switch (service.service()) {
                    case "lambda" -> name(arguments, "FunctionName", "function:").ifPresent(name -> add("lambda", name, () -> function(state, resource)));
                    case "dynamodb" -> name(arguments, "TableName", "table/").ifPresent(name -> add("dynamodb", name, () -> table(arguments)));
                    case "s3" -> name(arguments, "Bucket", ":::").ifPresent(name -> add("s3", name, () -> Json.Obj.EMPTY));
                    case "sqs" -> name(arguments, "QueueUrl", "/").ifPresent(name -> add("sqs", name,
                            () -> name.endsWith(".fifo") ? Json.Obj.of("fifo", Json.TRUE) : Json.Obj.EMPTY));
                    case "sns" -> name(arguments, "TopicArn", ":").ifPresent(name -> add("sns", name, () -> Json.Obj.EMPTY));
                    case "states", "sfn" -> name(arguments, "StateMachineArn", ":").ifPresent(name -> add("stateMachines", name, () -> MACHINE));
                    default -> {} // It answers by itself.
                }
            }
        }
    }

    private static Json.Obj arguments(Json.Obj written) {
        return written.has("Arguments") ? object(written, "Arguments") : object(written, "Parameters");
    }

    private static Json.Obj object(Json.Obj obj, String name) {
        return obj.get(name) instanceof Json.Obj member ? member : Json.Obj.EMPTY;
    }

    /// The name that a member gives by itself, by its ARN or its address; nothing where an expression gives it.
    private static Optional<String> name(Json.Obj arguments, String member, String before) {
        if (!(arguments.get(member) instanceof Json.Str(var text)) || text.startsWith("{%") || text.isBlank()) return Optional.empty();
        String name = text.contains(before) ? text.substring(text.lastIndexOf(before) + before.length()) : text;
        return Optional.of(name.contains(":") ? name.substring(0, name.indexOf(':')) : name).filter(found -> !found.isEmpty());
    }

    private void add(String part, String name, Supplier<Json> thing) {
        Json.Obj found = parts.getOrDefault(part, Json.Obj.EMPTY);
        if (object(world, part).has(name) || found.has(name)) return;
        parts.put(part, found.with(name, thing.get()));
    }

    private Json function(String state, Resource resource) {
        var call = new Call(resource, Json.Obj.EMPTY, state, 0, Optional.empty(), Optional.empty(), "", 0);
        Json answer = automatic.answer(call, Instant.EPOCH);
        Json result = resource instanceof Resource.Service && answer instanceof Json.Obj envelope ? envelope.get("Payload") : answer;
        return Json.Obj.of("replies", Json.array(Json.Obj.of("return", result == null ? Json.Obj.EMPTY : result)));
    }

    /// The first member of a key or an item is the key.
    private static Json table(Json.Obj arguments) {
        Json.Obj key = arguments.has("Key") ? object(arguments, "Key") : object(arguments, "Item");
        String name = key.isEmpty() ? "id" : key.name(0);
        String type = key.get(name) instanceof Json.Obj typed && !typed.isEmpty() ? typed.name(0).substring(0, 1) : "S";
        return Json.Obj.of("partitionKey", Json.Obj.of("name", Json.of(name), "type", Json.of(type)), "items", Json.Arr.EMPTY);
    }
}
