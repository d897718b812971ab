package passo.asl.editing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rough structure of a JSON text, or of what stands in YAML's brackets, that may be broken, as it is while someone writes: what is
/// missing is guessed, what is too much is skipped. Knows where in it the cursor stands.
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

    /// What stands in brackets.
    ///
    /// @param end behind the bracket that closes it, where one does
    record Brackets(int end, Optional<Spot> spot) {}

    private final String text;
    private final int cursor;
    /// What the brackets of YAML stand in; nothing around a text in JSON.
    private final @Nullable Container around;
    private @Nullable Container here;
    private @Nullable Spot spot;
    private int at;

    private Sketch(String text, int cursor, @Nullable Container around) {
        this.text = text;
        this.cursor = cursor;
        this.around = around;
        this.here = around;
    }

    /// Where the cursor stands in the text; nothing outside of all containers.
    static Optional<Spot> spot(String text, int cursor) {
        var sketch = new Sketch(text, cursor, null);
        while (sketch.at < text.length()) sketch.token();
        sketch.meet(text.length(), text.length(), false);
        return Optional.ofNullable(sketch.spot);
    }

    /// Reads the brackets of YAML that begin at a place.
    ///
    /// @param text ends where the brackets must have ended
    /// @param around the container whose member or item they are
    static Brackets brackets(String text, int from, int cursor, Container around) {
        var sketch = new Sketch(text, cursor, around);
        sketch.at = from;
        do sketch.token();
        while (sketch.at < text.length() && sketch.here != around);
        if (sketch.here != around) sketch.meet(text.length(), text.length(), false);
        return new Brackets(sketch.at, Optional.ofNullable(sketch.spot));
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
            default -> {
                if (c == '"' || c == '\'' && isYaml()) string(start, c);
                else if (!Character.isWhitespace(c)) word(start);
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
        for (Container open = here; open != null && open != around; open = open.parent) {
            if (open.isObject != isObject) continue;
            here = open.parent;
            return;
        }
    }

    /// A string ends with its quote, or at the end of the line.
    private void string(int start, char quote) {
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at = Math.min(text.length(), at + (text.charAt(at) == '\\' && quote == '"' ? 2 : 1));
        }
        int end = at;
        if (at < text.length() && text.charAt(at) == quote) at++;
        meet(start, start, false);
        if (cursor > start && cursor <= end) meet(start + 1, at, true, Character.toString(quote));
        value(text.substring(start + 1, end));
    }

    private void word(int start) {
        while (at < text.length() && (isYaml() ? goesOn(at) : Character.isLetterOrDigit(text.charAt(at)))) at++;
        while (Character.isWhitespace(text.charAt(at - 1))) at--;
        meet(start, at, false);
        value(isYaml() ? text.substring(start, at) : "");
    }

    /// Without quotes, a word of YAML may hold blanks, and colons that none follows.
    private boolean goesOn(int place) {
        char c = text.charAt(place);
        boolean isColon = c == ':' && (place + 1 == text.length() || " \n,[]{}".indexOf(text.charAt(place + 1)) >= 0);
        return !isColon && ",[]{}\n".indexOf(c) < 0;
    }

    private boolean isYaml() {
        return around != null;
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
        meet(from, to, inString, isYaml() ? "" : "\"");
    }

    private void meet(int from, int to, boolean inString, String quote) {
        if (spot != null || here == null || cursor > Math.max(from, to)) return;
        String field = !here.isObject ? here.field : here.expectsValue ? here.name : "";
        boolean before = cursor < from;
        boolean named = field.isEmpty() && colonFollows(to);
        spot = new Spot(here, field, inString, before ? cursor : from, before ? cursor : Math.max(to, cursor), named, quote);
    }

    private boolean colonFollows(int end) {
        return text.substring(Math.min(end, text.length())).stripLeading().startsWith(":");
    }
}
