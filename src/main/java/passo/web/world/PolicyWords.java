package passo.web.world;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import passo.json.Json;
import passo.web.Page;

/// What a role's documents say, in sentences: who may take it, and what it then may do.
final class PolicyWords {

    private PolicyWords() {}

    static List<String> of(Page page, Json.Obj role) {
        var words = new ArrayList<String>();
        for (Json.Obj statement : statements(role.get("trust"))) {
            words.add(page.text("world.trust." + effect(statement), statement.get("Principal") instanceof Json.Obj principals
                    ? principals.values().stream().flatMap(names -> texts(names).stream()).collect(Collectors.joining(", ")) : joined(statement, "Principal")));
        }
        for (Json.Obj statement : statements(role.get("policy"))) {
            String actions = statement.has("NotAction") ? page.text("world.allExcept", joined(statement, "NotAction")) : joined(statement, "Action");
            String resources = statement.has("NotResource") ? page.text("world.allExcept", joined(statement, "NotResource")) : resources(page, statement);
            words.add(page.text("world.policy." + effect(statement), actions, resources)
                    + (statement.get("Condition") instanceof Json.Obj conditions ? " " + page.text("world.policy.when", conditions.toString()) : ""));
        }
        return words;
    }

    private static String effect(Json.Obj statement) {
        return Json.of("Deny").equals(statement.get("Effect")) ? "deny" : "allow";
    }

    private static String resources(Page page, Json.Obj statement) {
        return texts(statement.get("Resource")).stream().map(arn -> arn.equals("*") ? page.text("world.everything") : tail(arn)).collect(Collectors.joining(", "));
    }

    /// Of an ARN what tells one resource from another.
    private static String tail(String arn) {
        String[] parts = arn.split(":", 6);
        return parts.length < 6 ? arn : parts[2] + " " + parts[5];
    }

    private static String joined(Json.Obj statement, String member) {
        return String.join(", ", texts(statement.get(member)));
    }

    private static List<Json.Obj> statements(Json document) {
        Json all = document instanceof Json.Obj obj ? obj.get("Statement") : Json.NULL;
        List<Json> list = all instanceof Json.Arr arr ? arr.items() : all instanceof Json.Obj one ? List.of(one) : List.of();
        return list.stream().filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast).toList();
    }

    private static List<String> texts(Json json) {
        return switch (json) {
            case null -> List.of();
            case Json.Str(var text) -> List.of(text);
            case Json.Arr arr -> arr.items().stream().flatMap(item -> texts(item).stream()).toList();
            case Json.Obj _, Json.Num _, Json.Bool _, Json.Null _ -> List.of(json.toString());
        };
    }
}
