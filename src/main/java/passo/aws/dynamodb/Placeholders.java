package passo.aws.dynamodb;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import passo.json.Json;

/// What `#name` and `:value` stand for in the expressions of one request, and which of them were used.
final class Placeholders {

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private Optional<String> fault = Optional.empty();

    Placeholders(Json.Obj body) {
        if (body.get("ExpressionAttributeNames") instanceof Json.Obj obj) {
            if (obj.isEmpty()) fault("ExpressionAttributeNames must not be empty");
            obj.forEach(this::name);
        }
        if (body.get("ExpressionAttributeValues") instanceof Json.Obj obj) {
            if (obj.isEmpty()) fault("ExpressionAttributeValues must not be empty");
            obj.forEach(this::value);
        }
    }

    private void name(String placeholder, Json meant) {
        if (!placeholder.matches("#\\w+")) fault("ExpressionAttributeNames contains invalid key: Syntax error; key: \"" + placeholder + "\"");
        if (meant instanceof Json.Str(var name)) names.put(placeholder, name);
    }

    private void value(String placeholder, Json typed) {
        if (!placeholder.matches(":\\w+")) fault("ExpressionAttributeValues contains invalid key: Syntax error; key: \"" + placeholder + "\"");
        var reader = new ValueReader();
        values.put(placeholder, reader.value(typed));
        reader.fault().ifPresent(message -> fault("ExpressionAttributeValues contains invalid value: " + message + " for key " + placeholder));
    }

    private void fault(String message) {
        if (fault.isEmpty()) fault = Optional.of(message);
    }

    /// What is wrong with them, where something is.
    Optional<String> fault() {
        return fault;
    }

    Optional<String> name(String placeholder) {
        used.add(placeholder);
        return Optional.ofNullable(names.get(placeholder));
    }

    Optional<Value> value(String placeholder) {
        used.add(placeholder);
        return Optional.ofNullable(values.get(placeholder));
    }

    /// The complaint about those that no expression used.
    Optional<String> unused() {
        return unused("Names", names.keySet()).or(() -> unused("Values", values.keySet()));
    }

    private Optional<String> unused(String kind, Set<String> given) {
        List<String> idle = given.stream().filter(placeholder -> !used.contains(placeholder)).toList();
        return idle.isEmpty() ? Optional.empty() : Optional.of(
                "Value provided in ExpressionAttribute" + kind + " unused in expressions: keys: {" + String.join(", ", idle) + "}");
    }
}
