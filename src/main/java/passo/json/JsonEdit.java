package passo.json;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A JSON text with one thing different. Everything else stays as it was written, spaces and all; what is new is written as people
/// would: short values on one line.
public final class JsonEdit {

    private static final int WIDTH = 90;

    private JsonEdit() {}

    /// The text with this value at this place. A member that is not there is added at the end of its object, an item behind the last
    /// of its list, and the objects around it where they are missing.
    ///
    /// @throws IllegalArgumentException if the text is no JSON
    public static String set(String text, Pointer at, Json value) {
        var read = read(text);
        if (at.steps().isEmpty()) return neat(value, "\n");
        Pointer parent = at.parent();
        String name = at.steps().getLast();
        Json around = parent.find(read.json()).orElse(Json.NULL);
        if (around instanceof Json.Obj || around instanceof Json.Arr) {
            return at.find(read.json()).isPresent() ? replaced(text, read.positions().at(at), value)
                    : added(text, read.positions().at(parent), around, name, value);
        }
        return set(text, parent, Json.Obj.of(name, value));
    }

    /// The text without what stands at this place; as it is where nothing does.
    public static String remove(String text, Pointer at) {
        var read = read(text);
        if (at.steps().isEmpty() || at.find(read.json()).isEmpty()) return text;
        Positions parent = read.positions().at(at.parent());
        Positions gone = read.positions().at(at);
        List<Positions> all = inside(parent);
        int index = all.indexOf(gone);
        if (all.size() == 1) return spliced(text, parent.start().offset() + 1, parent.end().offset() - 1, "");
        return index < all.size() - 1 ? spliced(text, gone.name().offset(), all.get(index + 1).name().offset(), "")
                : spliced(text, all.get(index - 1).end().offset(), gone.end().offset(), "");
    }

    /// The text with another name for a member, in its place.
    public static String rename(String text, Pointer at, String name) {
        int from = read(text).positions().at(at).name().offset();
        int to = from + 1;
        while (text.charAt(to) != '"') to += text.charAt(to) == '\\' ? 2 : 1;
        return spliced(text, from, to + 1, Json.of(name).toString());
    }

    private static JsonText.Reading.Value read(String text) {
        return switch (JsonText.read(text)) {
            case JsonText.Reading.Value value -> value;
            case JsonText.Reading.Malformed(var message, _) -> throw new IllegalArgumentException(message + ": " + text);
        };
    }

    private static String replaced(String text, Positions place, Json value) {
        return spliced(text, place.start().offset(), place.end().offset(), neat(value, "\n" + indent(text, place.start().offset())));
    }

    private static String added(String text, Positions parent, Json around, String name, Json value) {
        List<Positions> all = inside(parent);
        if (all.isEmpty()) return replaced(text, parent, around instanceof Json.Obj ? Json.Obj.of(name, value) : Json.array(value));
        Positions last = all.getLast();
        boolean lines = parent.start().line() < parent.end().line();
        String newLine = "\n" + indent(text, last.name().offset());
        String named = around instanceof Json.Obj ? Json.of(name) + ": " : "";
        return spliced(text, last.end().offset(), last.end().offset(), (lines ? "," + newLine : ", ") + named + neat(value, newLine));
    }

    private static List<Positions> inside(Positions place) {
        return place.members().isEmpty() ? place.items() : new ArrayList<>(place.members().values());
    }

    private static String spliced(String text, int from, int to, String insert) {
        return text.substring(0, from) + insert + text.substring(to);
    }

    /// What the line begins with on which something stands.
    private static String indent(String text, int offset) {
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        int end = start;
        while (end < offset && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) end++;
        return text.substring(start, end);
    }

    private static String neat(Json json, String newLine) {
        if (json.depth() <= 2 && json.bytes() + newLine.length() <= WIDTH) return oneLine(json);
        String inner = newLine + "  ";
        return switch (json) {
            case Json.Obj obj -> IntStream.range(0, obj.size()).mapToObj(i -> inner + Json.of(obj.name(i)) + ": " + neat(obj.value(i), inner))
                    .collect(Collectors.joining(",", "{", newLine + "}"));
            case Json.Arr arr -> arr.items().stream().map(item -> inner + neat(item, inner)).collect(Collectors.joining(",", "[", newLine + "]"));
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> json.toString();
        };
    }

    private static String oneLine(Json json) {
        return switch (json) {
            case Json.Obj obj when !obj.isEmpty() -> IntStream.range(0, obj.size()).mapToObj(i -> Json.of(obj.name(i)) + ": " + oneLine(obj.value(i)))
                    .collect(Collectors.joining(", ", "{ ", " }"));
            case Json.Arr arr -> arr.items().stream().map(JsonEdit::oneLine).collect(Collectors.joining(", ", "[", "]"));
            case Json.Obj _, Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> json.toString();
        };
    }
}
