package passo.aws.dynamodb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The items of a table in the order of a key: its own, or that of a secondary index, which has only the items with all of its
/// attributes. A query is a look-up here.
final class Index {

    /// Whose items it has, and how they are read.
    enum Kind { TABLE, LOCAL, GLOBAL }

    private final Kind kind;
    private final Schema schema;
    /// The key's attributes, and after them those of the table's key, so that each item has a place of its own.
    private final List<String> names;
    private final NavigableMap<Position, Value.M> items = new TreeMap<>();

    Index(Kind kind, Schema schema, Schema table) {
        this.kind = kind;
        this.schema = schema;
        var all = new ArrayList<>(schema.names());
        table.names().stream().filter(name -> !all.contains(name)).forEach(all::add);
        names = List.copyOf(all);
    }

    Kind kind() {
        return kind;
    }

    Schema schema() {
        return schema;
    }

    /// The attributes of a key to go on from.
    List<String> names() {
        return names;
    }

    void put(Value.M item) {
        if (schema.isIn(item)) items.put(position(item), item);
    }

    void remove(Value.M item) {
        if (schema.isIn(item)) items.remove(position(item));
    }

    Position position(Value.M item) {
        return new Position(names.stream().map(name -> item.get(name).orElseThrow()).toList(), Position.Edge.AT);
    }

    Collection<Value.M> between(Range range, boolean forward) {
        if (range.from().compareTo(range.to()) >= 0) return List.of();
        NavigableMap<Position, Value.M> some = items.subMap(range.from(), false, range.to(), false);
        return (forward ? some : some.descendingMap()).values();
    }
}
