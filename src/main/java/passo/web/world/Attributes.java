package passo.web.world;

import java.util.List;
import java.util.Set;
import passo.json.Json;
import passo.json.Pointer;

/// The items of tables, whose attributes say their type: `{"id": {"S": "A-1"}}`.
final class Attributes {

    private static final Set<String> TYPES = Set.of("S", "N", "B", "BOOL", "NULL", "SS", "NS", "BS", "L", "M");
    /// Their values are written alike, so that one can become the other.
    private static final List<String> TEXTS = List.of("S", "N", "B");

    private Attributes() {}

    /// Is this an item of a table, with a type at each attribute?
    static boolean isItem(Pointer at, Json.Obj item) {
        return at.steps().size() == 4 && at.steps().getFirst().equals("dynamodb") && item.values().stream().allMatch(Attributes::isTyped);
    }

    static boolean isTyped(Json json) {
        return json instanceof Json.Obj typed && typed.size() == 1 && TYPES.contains(typed.name(0));
    }

    /// What a type can be changed to.
    static List<String> others(String type) {
        return TEXTS.contains(type) ? TEXTS : List.of(type);
    }
}
