package passo.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.json.Json;

/// The key of a table or of an index: its partition key and perhaps a sort key.
record Schema(List<Key> keys) {

    record Key(String name, Value.Type type) {}

    Schema {
        keys = List.copyOf(keys);
        if (keys.isEmpty() || keys.size() > 2) throw new IllegalArgumentException("Not a key: " + keys);
    }

    /// @param described by a world, with `partitionKey` and perhaps `sortKey`
    static Schema of(Json.Obj described) {
        var keys = new ArrayList<Key>();
        for (String kind : List.of("partitionKey", "sortKey")) {
            if (described.get(kind) instanceof Json.Obj key && key.get("name") instanceof Json.Str(var name)) {
                keys.add(new Key(name, key.get("type") instanceof Json.Str(var type) ? Value.Type.valueOf(type) : Value.Type.S));
            }
        }
        return new Schema(keys);
    }

    Json.Obj described() {
        var described = Json.Obj.builder().put("partitionKey", described(keys.getFirst()));
        sort().ifPresent(key -> described.put("sortKey", described(key)));
        return described.build();
    }

    private static Json described(Key key) {
        return Json.Obj.of("name", Json.of(key.name), "type", Json.of(key.type.name()));
    }

    Key partition() {
        return keys.getFirst();
    }

    Optional<Key> sort() {
        return keys.stream().skip(1).findFirst();
    }

    List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    Value.M keyOf(Value.M item) {
        return item.only(names());
    }

    /// Has the item all attributes of the key, each of its type?
    boolean isIn(Value.M item) {
        return keys.stream().allMatch(key -> item.get(key.name).filter(value -> value.type() == key.type).isPresent());
    }

    /// Why a key that was sent is none of this schema.
    Optional<String> mismatch(Value.M key) {
        return key.attributes().size() == keys.size() && isIn(key) ? Optional.empty()
                : Optional.of("The provided key element does not match the schema");
    }

    /// Why an item cannot be put under this key.
    Optional<String> misfit(Value.M item) {
        for (Key key : keys) {
            Optional<Value> value = item.get(key.name);
            if (value.isEmpty()) return Optional.of("One or more parameter values were invalid: Missing the key " + key.name + " in the item");
            if (value.get().type() != key.type) {
                return Optional.of("One or more parameter values were invalid: Type mismatch for key " + key.name + " expected: " + key.type
                        + " actual: " + value.get().type());
            }
        }
        return tooLong(item);
    }

    private Optional<String> tooLong(Value.M item) {
        if (item.get(partition().name).filter(value -> value.size() > 2048).isPresent()) {
            return Optional.of("One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes");
        }
        return sort().flatMap(key -> item.get(key.name)).filter(value -> value.size() > 1024).map(_ ->
                "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
    }

    /// The attribute of the key that is empty, with the word for its kind; DynamoDB looks at it before anything else of the key.
    Optional<String> empty(Value.M item) {
        return keys.stream().filter(key -> item.get(key.name).filter(Schema::isEmpty).isPresent()).findFirst().map(key ->
                "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty "
                        + emptyKind(item, key) + " value. Key: " + key.name);
    }

    static boolean isEmpty(Value value) {
        return value.equals(new Value.S("")) || value.equals(new Value.B(""));
    }

    static String emptyKind(Value.M item, Key key) {
        return item.get(key.name).filter(value -> value instanceof Value.B).isPresent() ? "binary" : "string";
    }
}
