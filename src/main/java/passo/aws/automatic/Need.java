package passo.aws.automatic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import passo.json.Json;

/// What a machine reads from a value: which members and items, and what it would like to find there. Grows while `Needs`
/// reads the machine; the first wish wins.
final class Need {

    /// What the value seems to be, where nothing is read inside it.
    enum Kind { ANY, NUMBER, BOOLEAN, TIMESTAMP, OBJECT, ARRAY, JSON_TEXT }

    /// Loops in a machine would nest for ever.
    private static final int DEEPEST = 16;

    /// How much the needs of one machine may grow together; afterwards they take on nothing more.
    static final class Room {
        private int left = 200_000;
    }

    private final Room room;
    private final int depth;
    private final SequencedMap<String, Need> members = new LinkedHashMap<>();
    private final List<Json> unwanted = new ArrayList<>();
    private @Nullable Need item;
    private int items;
    private Kind kind = Kind.ANY;
    private @Nullable Json wanted;
    private boolean read;
    private boolean absent;

    Need(Room room) {
        this(room, 0);
    }

    private Need(Room room, int depth) {
        this.room = room;
        this.depth = depth;
    }

    /// The need for a member of the value; too deep, one that counts for nothing.
    Need member(String name) {
        read = true;
        return depth >= DEEPEST ? new Need(room, depth) : members.computeIfAbsent(name, _ -> new Need(room, depth + 1));
    }

    /// The need for the items of the value, which is an array.
    Need item() {
        return item(0);
    }

    /// The need for the items of the value, of which there are more than `index`.
    Need item(int index) {
        read = true;
        items = Math.max(items, Math.min(index, 9) + 1);
        if (depth >= DEEPEST) return new Need(room, depth);
        if (item == null) item = new Need(room, depth + 1);
        return item;
    }

    /// The need for a list of what another need is for.
    static Need listOf(Need item) {
        var list = new Need(item.room);
        list.item = item;
        return list;
    }

    /// The need for what the value's text says in JSON.
    Need content() {
        is(Kind.JSON_TEXT);
        if (item == null) item = new Need(room, depth);
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
            List<String> parts = IntStream.rangeClosed(1, Math.min(count, 20)).mapToObj(part -> "part" + part).toList();
            wanted = Json.of(String.join(separator, parts));
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
        if (other == this || depth >= DEEPEST || room.left-- <= 0) return;
        if (wishes && other.absent) mustBeAbsent();
        if (other.read && !absent) read = true;
        if (kind == Kind.ANY) kind = other.kind;
        if (wishes && wanted == null && !absent) wanted = other.wanted;
        if (wishes) unwanted.addAll(other.unwanted.stream().filter(value -> !unwanted.contains(value)).toList());
        items = Math.max(items, other.items);
        other.members.forEach((name, member) -> {
            if (!absent) members.computeIfAbsent(name, _ -> new Need(room, depth + 1)).add(member, wishes);
        });
        if (other.item != null && !absent) {
            if (item == null) item = new Need(room, depth + 1);
            item.add(other.item, wishes);
        }
    }

    /// This need without what lies at a place, which something else will provide.
    Need without(List<String> place) {
        var rest = new Need(room, depth);
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

    /// The need for each item of a list: JSONata reads a member of a list from all its items.
    Need each() {
        var each = new Need(room, depth + 1);
        if (item != null) each.add(item, true);
        members.forEach((name, member) -> each.member(name).add(member, true));
        return each;
    }

    Kind kind() {
        return kind;
    }

    SequencedMap<String, Need> members() {
        return members;
    }

    /// How many items are read; 0 where none is.
    int items() {
        return item == null ? 0 : Math.max(items, 1);
    }

    Optional<Json> wanted() {
        return Optional.ofNullable(wanted);
    }

    boolean isUnwanted(Json value) {
        return unwanted.contains(value);
    }

    boolean isAbsent() {
        return absent;
    }
}
