package passo.aws.dynamodb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import passo.aws.service.Actions;
import passo.aws.service.Api;
import passo.aws.service.Ledger;
import passo.aws.service.Request;
import passo.aws.service.Service;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// Tables and their items, which have DynamoDB's typed JSON.
public final class DynamoDb implements Service {

    private final Map<String, Table> tables = new TreeMap<>();
    private final Ledger ledger;
    private final Actions actions;

    /// @param described all that the world says of the table, its items excepted
    /// @param keys the names of the key's attributes, the partition key first
    /// @param items by their keys
    private record Table(Json.Obj described, List<String> keys, Map<Json.Obj, Json.Obj> items) {
        Json.Obj key(Json.Obj item) {
            var key = Json.Obj.builder();
            keys.forEach(name -> {
                Json value = item.get(name);
                if (value != null) key.put(name, value);
            });
            return key.build();
        }

        Json.Obj find(Json.Obj key) {
            return items.getOrDefault(key, Json.Obj.EMPTY);
        }
    }

    /// @param described the tables, as a world describes them
    public DynamoDb(Json.Obj described, Ledger ledger) {
        this.ledger = ledger;
        String missing = "ResourceNotFoundException";
        String condition = "ConditionalCheckFailedException";
        actions = new Actions(Api.DYNAMODB, ledger)
                .reads("getItem", request -> onTable(request, table -> get(request, table)), missing)
                .writes("putItem", request -> onTable(request, table -> put(request, table)), missing, condition)
                .writes("updateItem", request -> onTable(request, table -> update(request, table)), missing, condition)
                .deletes("deleteItem", request -> onTable(request, table -> delete(request, table)), missing, condition)
                .reads("query", request -> onTable(request, table -> search(request, table, "KeyConditionExpression")), missing)
                .reads("scan", request -> onTable(request, table -> search(request, table, "")), missing)
                .writes("batchWriteItem", this::batchWrite, missing);
        described.forEach((name, table) -> tables.put(name, table((Json.Obj) table)));
    }

    private static Table table(Json.Obj described) {
        var keys = new ArrayList<String>();
        for (String kind : List.of("partitionKey", "sortKey")) {
            if (described.get(kind) instanceof Json.Obj key && key.get("name") instanceof Json.Str(var name)) keys.add(name);
        }
        var table = new Table(described.without("items"), keys, new LinkedHashMap<>());
        if (described.get("items") instanceof Json.Arr items) {
            for (Json item : items) if (item instanceof Json.Obj obj) table.items.put(table.key(obj), obj);
        }
        return table;
    }

    @Override
    public Actions actions() {
        return actions;
    }

    private interface OnTable {
        Outcome answer(Table table);
    }

