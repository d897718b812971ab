package passo.asl.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import passo.asl.text.Fix.Edit;
import passo.json.Json;
import passo.json.Location;
import passo.json.Notation;
import passo.json.Positions;

/// The text that a definition was read from. It knows how to write something into it as its author would have: in JSON or
/// in YAML, on a line or on several, in the quotes that are there.
///
/// @param text empty where the definition came without one
public record Source(String text, Notation notation) {

    /// Of a definition that came without text.
    public static final Source NONE = new Source("", Notation.JSON);

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_](?:[\\w.$/-]|:(?! )| (?=\\w))*");
    private static final Pattern RESERVED = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

    // Places.

    /// Where to mark a value: all of it, or the name of one that is long.
    public Location start(Node node) {
        return node.isContainer() ? node.positions().name() : node.positions().start();
    }

    /// Where that ends, exclusive.
    public Location end(Node node) {
        return node.isContainer() ? placeBehindName(node) : node.positions().end();
    }

    public Location placeBehindName(Node node) {
        if (node.positions() == Positions.NONE) return Location.START;
        Location start = node.positions().name();
        int length = node.name().isEmpty() ? 1 : endOfName(node) - start.offset();
        return new Location(start.line(), start.column() + length, start.offset() + length);
    }

    // Edits.

    /// The member has another name.
    public Edit rename(Node member, String name) {
        int from = member.positions().name().offset();
        return new Edit(from, endOfName(member), quoted(name, from));
    }

    /// Another value stands in the place of this one.
    public Edit write(Node node, Json value) {
        int from = node.positions().start().offset();
        int to = node.positions().end().offset();
        if (!(value instanceof Json.Str(var word))) return new Edit(from, to, value.toString());
        return new Edit(from, to, isPlainLike(word, text.substring(from, to)) ? word : quoted(word, from));
    }

    /// The member, the separator with it, is gone.
    public Edit remove(Node object, Node member) {
        List<Node> members = object.members();
        int place = members.stream().map(Node::name).toList().indexOf(member.name());
        int from = member.positions().name().offset();
        int to = behind(member);
        if (place < members.size() - 1) return new Edit(from, startOfNext(to), "");
        return new Edit(place == 0 ? from : behind(members.get(place - 1)), to, "");
    }

    /// The object, which has members, has one more at its end.
    public Edit insert(Node object, String name, Json value) {
        Node last = object.members().getLast();
        int start = last.positions().name().offset();
        int at = behind(last);
        boolean block = notation == Notation.YAML && !isFlow(object);
        String member = quoted(name, start) + ": " + (value instanceof Json.Str(var word) ? quoted(word, start) : value.toString());
        String indent = indent(start);
        if (block && at > 0 && text.charAt(at - 1) == '\n') return new Edit(at, at, indent + member + "\n");
        if (block) return new Edit(at, at, "\n" + indent + member);
        boolean ownLine = text.startsWith(indent, start - indent.length()) && start - indent.length() > offset(object);
        return new Edit(at, at, (ownLine ? ",\n" + indent : ", ") + member);
    }

    /// The item is the last of its array: each behind it moves up, and the commas and comments between them stay.
    public List<Edit> moveLast(List<Node> items, int place) {
        var edits = new ArrayList<Edit>();
        for (int i = place; i < items.size(); i++) {
            Node next = items.get(i == items.size() - 1 ? place : i + 1);
            edits.add(new Edit(offset(items.get(i)), behind(items.get(i)), text.substring(offset(next), behind(next))));
        }
        return edits;
    }

    /// Where the name of a member ends, exclusive.
    int endOfName(Node member) {
        int from = member.positions().name().offset();
        char quote = from < text.length() ? text.charAt(from) : ' ';
        if (quote != '"' && quote != '\'') return from + member.name().length();
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != quote) at += text.charAt(at) == '\\' && quote == '"' ? 2 : 1;
        return Math.min(text.length(), at + 1);
    }

    private static int offset(Node node) {
        return node.positions().start().offset();
    }

    /// Where a value ends. YAML says of a block that it ends where the next begins, so its last word is asked.
    private int behind(Node node) {
        List<Node> inside = notation == Notation.YAML && !isFlow(node) ? node.children() : List.of();
        return inside.isEmpty() ? node.positions().end().offset() : behind(inside.getLast());
    }

    private boolean isFlow(Node node) {
        Positions place = node.positions();
        return place.start().offset() < text.length() && "{[".indexOf(text.charAt(place.start().offset())) >= 0;
    }

    private int startOfNext(int end) {
        int at = end;
        boolean comma = false;
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || !comma && text.charAt(at) == ',')) {
            comma |= text.charAt(at) == ',';
            at++;
        }
        return at;
    }

    /// The blanks that stand before a place, or would if the line held nothing else.
    private String indent(int place) {
        return text.substring(text.lastIndexOf('\n', place - 1) + 1, place).replaceAll("\\S", " ");
    }

    /// Can a text do without quotes, since another of no other signs does?
    private boolean isPlainLike(String word, String there) {
        return notation == Notation.YAML && "\"'|>".indexOf(there.charAt(0)) < 0 && word.charAt(0) == there.charAt(0) && !word.contains(": ") && !word.contains(" #")
                && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || there.indexOf(c) >= 0) && !RESERVED.matcher(word).matches();
    }

    /// A text as it is written where something stands already.
    private String quoted(String word, int place) {
        char there = text.charAt(place);
        if (notation == Notation.YAML && there == '\'') return "'" + word.replace("'", "''") + "'";
        boolean plain = notation == Notation.YAML && there != '"' && PLAIN.matcher(word).matches() && !RESERVED.matcher(word).matches();
        return plain ? word : Json.of(word).toString();
    }
}
