package passo.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.json.Json;

/// Reads: an item by its key, and pages of items by a key condition or of a whole table.
final class Reads {

    private static final int PAGE_BYTES = 1 << 20;
    private static final List<String> QUERY = List.of(Expressions.FILTER, Expressions.KEY_CONDITION, Expressions.PROJECTION);
    private static final List<String> SCAN = List.of(Expressions.FILTER, Expressions.PROJECTION);

    /// An item asked for by its key.
    record Get(Table table, Value.M key, Expressions expressions, boolean consistent) {
        Value.M item() {
            return table.find(key);
        }

        Optional<String> mismatch() {
            return table.schema().mismatch(key);
        }
    }

    /// Items asked for.
    ///
    /// @param indexName empty for the table itself
    /// @param range of the index, begun where the request goes on
    record Search(Json.Obj body, Table table, Index index, String indexName, Expressions expressions, Range range) {}

    private final Tables tables;

    Reads(Tables tables) {
        this.tables = tables;
    }

    Checked<Get> get(Json.Obj body) {
        Optional<String> violated = new Constraints(body).tableName().map("Key").capacity().fault();
        if (violated.isPresent()) return Checked.invalid(violated.get());
        Checked<Expressions> read = Expressions.read(body, List.of(Expressions.PROJECTION));
        return key(body, "Key").then(key -> read.then(expressions -> tables.named(body).then(table ->
                Checked.unless(table.schema().empty(key), () -> new Get(table, key, expressions, consistent(body))))));
    }

    private static Checked<Value.M> key(Json.Obj body, String member) {
        var reader = new ValueReader();
        Value.M key = reader.item((Json.Obj) body.get(member));
        return Checked.unless(reader.fault(), () -> key);
    }

    private static boolean consistent(Json.Obj body) {
        return Json.TRUE.equals(body.get("ConsistentRead"));
    }