    private Outcome onTable(Request request, OnTable action) {
        String name = request.text("TableName").replaceFirst("^arn:.*:table/", "");
        if (!name.matches("[a-zA-Z0-9_.-]+")) {
            return invalid(request, "1 validation error detected: Value '" + name
                    + "' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
        }
        String required = request.action().equals("putItem") ? "Item" : request.action().endsWith("Item") ? "Key" : "";
        if (!required.isEmpty() && !(request.body().get(required) instanceof Json.Obj)) {
            return invalid(request, "1 validation error detected: Value null at '" + required.toLowerCase()
                    + "' failed to satisfy constraint: Member must not be null");
        }
        Table table = tables.get(name);
        if (table == null) return missing(request);
        if (required.equals("Key") && !request.object("Key").equals(table.key(request.object("Key")))
                || required.equals("Key") && request.object("Key").size() != table.keys.size()) {
            return invalid(request, "The provided key element does not match the schema");
        }
        return action.answer(table);
    }

    private Outcome get(Request request, Table table) {
        Json.Obj item = table.find(request.object("Key"));
        ledger.changed(request, request.text("TableName"), request.object("Key"));
        return new Outcome.Success(item.isEmpty() ? Json.Obj.EMPTY : Json.Obj.of("Item", item));
    }

    private Outcome put(Request request, Table table) {
        Json.Obj item = request.object("Item");
        for (String key : table.keys) {
            if (!item.has(key)) {
                return invalid(request, "One or more parameter values were invalid: Missing the key " + key + " in the item");
            }
        }
        Json.Obj old = table.find(table.key(item));
        return onCondition(request, old).orElseGet(() -> {
            table.items.put(table.key(item), item);
            ledger.changed(request, request.text("TableName"), item);
            return attributes(request, old, item, List.of());
        });
    }

    private Outcome update(Request request, Table table) {
        Json.Obj key = request.object("Key");
        Json.Obj old = table.find(key);
        Optional<Outcome> refused = onCondition(request, old);
        if (refused.isPresent()) return refused.get();
        var expression = new DynamoExpression(request, "UpdateExpression", old.isEmpty() ? key : old);
        Json.Obj item = expression.update();
        if (expression.fault().isPresent()) return invalid(request, expression.fault().get());
        table.items.put(key, item);
        ledger.changed(request, request.text("TableName"), item);
        return attributes(request, old, item, List.copyOf(expression.updated()));
    }

    private Outcome delete(Request request, Table table) {
        Json.Obj old = table.find(request.object("Key"));
        return onCondition(request, old).orElseGet(() -> {
            table.items.remove(request.object("Key"));
            if (!old.isEmpty()) ledger.changed(request, request.text("TableName"), request.object("Key"));
            return attributes(request, old, Json.Obj.EMPTY, List.of());
        });
    }

    /// The failure that the request's condition makes, if it does not hold or cannot be read.
    private Optional<Outcome> onCondition(Request request, Json.Obj item) {
        var condition = new DynamoExpression(request, "ConditionExpression", item);
        boolean holds = condition.holds();
        if (condition.fault().isPresent()) return Optional.of(invalid(request, condition.fault().get()));
        return holds ? Optional.empty() : Optional.of(
                Api.DYNAMODB.failure(request, ledger, 400, "ConditionalCheckFailedException", "The conditional request failed"));
    }

    private static Outcome attributes(Request request, Json.Obj old, Json.Obj item, List<String> updated) {
        Json.Obj attributes = switch (request.text("ReturnValues")) {
            case "ALL_OLD" -> old;
            case "ALL_NEW" -> item;
            case "UPDATED_OLD" -> only(old, updated);
            case "UPDATED_NEW" -> only(item, updated);
            default -> Json.Obj.EMPTY;
        };
        return new Outcome.Success(attributes.isEmpty() ? Json.Obj.EMPTY : Json.Obj.of("Attributes", attributes));
    }

    private static Json.Obj only(Json.Obj item, List<String> names) {
        var some = Json.Obj.builder();
        item.forEach((name, value) -> {
            if (names.contains(name)) some.put(name, value);
        });
        return some.build();
    }

    private Outcome search(Request request, Table table, String condition) {
        var found = new ArrayList<Json.Obj>();
        int scanned = 0;
        for (Json.Obj item : inOrder(table)) {
            var key = new DynamoExpression(request, condition, item);
            var filter = new DynamoExpression(request, "FilterExpression", item);
            boolean meant = key.holds();
            boolean kept = filter.holds();
            Optional<String> fault = key.fault().or(filter::fault);
            if (fault.isPresent()) return invalid(request, fault.get());
            if (meant) scanned++;
            if (meant && kept) found.add(item);
        }
        if (Json.FALSE.equals(request.body().get("ScanIndexForward"))) found = new ArrayList<>(found.reversed());
        if (request.body().get("Limit") instanceof Json.Num(var limit)) {
            found.subList(Math.clamp(limit.longValue(), 0, found.size()), found.size()).clear();
        }
        var answer = Json.Obj.builder();
        if (!request.text("Select").equals("COUNT")) answer.put("Items", new Json.Arr(found));
        return new Outcome.Success(answer.put("Count", found.size()).put("ScannedCount", scanned).build());
    }

    private static List<Json.Obj> inOrder(Table table) {
        if (table.keys.size() < 2) return List.copyOf(table.items.values());
        Comparator<Json.Obj> bySortKey = (one, other) -> Attribute.order(value(one, table.keys.get(1)), value(other, table.keys.get(1)));
        return table.items.values().stream().sorted(bySortKey).toList();
    }

    private static Json value(Json.Obj item, String name) {
        Json value = item.get(name);
        return value == null ? Json.NULL : value;
    }

    private Outcome batchWrite(Request request) {
        Json.Obj byTable = request.object("RequestItems");
        for (String name : byTable.names()) {
            if (!tables.containsKey(name)) return missing(request);
        }
        byTable.forEach((name, writes) -> {
            if (writes instanceof Json.Arr list) for (Json write : list) if (write instanceof Json.Obj obj) write(request, name, obj);
        });
        return new Outcome.Success(Json.Obj.of("UnprocessedItems", Json.Obj.EMPTY));
    }

    private void write(Request request, String name, Json.Obj write) {
        Table table = tables.get(name);
        if (write.get("PutRequest") instanceof Json.Obj put && put.get("Item") instanceof Json.Obj item) {
            table.items.put(table.key(item), item);
            ledger.changed(request, name, item);
        }
        if (write.get("DeleteRequest") instanceof Json.Obj delete && delete.get("Key") instanceof Json.Obj key
                && table.items.remove(key) != null) {
            ledger.changed(request, name, Json.Obj.of("deleted", key));
        }
    }

    private Outcome missing(Request request) {
        return Api.DYNAMODB.failure(request, ledger, 400, "ResourceNotFoundException", "Requested resource not found");
    }

    private Outcome invalid(Request request, String message) {
        return Api.DYNAMODB.unnamed(request, ledger, 400, "ValidationException", message);
    }

    @Override
    public Json.Obj world() {
        var world = Json.Obj.builder();
        tables.forEach((name, table) -> world.put(name, table.described.with("items", new Json.Arr(List.copyOf(table.items.values())))));
        return world.build();
    }
}
