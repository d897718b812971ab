package passo.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.json.Json;

/// What the model of the API demands of a request, before anything is made of it: all that is violated, in one message.
final class Constraints {

    private static final String NAME = "[a-zA-Z0-9_.-]+";

    private final Json.Obj body;
    private final List<String> violations = new ArrayList<>();

    Constraints(Json.Obj body) {
        this.body = body;
    }

    Constraints tableName() {
        Optional<String> name = text("TableName");
        if (name.isEmpty()) return add("Value null at 'tableName'", "Member must not be null");
        String shown = "Value '" + name.get() + "' at 'tableName'";
        String plain = plain(name.get());
        if (name.get().isEmpty()) add(shown, "Member must have length greater than or equal to 1");
        if (plain.length() > 255) add(shown, "Member must have length less than or equal to 255");
        if (!plain.isEmpty() && !plain.matches(NAME)) add(shown, "Member must satisfy regular expression pattern: " + NAME);
        return this;
    }

    /// The table's name, where its ARN was given.
    static String plain(String name) {
        return name.replaceFirst("^arn:[^/]*:table/", "");
    }

    Constraints map(String member) {
        return body.get(member) instanceof Json.Obj ? this : add("Value null at '" + lower(member) + "'", "Member must not be null");
    }

    Constraints oneOf(String member, String... choices) {
        Optional<String> text = text(member);
        if (text.isEmpty() || List.of(choices).contains(text.get())) return this;
        return add("Value '" + text.get() + "' at '" + lower(member) + "'", "Member must satisfy enum value set: [" + String.join(", ", choices) + "]");
    }

    /// Between one and so many.
    Constraints count(String member, int most) {
        if (!(body.get(member) instanceof Json.Arr list)) return add("Value null at '" + lower(member) + "'", "Member must not be null");
        String shown = "Value '" + (list.size() == 0 ? "[]" : list) + "' at '" + lower(member) + "'";
        if (list.size() == 0) return add(shown, "Member must have length greater than or equal to 1");
        return list.size() > most ? add(shown, "Member must have length less than or equal to " + most) : this;
    }

    /// A number of at least 1.
    Constraints positive(String member) {
        boolean good = !(body.get(member) instanceof Json.Num(var number)) || number.signum() > 0;
        return good ? this : add("Value at '" + member + "'", "Member must have value greater than or equal to 1");
    }

    Constraints capacity() {
        return oneOf("ReturnConsumedCapacity", "INDEXES", "TOTAL", "NONE");
    }

    Optional<String> fault() {
        if (violations.isEmpty()) return Optional.empty();
        return Optional.of(violations.size() + (violations.size() > 1 ? " validation errors" : " validation error") + " detected: "
                + String.join("; ", violations));
    }

    private Constraints add(String what, String rule) {
        violations.add(what + " failed to satisfy constraint: " + rule);
        return this;
    }

    private Optional<String> text(String member) {
        return body.get(member) instanceof Json.Str(var text) ? Optional.of(text) : Optional.empty();
    }

    private static String lower(String member) {
        return Character.toLowerCase(member.charAt(0)) + member.substring(1);
    }
}