    Checked<Json.Obj> query(Json.Obj body) {
        return search(body, QUERY).then(search -> {
            if (search.expressions.keyCondition().isEmpty()) {
                return Checked.invalid("Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
            }
            Schema schema = search.index.schema();
            return KeyCondition.range(search.expressions.keyCondition().getFirst(), schema).then(range -> {
                Optional<String> filtered = search.expressions.filteredKey(schema);
                return filtered.isPresent() ? Checked.invalid(filtered.get()) : from(search, range);
            });
        }).map(Reads::page);
    }

    Checked<Json.Obj> scan(Json.Obj body) {
        return segment(body).<Checked<Search>>map(Checked::invalid).orElseGet(() -> search(body, SCAN).then(search -> from(search, Range.ALL)))
                .map(Reads::page);
    }

    private Checked<Search> search(Json.Obj body, List<String> fields) {
        Optional<String> fault = new Constraints(body).tableName().positive("Limit").capacity()
                .oneOf("Select", "SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES").fault().or(() -> select(body));
        if (fault.isPresent()) return Checked.invalid(fault.get());
        return Expressions.read(body, fields).then(expressions -> tables.named(body).then(table -> {
            String name = text(body, "IndexName");
            Index index = name.isEmpty() ? table.primary() : table.secondary().get(name);
            if (index == null) return Checked.invalid("The table does not have the specified index: " + name);
            if (index.kind() == Index.Kind.GLOBAL && consistent(body)) {
                return Checked.invalid("Consistent reads are not supported on global secondary indexes");
            }
            return Checked.good(new Search(body, table, index, name, expressions, Range.ALL));
        }));
    }

    private static Optional<String> select(Json.Obj body) {
        boolean projects = body.has(Expressions.PROJECTION);
        return switch (text(body, "Select")) {
            case "ALL_ATTRIBUTES" -> complain(projects, "Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES");
            case "COUNT" -> complain(projects, "Cannot specify the ProjectionExpression when choosing to get only the Count");
            case "SPECIFIC_ATTRIBUTES" -> complain(!projects && !body.has("AttributesToGet"),
                    "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
            case "ALL_PROJECTED_ATTRIBUTES" -> complain(!body.has("IndexName"), "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
            default -> Optional.empty();
        };
    }

    private static Optional<String> segment(Json.Obj body) {
        boolean one = body.get("Segment") instanceof Json.Num;
        boolean all = body.get("TotalSegments") instanceof Json.Num;
        if (all && !one) return Optional.of("The Segment parameter is required but was not present in the request when parameter TotalSegments is present");
        if (one && !all) return Optional.of("The TotalSegments parameter is required but was not present in the request when Segment parameter is present");
        return complain(one && number(body, "Segment", 0) >= number(body, "TotalSegments", 1),
                "The Segment parameter is zero-based and must be less than parameter TotalSegments");
    }

    private static Optional<String> complain(boolean wrong, String message) {
        return wrong ? Optional.of(message) : Optional.empty();
    }

    /// The search begun after the key that the request names, if it names one.
    private static Checked<Search> from(Search search, Range range) {
        if (!(search.body.get("ExclusiveStartKey") instanceof Json.Obj)) return Checked.good(within(search, range));
        return key(search.body, "ExclusiveStartKey").then(key -> {
            boolean whole = key.attributes().size() == search.index.names().size() && search.index.schema().isIn(key)
                    && search.table.schema().isIn(key);
            if (!whole) return Checked.invalid("The provided starting key is invalid");
            Position start = search.index.position(key);
            if (start.compareTo(range.from()) < 0 || start.compareTo(range.to()) > 0) {
                return Checked.invalid("The provided starting key is outside query boundaries based on provided conditions");
            }
            return Checked.good(within(search, forward(search) ? new Range(start, range.to()) : new Range(range.from(), start)));
        });
    }

    private static Search within(Search search, Range range) {
        return new Search(search.body, search.table, search.index, search.indexName, search.expressions, range);
    }

    private static boolean forward(Search search) {
        return !Json.FALSE.equals(search.body.get("ScanIndexForward"));
    }

    /// AWS: the limit, a page's 1 MB and the cost count what was looked at, not what the filter left.
    private static Json.Obj page(Search search) {
        long limit = number(search.body, "Limit", Integer.MAX_VALUE);
        int segments = (int) number(search.body, "TotalSegments", 1);
        var found = new ArrayList<Value.M>();
        var last = Value.M.EMPTY;
        int scanned = 0;
        long bytes = 0;
        for (Value.M item : search.index.between(search.range, forward(search))) {
            if (segments > 1 && segmentOf(item, search.table, segments) != number(search.body, "Segment", 0)) continue;
            scanned++;
            bytes += item.itemSize();
            if (Expressions.holds(search.expressions.filter(), item)) found.add(item);
            if (scanned == limit || bytes >= PAGE_BYTES) {
                last = item.only(search.index.names());
                break;
            }
        }
        var answer = Json.Obj.builder();
        if (!text(search.body, "Select").equals("COUNT")) {
            answer.put("Items", new Json.Arr(found.stream().map(item -> search.expressions.seen(item).item()).toList()));
        }
        answer.put("Count", found.size()).put("ScannedCount", scanned);
        if (!last.attributes().isEmpty()) answer.put("LastEvaluatedKey", last.item());
        Capacity capacity = Capacity.of(search.body);
        capacity.read(search.table, search.index.kind(), search.indexName, bytes, consistent(search.body));
        capacity.tell(answer);
        return answer.build();
    }

    private static int segmentOf(Value.M item, Table table, int segments) {
        return Math.floorMod(item.only(List.of(table.schema().partition().name())).item().toString().hashCode(), segments);
    }

    private static String text(Json.Obj body, String name) {
        return body.get(name) instanceof Json.Str(var text) ? text : "";
    }

    private static long number(Json.Obj body, String name, long otherwise) {
        return body.get(name) instanceof Json.Num(var number) ? number.longValue() : otherwise;
    }
}
