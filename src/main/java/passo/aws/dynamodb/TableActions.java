package passo.aws.dynamodb;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.json.Json;

/// What is done to tables as a whole. A table is there as soon as it is made.
final class TableActions {

    private static final int PAGE = 100;

    private final Tables tables;
    private final Instant start;

    /// @param start when the tables of the world were made
    TableActions(Tables tables, Instant start) {
        this.tables = tables;
        this.start = start;
    }

    /// @param place the beginning of the ARNs of tables, up to `table/`
    Checked<Json.Obj> describe(Json.Obj body, String place) {
        return table(body).map(table -> Json.Obj.of("Table", description(table, place, "ACTIVE")));
    }

    private Checked<Table> table(Json.Obj body) {
        Optional<String> violated = new Constraints(body).tableName().fault();
        if (violated.isPresent()) return Checked.invalid(violated.get());
        String name = Constraints.plain(((Json.Str) body.get("TableName")).value());
        Table table = tables.byName().get(name);
        return table == null ? new Checked.Bad<>(Refusal.noTable(name)) : Checked.good(table);
    }

    Checked<Json.Obj> list(Json.Obj body) {
        Optional<String> violated = new Constraints(body).positive("Limit").fault();
        if (violated.isPresent()) return Checked.invalid(violated.get());
        int limit = body.get("Limit") instanceof Json.Num(var number) ? Math.min(PAGE, number.intValue()) : PAGE;
        String after = body.get("ExclusiveStartTableName") instanceof Json.Str(var name) ? name : "";
        List<String> rest = List.copyOf(tables.byName().tailMap(after, false).keySet());
        List<String> names = rest.subList(0, Math.min(limit, rest.size()));
        Json.Obj answer = Json.Obj.of("TableNames", new Json.Arr(names.stream().map(Json::of).toList()));
        return Checked.good(names.size() < rest.size() ? answer.with("LastEvaluatedTableName", Json.of(names.getLast())) : answer);
    }

    Checked<Json.Obj> create(Json.Obj body, String place) {
        Optional<String> violated = new Constraints(body).tableName().fault();
        if (violated.isPresent()) return Checked.invalid(violated.get());
        String name = ((Json.Str) body.get("TableName")).value();
        if (tables.byName().containsKey(name)) {
            return new Checked.Bad<>(new Refusal("ResourceInUseException", "Table already exists: " + name, Json.Obj.EMPTY));
        }
        Optional<Schema> schema = schema(body, body);
        if (schema.isEmpty()) {
            return Checked.invalid("One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions.");
        }
        var indexes = Json.Obj.builder();
        for (String kind : List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes")) {
            if (body.get(kind) instanceof Json.Arr list) list.forEach(index -> describe(indexes, body, index));
        }
        Json.Obj described = schema.get().described();
        var table = new Table(name, indexes.build().isEmpty() ? described : described.with("indexes", indexes.build()));
        tables.byName().put(name, table);
        return Checked.good(Json.Obj.of("TableDescription", description(table, place, "CREATING")));
    }

    private static void describe(Json.Obj.Builder indexes, Json.Obj body, Json index) {
        if (!(index instanceof Json.Obj obj && obj.get("IndexName") instanceof Json.Str(var name))) return;
        schema(obj, body).ifPresent(schema -> indexes.put(name, schema.described()));
    }

    private static Optional<Schema> schema(Json.Obj keyed, Json.Obj body) {
        Map<String, Value.Type> types = new HashMap<>();
        if (body.get("AttributeDefinitions") instanceof Json.Arr definitions) {
            definitions.forEach(definition -> {
                if (!(definition instanceof Json.Obj obj && obj.get("AttributeName") instanceof Json.Str(var name))) return;
                boolean known = obj.get("AttributeType") instanceof Json.Str(var type) && List.of("S", "N", "B").contains(type);
                if (known) types.put(name, Value.Type.valueOf(((Json.Str) obj.get("AttributeType")).value()));
            });
        }
        List<Schema.Key> keys = keyed.get("KeySchema") instanceof Json.Arr schema ? schema.items().stream()
                .map(key -> key instanceof Json.Obj obj && obj.get("AttributeName") instanceof Json.Str(var name) ? name : "")
                .filter(types::containsKey).map(name -> new Schema.Key(name, types.get(name))).toList() : List.of();
        return keys.isEmpty() || keys.size() > 2 ? Optional.empty() : Optional.of(new Schema(keys));
    }

    Checked<Json.Obj> delete(Json.Obj body, String place) {
        return table(body).map(table -> {
            tables.byName().remove(table.name());
            return Json.Obj.of("TableDescription", description(table, place, "DELETING"));
        });
    }

    private Json.Obj description(Table table, String place, String status) {
        var definitions = new LinkedHashMap<String, Json>();
        table.schema().keys().forEach(key -> definitions.put(key.name(), definition(key)));
        table.secondary().values().forEach(index -> index.schema().keys().forEach(key -> definitions.put(key.name(), definition(key))));
        long bytes = table.items().stream().mapToLong(Value.M::itemSize).sum();
        var description = Json.Obj.builder().put("AttributeDefinitions", new Json.Arr(List.copyOf(definitions.values()))).put("TableName", table.name())
                .put("KeySchema", keys(table.schema())).put("TableStatus", status).put("CreationDateTime", start.toString())
                .put("BillingModeSummary", Json.Obj.of("BillingMode", Json.of("PAY_PER_REQUEST"))).put("TableSizeBytes", bytes)
                .put("ItemCount", table.items().size()).put("TableArn", place + table.name());
        indexes(table, Index.Kind.GLOBAL, "GlobalSecondaryIndexes", place, description);
        indexes(table, Index.Kind.LOCAL, "LocalSecondaryIndexes", place, description);
        return description.build();
    }

    private static Json definition(Schema.Key key) {
        return Json.Obj.of("AttributeName", Json.of(key.name()), "AttributeType", Json.of(key.type().name()));
    }

    private static Json.Arr keys(Schema schema) {
        return new Json.Arr(schema.keys().stream().map(key -> Json.Obj.of("AttributeName", Json.of(key.name()), "KeyType",
                Json.of(key.equals(schema.partition()) ? "HASH" : "RANGE"))).toList());
    }

    private static void indexes(Table table, Index.Kind kind, String member, String place, Json.Obj.Builder description) {
        List<Json.Obj> some = table.secondary().entrySet().stream().filter(entry -> entry.getValue().kind() == kind).map(entry -> Json.Obj.builder()
                .put("IndexName", entry.getKey()).put("KeySchema", keys(entry.getValue().schema()))
                .put("Projection", Json.Obj.of("ProjectionType", Json.of("ALL"))).put("IndexStatus", "ACTIVE")
                .put("IndexArn", place + table.name() + "/index/" + entry.getKey()).build()).toList();
        if (!some.isEmpty()) description.put(member, new Json.Arr(some));
    }
}
