package passo.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import passo.json.Json;
import passo.json.JsonText;

/// What a machine reads from a value: which members and items, and what it would like to find there. Grows while `Needs`
/// reads the machine; the first wish wins.
final class Need {

    /// What the value seems to be, where nothing is read inside it.
    enum Kind { ANY, NUMBER, BOOLEAN, TIMESTAMP, OBJECT, ARRAY, JSON_TEXT }

    /// Loops in a machine would nest for ever.
    private static final int DEEPEST = 16;

    private final int depth;
    private final SequencedMap<String, Need> members = new LinkedHashMap<>();
    private final List<Json> unwanted = new ArrayList<>();
    private @Nullable Need item;
    private int items;
    private Kind kind = Kind.ANY;
    private @Nullable Json wanted;
    private boolean read;
    private boolean absent;

    Need() {
        this(0);
    }

    private Need(int depth) {
        this.depth = depth;
    }

    /// The need for a member of the value; too deep, one that counts for nothing.
    Need member(String name) {
        read = true;
        return depth >= DEEPEST ? new Need(depth) : members.computeIfAbsent(name, _ -> new Need(depth + 1));
    }

    /// The need for the items of the value, which is an array.
    Need item() {
        return item(0);
    }

    /// The need for the items of the value, of which there are more than `index`.
    Need item(int index) {
        read = true;
        items = Math.max(items, Math.min(index, 9) + 1);
        if (depth >= DEEPEST) return new Need(depth);
        if (item == null) item = new Need(depth + 1);
        return item;
    }

    /// The need for a list of what another need is for.
    static Need listOf(Need item) {
        var list = new Need();
        list.item = item;
        return list;
    }

    /// The need for what the value's text says in JSON.
    Need content() {
        is(Kind.JSON_TEXT);
        if (item == null) item = new Need(depth);
        return item;
    }

    Need reads() {
        read = true;
        return this;
    }

    Need is(Kind kind) {
        if (this.kind == Kind.ANY) this.kind = kind;
        return reads();
    }

    void wants(Json value) {
        if (wanted == null && !absent) wanted = value;
        read = true;
    }

    /// The value is a text that a separator parts.
    void hasParts(String separator, int count) {
        if (wanted == null || wanted instanceof Json.Str(var text) && text.split(Pattern.quote(separator)).length < count) {
            wanted = Json.of(String.join(separator, IntStream.rangeClosed(1, Math.min(count, 20)).mapToObj(part -> "part" + part).toList()));
        }
        read = true;
    }

    void avoids(Json value) {
        unwanted.add(value);
        read = true;
    }

    void mustBeAbsent() {
        if (!read) absent = true;
    }

    /// Takes on what another need asks for.
    ///
    /// @param wishes also what it would like to find, or only that the places are read?
    void add(Need other, boolean wishes) {
        if (other == this || depth >= DEEPEST) return;
        if (wishes && other.absent) mustBeAbsent();
        if (other.read && !absent) read = true;
        if (kind == Kind.ANY) kind = other.kind;
        if (wishes && wanted == null && !absent) wanted = other.wanted;
        if (wishes) unwanted.addAll(other.unwanted.stream().filter(value -> !unwanted.contains(value)).toList());
        items = Math.max(items, other.items);
        other.members.forEach((name, member) -> {
            if (!absent) members.computeIfAbsent(name, _ -> new Need(depth + 1)).add(member, wishes);
        });
        if (other.item != null && !absent) {
            if (item == null) item = new Need(depth + 1);
            item.add(other.item, wishes);
        }
    }

    /// This need without what lies at a place, which something else will provide.
    Need without(List<String> place) {
        var rest = new Need(depth);
        rest.add(this, true);
        Need inner = members.get(place.getFirst());
        if (place.size() == 1) rest.members.remove(place.getFirst());
        else if (inner != null) rest.members.put(place.getFirst(), inner.without(place.subList(1, place.size())));
        // What remains must still be something that a member can be put into.
        return rest.is(Kind.OBJECT);
    }

    boolean isRead() {
        return read;
    }

    /// A value that has what is asked for; what `base` has already is kept unless something else is wished.
    ///
    /// @param name of the member that the value is for
    Json fill(Json base, String name) {
        if (wanted != null) return wanted;
        if (kind == Kind.JSON_TEXT && item != null) {
            Json inner = base instanceof Json.Str(var text) && JsonText.read(text) instanceof JsonText.Reading.Value(var json, _) ? json : Json.NULL;
            return Json.of(item.fill(inner, name).toString());
        }
        if (!members.isEmpty() && kind != Kind.ARRAY && !(base instanceof Json.Arr)) {
            Json.Obj filled = base instanceof Json.Obj obj ? obj : Json.Obj.EMPTY;
            for (Map.Entry<String, Need> member : members.entrySet()) {
                Need need = member.getValue();
                Json old = filled.get(member.getKey());
                if (need.absent) filled = filled.without(member.getKey());
                else if (need.read) filled = filled.with(member.getKey(), need.fill(old == null ? Json.NULL : old, member.getKey()));
            }
            return filled;
        }
        if (item != null && (kind == Kind.ARRAY || !(base instanceof Json.Obj))) {
            Need each = each();
            var list = new ArrayList<>(base instanceof Json.Arr arr ? arr.items() : List.of());
            list.replaceAll(old -> each.fill(old, singular(name)));
            while (list.size() < Math.max(items, 1)) list.add(each.fill(Json.NULL, singular(name)));
            return new Json.Arr(list);
        }
        boolean fits = switch (kind) {
            case OBJECT -> base instanceof Json.Obj;
            case ARRAY -> base instanceof Json.Arr;
            case NUMBER -> base instanceof Json.Num;
            case ANY, BOOLEAN, TIMESTAMP, JSON_TEXT -> !(base instanceof Json.Null);
        };
        return fits && !unwanted.contains(base) ? base : plausible(name);
    }

    /// The need for each item of a list: JSONata reads a member of a list from all its items.
    Need each() {
        var each = new Need(depth + 1);
        if (item != null) each.add(item, true);
        members.forEach((name, member) -> each.member(name).add(member, true));
        return each;
    }

    private static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    private Json plausible(String name) {
        Json first = switch (kind) {
            case NUMBER -> Json.of(1);
            case BOOLEAN -> Json.TRUE;
            case TIMESTAMP -> Json.of("2026-01-01T00:00:00Z");
            case OBJECT -> Json.Obj.EMPTY;
            case ARRAY -> Json.array(named(singular(name)));
            case ANY, JSON_TEXT -> named(name);
        };
        if (!unwanted.contains(first)) return first;
        return switch (first) {
            case Json.Bool(var value) -> Json.of(!value);
            case Json.Num _ -> Json.of(unwanted.size() + 1L);
            case Json _ -> Json.of("example");
        };
    }

    /// A value as the last word of its name suggests.
    private static Json named(String name) {
        String[] words = name.split("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])");
        return switch (words.length == 0 ? "" : words[words.length - 1].toLowerCase(Locale.ROOT)) {
            case "status", "state" -> Json.of("SUCCEEDED");
            case "count", "number", "total", "amount", "price", "size", "seconds", "quantity", "index", "age", "score", "confidence" -> Json.of(1);
            case "arn" -> Json.of("arn:aws:example:us-east-1:111122223333:example/1");
            case "url", "uri", "endpoint" -> Json.of("https://example.com/" + name);
            case "date", "time", "timestamp" -> Json.of("2026-01-01T00:00:00Z");
            case "email" -> Json.of("ana@example.com");
            default -> Json.of(name.isEmpty() ? "example" : name + "-1");
        };
    }
}
