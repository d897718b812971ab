package passo.aws.dynamodb;

import java.util.Optional;
import java.util.stream.Stream;
import passo.json.Json;

/// The first value in a request whose content is of another kind than its type says, such as `{"N": 5}`. A state machine's task does
/// not begin with it, and no SDK can send it.
final class Misfit {

    private Misfit() {}

    /// What is to be said of it.
    static Optional<String> of(Json.Obj body) {
        return inRequest(body).findFirst();
    }

    private static Stream<String> inRequest(Json json) {
        return switch (json) {
            case Json.Obj obj -> obj.names().stream().flatMap(name -> switch (name) {
                case "Item", "Key", "ExpressionAttributeValues", "ExclusiveStartKey" -> attributes(obj.get(name));
                case "Keys" -> obj.get(name) instanceof Json.Arr keys ? keys.items().stream().flatMap(Misfit::attributes) : Stream.<String>empty();
                default -> inRequest(obj.get(name));
            });
            case Json.Arr arr -> arr.items().stream().flatMap(Misfit::inRequest);
            case Json _ -> Stream.empty();
        };
    }

    private static Stream<String> attributes(Json item) {
        return item instanceof Json.Obj obj ? obj.values().stream().flatMap(Misfit::value) : Stream.empty();
    }

    private static Stream<String> value(Json typed) {
        if (!(typed instanceof Json.Obj obj) || obj.size() != 1) return Stream.empty();
        Json content = obj.value(0);
        String type = obj.name(0);
        return switch (type) {
            case "S", "N", "B" -> wrong(!(content instanceof Json.Str), type, "STRING");
            case "BOOL", "NULL" -> wrong(!(content instanceof Json.Bool), type, "BOOLEAN");
            case "SS", "NS", "BS" -> content instanceof Json.Arr members
                    ? wrong(members.items().stream().anyMatch(member -> !(member instanceof Json.Str)), type, "STRING") : wrong(true, type, "ARRAY");
            case "L" -> content instanceof Json.Arr items ? items.items().stream().flatMap(Misfit::value) : wrong(true, type, "ARRAY");
            case "M" -> content instanceof Json.Obj ? attributes(content) : wrong(true, type, "OBJECT");
            default -> Stream.empty();
        };
    }

    private static Stream<String> wrong(boolean is, String field, String kind) {
        String article = kind.matches("[AO].*") ? "an " : "a ";
        return is ? Stream.of("The value for the field '" + field + "' must be " + article + kind) : Stream.empty();
    }
}
