package passo.asl.editing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rough structure of a JSON text that may be broken, as it is while someone writes: what is missing is guessed,
/// what is too much is skipped. Knows where in it the cursor stands.
final class Sketch {

    /// An object or an array.
    static final class Container {
        final boolean isObject;
        final @Nullable Container parent;
        /// The name of the member that this is; of an item of an array, the array's.
        final String field;
        /// The names of its members, and the texts of those that are texts.
        final Map<String, String> members = new LinkedHashMap<>();
        final Map<String, Container> children = new LinkedHashMap<>();
        String name = "";
        private boolean expectsValue;

        Container(boolean isObject, @Nullable Container parent) {
            this.isObject = isObject;
            this.parent = parent;
            this.field = parent == null ? "" : parent.isObject ? parent.name : parent.field;
            this.expectsValue = !isObject;
        }

        /// The object that the field stands in, around any arrays.
        Optional<Container> owner() {
            return parent == null || parent.isObject ? Optional.ofNullable(parent) : parent.owner();
        }

        Optional<String> text(String member) {
            return Optional.ofNullable(members.get(member)).filter(text -> !text.isEmpty());
        }
    }

    /// Where the cursor stands.
    ///
    /// @param field the member whose value is being written; empty where a name is
    /// @param inString does it stand between quotes?
    /// @param from where the word at the cursor begins
    /// @param to where it ends, its closing quote included
    /// @param named is it a name that has its colon already?
    /// @param quote what stands, or is to stand, around the word; empty in YAML where it needs none
    record Spot(Container container, String field, boolean inString, int from, int to, boolean named, String quote) {
        boolean isName() {
            return field.isEmpty();
        }
    }

    private final String text;
    private final int cursor;
    private @Nullable Container here;
    private @Nullable Spot spot;
    private int at;

    private Sketch(String text, int cursor) {
        this.text = text;
        this.cursor = cursor;
    }

    /// Where the cursor stands in the text; nothing outside of all containers.
    static Optional<Spot> spot(String text, int cursor) {
        var sketch = new Sketch(text, cursor);
        while (sketch.at < text.length()) sketch.token();
        sketch.meet(text.length(), text.length(), false);
        return Optional.ofNullable(sketch.spot);
    }

    private void token() {
        int start = at;
        char c = text.charAt(at++);
        switch (c) {
            case '{', '[' -> {
                meet(start, start, false);
                open(c == '{');
            }
            case '}', ']' -> {
                meet(start, start, false);
                close(c == '}');
            }
            case ':' -> {
                meet(start, start, false);
                if (here != null && here.isObject) here.expectsValue = true;
            }
            case ',' -> {
                meet(start, start, false);
                if (here != null && here.isObject) here.expectsValue = false;
            }
            case '"' -> string(start);
            default -> {
                if (!Character.isWhitespace(c)) word(start);
            }
        }
    }

    private void open(boolean isObject) {
        var inner = new Container(isObject, here);
        if (here != null && here.isObject) {
            here.members.putIfAbsent(here.name, "");
            here.children.put(here.name, inner);
            here.expectsValue = false;
        }
        here = inner;
    }

    /// A bracket that closes nothing is skipped; one that closes more than the innermost closes all within.
    private void close(boolean isObject) {
        for (Container open = here; open != null; open = open.parent) {
            if (open.isObject != isObject) continue;
            here = open.parent;
            return;
        }
    }

    /// A string ends with its quote, or at the end of the line.
    private void string(int start) {
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            at = Math.min(text.length(), at + (text.charAt(at) == '\\' ? 2 : 1));
        }
        int end = at;
        if (at < text.length() && text.charAt(at) == '"') at++;
        meet(start, start, false);
        if (cursor > start && cursor <= end) meet(start + 1, at, true);
        value(text.substring(start + 1, end));
    }

    private void word(int start) {
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) at++;
        meet(start, at, false);
        value("");
    }

    private void value(String content) {
        if (here == null || !here.isObject) return;
        if (here.expectsValue) {
            here.members.put(here.name, content);
            here.expectsValue = false;
        } else {
            here.name = content;
            here.members.putIfAbsent(content, "");
        }
    }

    /// The first token that ends at or behind the cursor tells where it stands.
    private void meet(int from, int to, boolean inString) {
        if (spot != null || here == null || cursor > Math.max(from, to)) return;
        String field = !here.isObject ? here.field : here.expectsValue ? here.name : "";
        boolean before = cursor < from;
        boolean named = field.isEmpty() && colonFollows(to);
        spot = new Spot(here, field, inString, before ? cursor : from, before ? cursor : Math.max(to, cursor), named, "\"");
    }

    private boolean colonFollows(int end) {
        return text.substring(Math.min(end, text.length())).stripLeading().startsWith(":");
    }
}
