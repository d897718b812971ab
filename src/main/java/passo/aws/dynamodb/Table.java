package passo.aws.dynamodb;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import passo.json.Json;

/// A table of one run: its items, in the order in which they came, and its indexes.
final class Table {

    private final String name;
    private final Json.Obj described;
    private final Schema schema;
    private final Index primary;
    private final Map<String, Index> secondary = new TreeMap<>();
    private final SequencedMap<Value.M, Value.M> items = new LinkedHashMap<>();

    /// @param described by a world, its items known to be well-formed
    Table(String name, Json.Obj described) {
        this.name = name;
        this.described = described.without("items");
        schema = Schema.of(described);
        primary = new Index(Index.Kind.TABLE, schema, schema);
        if (described.get("indexes") instanceof Json.Obj indexes) indexes.forEach((index, keys) -> secondary.put(index, index(Schema.of((Json.Obj) keys))));
        if (described.get("items") instanceof Json.Arr all) for (Json item : all) put(new ValueReader().item((Json.Obj) item));
    }

    /// AWS: an index is local that shares the table's partition key.
    private Index index(Schema keys) {
        boolean local = keys.partition().equals(schema.partition()) && keys.sort().isPresent();
        return new Index(local ? Index.Kind.LOCAL : Index.Kind.GLOBAL, keys, schema);
    }

    String name() {
        return name;
    }

    Schema schema() {
        return schema;
    }

    Index primary() {
        return primary;
    }

    Map<String, Index> secondary() {
        return secondary;
    }

    Collection<Value.M> items() {
        return items.values();
    }

    /// The item of a key; none is an item without attributes.
    Value.M find(Value.M key) {
        return items.getOrDefault(schema.keyOf(key), Value.M.EMPTY);
    }

    void put(Value.M item) {
        Value.M key = schema.keyOf(item);
        Value.M old = items.put(key, item);
        if (old != null) secondary.values().forEach(index -> index.remove(old));
        primary.put(item);
        secondary.values().forEach(index -> index.put(item));
    }

    void remove(Value.M key) {
        Value.M old = items.remove(schema.keyOf(key));
        if (old == null) return;
        primary.remove(old);
        secondary.values().forEach(index -> index.remove(old));
    }

    /// Why an item cannot be in the table's indexes: an attribute of one of their keys has another type.
    Optional<String> misfit(Value.M item) {
        for (Map.Entry<String, Index> index : secondary.entrySet()) {
            for (Schema.Key key : index.getValue().schema().keys()) {
                Optional<Value> value = item.get(key.name());
                if (value.isPresent() && value.get().type() != key.type()) {
                    return Optional.of("One or more parameter values were invalid: Type mismatch for Index Key " + key.name() + " Expected: "
                            + key.type() + " Actual: " + value.get().type() + " IndexName: " + index.getKey());
                }
            }
        }
        return Optional.empty();
    }

    /// The attribute of a key that is empty: of the table's, or of an index's.
    Optional<String> empty(Value.M item) {
        return schema.empty(item).or(() -> secondary.entrySet().stream().flatMap(index -> index.getValue().schema().keys().stream()
                .filter(key -> item.get(key.name()).filter(Schema::isEmpty).isPresent())
                .map(key -> "One or more parameter values are not valid. A value specified for a secondary index key is not supported. "
                        + "The AttributeValue for a key attribute cannot contain an empty " + Schema.emptyKind(item, key) + " value. IndexName: "
                        + index.getKey() + ", IndexKey: " + key.name())).findFirst());
    }

    Json.Obj world() {
        return described.with("items", new Json.Arr(items.values().stream().map(Value.M::item).toList()));
    }
}
