package passo.aws.automatic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import passo.json.Json;
import passo.json.JsonText;

/// Makes values that have what is needed of them. One filling makes so many values at most: what comes after is `null`.
final class Filling {

    private static final int MOST = 5_000;
    private static final Pattern WORDS = Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])");

    private int left = MOST;

    private Filling() {}

    /// A value that has what is asked for; what `base` has already is kept unless something else is wished.
    static Json of(Need need, Json base) {
        return new Filling().fill(need, base, "");
    }

    /// @param name of the member that the value is for
    private Json fill(Need need, Json base, String name) {
        if (need.wanted().isPresent()) return need.wanted().get();
        if (left-- <= 0) return Json.NULL;
        if (need.kind() == Need.Kind.JSON_TEXT && need.items() > 0) return Json.of(fill(need.each(), content(base), name).toString());
        if (!need.members().isEmpty() && need.kind() != Need.Kind.ARRAY && !(base instanceof Json.Arr)) return members(need, base);
        boolean list = need.items() > 0 && !(base instanceof Json.Obj) || base instanceof Json.Arr && !need.members().isEmpty();
        if (list || need.items() > 0 && need.kind() == Need.Kind.ARRAY) return items(need, base, singular(name));
        boolean fits = switch (need.kind()) {
            case OBJECT -> base instanceof Json.Obj;
            case ARRAY -> base instanceof Json.Arr;
            case NUMBER -> base instanceof Json.Num;
            case ANY, BOOLEAN, TIMESTAMP, JSON_TEXT -> !(base instanceof Json.Null);
        };
        return fits && !need.isUnwanted(base) ? base : plausible(need, name);
    }

    private static Json content(Json base) {
        return base instanceof Json.Str(var text) && JsonText.read(text) instanceof JsonText.Reading.Value(var json, _) ? json : Json.NULL;
    }

    private Json members(Need need, Json base) {
        var filled = Json.Obj.builder();
        if (base instanceof Json.Obj obj) {
            obj.forEach((name, value) -> {
                if (!need.members().containsKey(name)) filled.put(name, value);
            });
        }
        for (Map.Entry<String, Need> member : need.members().entrySet()) {
            Json old = base instanceof Json.Obj obj ? obj.get(member.getKey()) : null;
            Need inner = member.getValue();
            if (inner.isRead()) filled.put(member.getKey(), fill(inner, old == null ? Json.NULL : old, member.getKey()));
            else if (old != null && !inner.isAbsent()) filled.put(member.getKey(), old);
        }
        return filled.build();
    }

    private Json items(Need need, Json base, String name) {
        Need each = need.each();
        var list = new ArrayList<>(base instanceof Json.Arr arr ? arr.items() : List.of());
        list.replaceAll(old -> fill(each, old, name));
        while (list.size() < need.items() && left > 0) list.add(fill(each, Json.NULL, name));
        return new Json.Arr(list);
    }

    private static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    private static Json plausible(Need need, String name) {
        Json first = switch (need.kind()) {
            case NUMBER -> Json.of(1);
            case BOOLEAN -> Json.TRUE;
            case TIMESTAMP -> Json.of("2026-01-01T00:00:00Z");
            case OBJECT -> Json.Obj.EMPTY;
            case ARRAY -> Json.array(named(singular(name)));
            case ANY, JSON_TEXT -> named(name);
        };
        if (!need.isUnwanted(first)) return first;
        return switch (first) {
            case Json.Bool(var value) -> Json.of(!value);
            case Json.Num(var value) -> new Json.Num(value.add(BigDecimal.ONE));
            case Json _ -> Json.of("example");
        };
    }

    /// A value as the last word of its name suggests.
    static Json named(String name) {
        String[] words = WORDS.split(name);
        return switch (words.length == 0 ? "" : words[words.length - 1].toLowerCase(Locale.ROOT)) {
            case "status", "state" -> Json.of("SUCCEEDED");
            case "count", "number", "total", "amount", "price", "size", "seconds", "quantity", "index", "age", "score", "confidence" ->
                    Json.of(1);
            case "arn" -> Json.of("arn:aws:example:us-east-1:111122223333:example/1");
            case "url", "uri", "endpoint" -> Json.of("https://example.com/" + name);
            case "date", "time", "timestamp" -> Json.of("2026-01-01T00:00:00Z");
            case "email" -> Json.of("ana@example.com");
            default -> Json.of(name.isEmpty() ? "example" : name + "-1");
        };
    }
}
