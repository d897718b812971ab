package passo.aws.dynamodb;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import passo.json.Json;

/// Reads and writes of many items at once, each for itself.
final class Batches {

    private static final int MOST_READS = 100;
    private static final int MOST_WRITES = 25;

    private final Reads reads;
    private final Writes writes;

    Batches(Reads reads, Writes writes) {
        this.reads = reads;
        this.writes = writes;
    }

    Checked<Json.Obj> get(Json.Obj body) {
        if (!(body.get("RequestItems") instanceof Json.Obj byTable) || byTable.isEmpty()) {
            return Checked.invalid("The requestItems parameter is required for BatchGetItem");
        }
        var asked = new ArrayList<Json.Obj>();
        for (String table : byTable.names()) {
            Json.Obj wanted = byTable.get(table) instanceof Json.Obj obj ? obj : Json.Obj.EMPTY;
            List<Json> keys = wanted.get("Keys") instanceof Json.Arr list ? list.items() : List.of();
            if (keys.size() > MOST_READS) {
                return Checked.invalid("1 validation error detected: Value at 'RequestItems." + table
                        + ".member.Keys' failed to satisfy constraint: Member must have length less than or equal to " + MOST_READS);
            }
            keys.forEach(key -> asked.add(wanted.without("Keys").with("TableName", Json.of(table)).with("Key", key)));
        }
        if (asked.size() > MOST_READS) return Checked.invalid("Too many items requested for the BatchGetItem call");
        return Checked.all(asked, reads::get).then(gets -> {
            var distinct = new HashSet<List<Object>>();
            boolean twice = gets.stream().anyMatch(get -> !distinct.add(List.of(get.table().name(), get.key())));
            Optional<String> fault = twice ? Optional.of("Provided list of item keys contains duplicates")
                    : gets.stream().map(Reads.Get::mismatch).flatMap(Optional::stream).findFirst();
            return Checked.unless(fault, () -> found(body, byTable, gets));
        });
    }

    private static Json.Obj found(Json.Obj body, Json.Obj byTable, List<Reads.Get> gets) {
        var capacity = Capacity.of(body);
        Map<String, List<Json>> responses = new LinkedHashMap<>();
        for (Reads.Get get : gets) {
            Value.M item = get.item();
            capacity.read(get.table(), Index.Kind.TABLE, "", item.itemSize(), get.consistent());
            if (item.attributes().isEmpty()) continue;
            responses.computeIfAbsent(get.table().name(), _ -> new ArrayList<>()).add(get.expressions().seen(item).item());
        }
        var answer = Json.Obj.builder();
        var all = Json.Obj.builder();
        byTable.names().forEach(name -> all.put(name, new Json.Arr(responses.getOrDefault(Constraints.plain(name), List.of()))));
        answer.put("Responses", all.build()).put("UnprocessedKeys", Json.Obj.EMPTY);
        capacity.tellEach(answer);
        return answer.build();
    }

    /// @param done is told of each write
    Checked<Json.Obj> write(Json.Obj body, Consumer<Writes.Effect> done) {
        if (!(body.get("RequestItems") instanceof Json.Obj byTable) || byTable.isEmpty()) {
            return Checked.invalid("The requestItems parameter is required for BatchWriteItem");
        }
        var asked = new ArrayList<Map.Entry<Writes.Kind, Json.Obj>>();
        for (String table : byTable.names()) {
            List<Json> requests = byTable.get(table) instanceof Json.Arr list ? list.items() : List.of();
            if (requests.isEmpty() || requests.size() > MOST_WRITES) {
                return Checked.invalid("1 validation error detected: Value '" + Json.Obj.of(table, new Json.Arr(requests)).toString().replace("\"", "")
                        + "' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to "
                        + MOST_WRITES + ", Member must have length greater than or equal to 1]");
            }
            for (Json request : requests) {
                Optional<Map.Entry<Writes.Kind, Json.Obj>> one = one(table, request);
                if (one.isEmpty()) {
                    return Checked.invalid("Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
                }
                asked.add(one.get());
            }
        }
        if (asked.size() > MOST_WRITES) return Checked.invalid("Too many items requested for the BatchWriteItem call");
        return Checked.all(asked, one -> writes.asked(one.getKey(), one.getValue())).then(Batches::fitting)
                .then(all -> Checked.all(all, writes::effect)).map(effects -> written(body, effects, done));
    }

    private static Optional<Map.Entry<Writes.Kind, Json.Obj>> one(String table, Json request) {
        if (!(request instanceof Json.Obj obj) || obj.size() != 1 || !(obj.value(0) instanceof Json.Obj body)) return Optional.empty();
        Json.Obj named = body.with("TableName", Json.of(table));
        return switch (obj.name(0)) {
            case "PutRequest" -> Optional.of(Map.entry(Writes.Kind.PUT, named));
            case "DeleteRequest" -> Optional.of(Map.entry(Writes.Kind.DELETE, named));
            default -> Optional.empty();
        };
    }

    private static Checked<List<Writes.Asked>> fitting(List<Writes.Asked> asked) {
        if (asked.stream().anyMatch(one -> !one.table().schema().isIn(one.given()))) {
            return Checked.invalid("The provided key element does not match the schema");
        }
        return Writes.twice(asked) ? Checked.invalid("Provided list of item keys contains duplicates") : Checked.good(asked);
    }

    private static Json.Obj written(Json.Obj body, List<Writes.Effect> effects, Consumer<Writes.Effect> done) {
        var capacity = Capacity.of(body);
        for (Writes.Effect effect : effects) {
            effect.apply();
            capacity.write(effect.asked().table(), effect.before(), effect.after());
            done.accept(effect);
        }
        var answer = Json.Obj.builder().put("UnprocessedItems", Json.Obj.EMPTY);
        capacity.tellEach(answer);
        return answer.build();
    }
}
