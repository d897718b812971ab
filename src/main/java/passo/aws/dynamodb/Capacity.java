package passo.aws.dynamodb;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import passo.json.Json;

/// What the reads and writes of one request cost, by table and index. DynamoDB, "Read and write operations", "Capacity unit consumption".
final class Capacity {

    private static final int READ_UNIT = 4096;
    private static final int WRITE_UNIT = 1024;

    /// In halves of a unit.
    private static final class Cost {
        private long table;
        private final Map<String, Long> local = new TreeMap<>();
        private final Map<String, Long> global = new TreeMap<>();

        private void add(Index.Kind kind, String index, long halves) {
            switch (kind) {
                case TABLE -> table += halves;
                case LOCAL -> local.merge(index, halves, Long::sum);
                case GLOBAL -> global.merge(index, halves, Long::sum);
            }
        }

        private long sum() {
            return table + sum(local) + sum(global);
        }

        private static long sum(Map<String, Long> indexes) {
            return indexes.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private final String level;
    /// The member that a transaction's costs have besides; empty elsewhere.
    private final String split;
    private final SequencedMap<String, Cost> byTable = new LinkedHashMap<>();

    private Capacity(Json.Obj body, String split) {
        level = body.get("ReturnConsumedCapacity") instanceof Json.Str(var text) ? text : "NONE";
        this.split = split;
    }

    static Capacity of(Json.Obj body) {
        return new Capacity(body, "");
    }

    static Capacity ofReadingTransaction(Json.Obj body) {
        return new Capacity(body, "ReadCapacityUnits");
    }

    static Capacity ofWritingTransaction(Json.Obj body) {
        return new Capacity(body, "WriteCapacityUnits");
    }

    private Cost of(Table table) {
        return byTable.computeIfAbsent(table.name(), _ -> new Cost());
    }

    /// A transaction pays double.
    private long times() {
        return split.isEmpty() ? 1 : 2;
    }

    /// Halves of a unit: a consistent read takes whole ones.
    void read(Table table, Index.Kind kind, String index, long bytes, boolean consistent) {
        long units = Math.max(1, (bytes + READ_UNIT - 1) / READ_UNIT);
        of(table).add(kind, index, times() * units * (consistent || times() == 2 ? 2 : 1));
    }

    /// @param before the item as it was, `after` as it is; without attributes where there is none
    void write(Table table, Value.M before, Value.M after) {
        Cost cost = of(table);
        cost.add(Index.Kind.TABLE, "", times() * 2 * units(Math.max(before.itemSize(), after.itemSize())));
        table.secondary().forEach((name, index) -> {
            long units = units(index, before, after);
            if (units > 0) cost.add(index.kind(), name, times() * 2 * units);
        });
    }

    /// AWS: an index is written where what it has changes; a changed key is a deletion and an insertion.
    private static long units(Index index, Value.M before, Value.M after) {
        boolean was = index.schema().isIn(before);
        boolean is = index.schema().isIn(after);
        if (was && is && index.schema().keyOf(before).equals(index.schema().keyOf(after))) {
            return before.equals(after) ? 0 : units(Math.max(before.itemSize(), after.itemSize()));
        }
        return (was ? units(before.itemSize()) : 0) + (is ? units(after.itemSize()) : 0);
    }

    private static long units(long bytes) {
        return Math.max(1, (bytes + WRITE_UNIT - 1) / WRITE_UNIT);
    }

    /// Adds the costs to the answer of an action on one table, if they were asked for.
    void tell(Json.Obj.Builder answer) {
        if (!level.equals("NONE")) byTable.forEach((name, cost) -> answer.put("ConsumedCapacity", json(name, cost)));
    }

    /// Adds the costs to the answer of an action on several tables, if they were asked for.
    void tellEach(Json.Obj.Builder answer) {
        if (level.equals("NONE")) return;
        answer.put("ConsumedCapacity", new Json.Arr(byTable.entrySet().stream().map(entry -> json(entry.getKey(), entry.getValue())).toList()));
    }

    private Json json(String table, Cost cost) {
        var json = Json.Obj.builder().putAll(shown(cost.sum())).put("TableName", table);
        if (level.equals("INDEXES")) {
            json.put("Table", shown(cost.table));
            if (!cost.local.isEmpty()) json.put("LocalSecondaryIndexes", shown(cost.local));
            if (!cost.global.isEmpty()) json.put("GlobalSecondaryIndexes", shown(cost.global));
        }
        return json.build();
    }

    private Json.Obj shown(Map<String, Long> indexes) {
        var json = Json.Obj.builder();
        indexes.forEach((name, halves) -> json.put(name, shown(halves)));
        return json.build();
    }

    private Json.Obj shown(long halves) {
        Json units = new Json.Num(BigDecimal.valueOf(halves * 5, 1).stripTrailingZeros());
        return split.isEmpty() ? Json.Obj.of("CapacityUnits", units) : Json.Obj.of("CapacityUnits", units, split, units);
    }
}
