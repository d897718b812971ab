package passo.asl.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import passo.asl.editing.Sketch.Container;
import passo.asl.editing.Sketch.Spot;

/// The rough structure of a text in YAML that may be broken, read line by line: what stands further in belongs to what stands
/// further out, and what is written in brackets `Sketch` reads. Knows where in it the cursor stands.
final class YamlSketch {

    private static final Pattern MEMBER = Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|[^\\s\"'#\\[{-][^:#]*?)\\s*:(?=\\s|$)");
    private static final Pattern VALUE = Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"?|'[^']*'?|.*?)(?=\\s+#.*$|\\s*$)");

    /// A container whose members, or dashes, stand at a column.
    private record Open(int column, Container container) {}

    private final String text;
    private final int cursor;
    private final List<Open> open = new ArrayList<>();
    private @Nullable Spot spot;
    /// The column that the lines of a text in a block stand beyond; -1 outside of one.
    private int block = -1;
    /// As far as brackets have been read that began on an earlier line.
    private int read;

    private YamlSketch(String text, int cursor) {
        this.text = text;
        this.cursor = cursor;
        open.add(new Open(0, new Container(true, null)));
    }

    static Optional<Spot> spot(String text, int cursor) {
        var sketch = new YamlSketch(text, cursor);
        int start = 0;
        for (String line : text.split("\n", -1)) {
            sketch.line(line, start);
            start += line.length() + 1;
        }
        return Optional.ofNullable(sketch.spot);
    }

    private void line(String line, int start) {
        if (start < read) return;
        int column = line.length() - line.stripLeading().length();
        boolean here = start <= cursor && cursor <= start + line.length();
        if (line.isBlank() || line.startsWith("#", column)) {
            if (here && line.isBlank() && block < 0) spot = new Spot(members(cursor - start), "", false, cursor, cursor, false, "");
            return;
        }
        if (column <= block) block = -1;
        if (block >= 0) return;
        while (line.startsWith("- ", column) || line.substring(column).equals("-")) {
            Container list = list(column);
            int inside = column + 1 + line.substring(column + 1).length() - line.substring(column + 1).stripLeading().length();
            if (!MEMBER.matcher(line).region(inside, line.length()).lookingAt() && !line.startsWith("- ", inside)) {
                if (isBracket(line, inside)) brackets(start + inside, column, list);
                else if (here) value(line, start, inside, list, list.field);
                return;
            }
            open.add(new Open(inside, line.startsWith("- ", inside) ? new Container(false, list) : new Container(true, list)));
            column = inside;
        }
        Matcher member = MEMBER.matcher(line).region(column, line.length());
        if (member.lookingAt()) member(line, start, member, here);
        else if (here) spot = new Spot(members(column), "", false, start + column, Math.max(cursor, start + line.stripTrailing().length()), false, "");
    }

    private void member(String line, int start, Matcher member, boolean here) {
        Container object = members(member.start());
        String name = bare(member.group(1));
        object.name = name;
        Matcher value = VALUE.matcher(line).region(member.end(), line.length());
        String text = value.lookingAt() ? value.group(1) : "";
        object.members.put(name, text.matches("[\\[{|>].*") ? "" : bare(text));
        if (text.matches("[|>].*")) block = member.start();
        if (here && cursor <= start + member.end(1)) {
            spot = new Spot(object, "", false, start + member.start(1), start + member.end(1), true, quote(member.group(1)));
        } else if (isBracket(text, 0)) brackets(start + value.start(1), member.start(), object);
        else if (here) value(line, start, member.end(), object, name);
    }

    /// The cursor stands in a value, or where one is to be.
    private void value(String line, int start, int from, Container container, String field) {
        Matcher value = VALUE.matcher(line).region(from, line.length());
        if (!value.lookingAt() || value.group(1).matches("[\\[{|>].*")) return;
        String quote = quote(value.group(1));
        int begin = value.group(1).isEmpty() ? cursor : start + value.start(1) + quote.length();
        spot = new Spot(container, field, !quote.isEmpty(), begin, Math.max(cursor, start + value.end(1)), false, quote);
    }

    private static boolean isBracket(String line, int place) {
        return line.startsWith("{", place) || line.startsWith("[", place);
    }

    /// @param column of what the brackets belong to: a line that stands no further in is no more theirs
    private void brackets(int from, int column, Container around) {
        int end = from;
        do {
            int next = text.indexOf('\n', end);
            end = next < 0 ? text.length() : next + 1;
        } while (end < text.length() && (text.startsWith(" ".repeat(column + 1), end) || text.charAt(end) == '\n'));
        Sketch.Brackets brackets = Sketch.brackets(text.substring(0, end), from, cursor, around);
        if (cursor > from) brackets.spot().ifPresent(found -> spot = found);
        read = brackets.end();
    }

    /// The object whose members stand at a column: one that is open, else a new one in the member above.
    private Container members(int column) {
        open.removeIf(each -> each.column > column || each.column == column && !each.container.isObject);
        Open last = open.getLast();
        return last.column == column || last.container.name.isEmpty() ? last.container : opened(column, true);
    }

    private Container list(int column) {
        open.removeIf(each -> each.column > column);
        while (open.size() > 1 && open.getLast().column == column && open.getLast().container.isObject
                && open.stream().anyMatch(each -> each.column == column && !each.container.isObject)) open.removeLast();
        Container last = open.getLast().container;
        return last.isObject ? opened(column, false) : last;
    }

    private Container opened(int column, boolean isObject) {
        Container owner = open.getLast().container;
        var inner = new Container(isObject, owner);
        if (owner.isObject) owner.children.put(owner.name, inner);
        open.add(new Open(column, inner));
        return inner;
    }

    private static String quote(String text) {
        return text.startsWith("\"") ? "\"" : text.startsWith("'") ? "'" : "";
    }

    private static String bare(String text) {
        String quote = quote(text);
        return quote.isEmpty() ? text : text.substring(1, text.length() - (text.length() > 1 && text.endsWith(quote) ? 1 : 0));
    }
}
