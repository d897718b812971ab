package passo.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Text to values, with the place of each, and values to text.
///
/// Reading never throws for a bad text: what is wrong with it, and where, is the answer. Refused are, besides bad
/// syntax, a nesting of more than 500, and numbers beyond what a double can hold.
public final class JsonText {

    private static final int DEEPEST = 500;
    private static final int LARGEST_EXPONENT = 400;
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
    private static final TokenStreamFactory JSON = JsonFactory.builder().streamReadConstraints(LIMITS).build();
    private static final TokenStreamFactory YAML = YAMLFactory.builder().streamReadConstraints(LIMITS).build();

    private JsonText() {}

    /// What came of reading a text.
    public sealed interface Reading {
        /// The text is one value.
        record Value(Json json, Positions positions) implements Reading {}

        /// The text is not a value: why, in the reader's words, and where.
        record Malformed(String message, Location at) implements Reading {}
    }

    /// Reads a JSON text of exactly one value.
    public static Reading read(String text) {
        return read(JSON, text);
    }

    /// Reads a YAML document of exactly one value; scalars are JSON's where they look like them.
    public static Reading readYaml(String text) {
        return switch (read(YAML, text)) {
            case Reading.Value(var json, var positions) -> new Reading.Value(json, positions.map(inCharacters(text)));
            case Reading.Malformed(var message, var at) -> new Reading.Malformed(message, inCharacters(text).apply(at));
        };
    }

    /// YAML's reader counts what is beyond Unicode's first plane as one, Java as two.
    private static UnaryOperator<Location> inCharacters(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) return UnaryOperator.identity();
        int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        for (int i = 1; i < offsets.length; i++) offsets[i] = text.offsetByCodePoints(offsets[i - 1], 1);
        return at -> new Location(at.line(), at.column(), offsets[Math.min(at.offset(), offsets.length - 1)]);
    }

    /// Reads a text of ours, known to be good.
    ///
    /// @throws IllegalArgumentException if it is not
    public static Json parse(String text) {
        return switch (read(text)) {
            case Reading.Value(var json, _) -> json;
            case Reading.Malformed(var message, var at) ->
                throw new IllegalArgumentException(message + " at line " + at.line() + ", column " + at.column() + ": " + text);
        };
    }

    private static Reading read(TokenStreamFactory factory, String text) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) return new Reading.Malformed("The text is empty", Location.START);
            Read read = value(parser, Location.START);
            if (parser.nextToken() != null) {
                return new Reading.Malformed("There is text after the end of the value", at(parser.currentTokenLocation()));
            }
            return new Reading.Value(read.json, read.positions);
        } catch (OutOfRange outOfRange) {
            return new Reading.Malformed(outOfRange.getMessage(), outOfRange.at);
        } catch (JacksonException broken) {
            // The reader adds where the open container began, with words about its own settings.
            String message = broken.getOriginalMessage().replaceFirst("(?s) \\(start marker at .*", "");
            // A text that passes a limit of the reader has no place.
            return new Reading.Malformed(message, broken.getLocation() == null ? Location.START : at(broken.getLocation()));
        }
    }

    private record Read(Json json, Positions positions) {}

    /// Leaves the reading from within; never seen outside this file.
    private static final class OutOfRange extends RuntimeException {
        private final transient Location at;

        OutOfRange(String message, Location at) {
            super(message, null, false, false);
            this.at = at;
        }
    }

    private static Read value(JsonParser parser, Location name) {
        Location start = at(parser.currentTokenLocation());
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) throw new OutOfRange("An alias cannot be used here", start);
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, name, start);
            case START_ARRAY -> array(parser, name, start);
            case VALUE_STRING -> leaf(new Json.Str(parser.getString()), parser, name, start);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> leaf(number(parser, start), parser, name, start);
            case VALUE_TRUE -> leaf(Json.TRUE, parser, name, start);
            case VALUE_FALSE -> leaf(Json.FALSE, parser, name, start);
            case VALUE_NULL -> leaf(Json.NULL, parser, name, start);
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new OutOfRange("Not a JSON value: " + parser.currentToken(), start);
        };
    }

    private static Read leaf(Json json, JsonParser parser, Location name, Location start) {
        return new Read(json, new Positions(name, start, at(parser.currentLocation()), Map.of(), List.of()));
    }

    private static Read object(JsonParser parser, Location name, Location start) {
        var obj = Json.Obj.builder();
        Map<String, Positions> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String member = parser.currentName();
            Location memberName = at(parser.currentTokenLocation());
            parser.nextToken();
            Read read = value(parser, memberName);
            obj.put(member, read.json);
            members.put(member, read.positions);
        }
        return new Read(obj.build(), new Positions(name, start, at(parser.currentLocation()), members, List.of()));
    }

    private static Read array(JsonParser parser, Location name, Location start) {
        List<Json> items = new ArrayList<>();
        List<Positions> places = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Read read = value(parser, at(parser.currentTokenLocation()));
            items.add(read.json);
            places.add(read.positions);
        }
        return new Read(new Json.Arr(items), new Positions(name, start, at(parser.currentLocation()), Map.of(), places));
    }

    private static Json.Num number(JsonParser parser, Location start) {
        if (parser.isNaN()) throw new OutOfRange("Not a number of JSON: " + parser.getString(), start);
        BigDecimal value = parser.getDecimalValue();
        if (Math.abs((long) value.scale() - value.precision()) > LARGEST_EXPONENT) {
            throw new OutOfRange("The number is out of range: " + parser.getString(), start);
        }
        return new Json.Num(value);
    }

    private static Location at(TokenStreamLocation place) {
        return new Location(Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), (int) Math.max(0, place.getCharOffset()));
    }

    /// The compact text: no spaces, members in their order, characters beyond ASCII as they are.
    public static String print(Json json) {
        var text = new StringBuilder();
        print(json, text);
        return text.toString();
    }

    private static void print(Json json, StringBuilder text) {
        switch (json) {
            case Json.Obj obj -> {
                text.append('{');
                for (int i = 0; i < obj.size(); i++) {
                    if (i > 0) text.append(',');
                    quote(obj.name(i), text);
                    text.append(':');
                    print(obj.value(i), text);
                }
                text.append('}');
            }
            case Json.Arr arr -> {
                text.append('[');
                for (int i = 0; i < arr.size(); i++) {
                    if (i > 0) text.append(',');
                    print(arr.get(i), text);
                }
                text.append(']');
            }
            case Json.Str(var value) -> quote(value, text);
            case Json.Num _, Json.Bool _, Json.Null _ -> text.append(json);
        }
    }

    /// The text for people: two spaces a level, empty containers on one line.
    public static String pretty(Json json) {
        var text = new StringBuilder();
        pretty(json, "\n", text);
        return text.toString();
    }

    private static void pretty(Json json, String newLine, StringBuilder text) {
        switch (json) {
            case Json.Obj obj when !obj.isEmpty() -> {
                text.append('{');
                for (int i = 0; i < obj.size(); i++) {
                    text.append(i > 0 ? "," : "").append(newLine).append("  ");
                    quote(obj.name(i), text);
                    text.append(": ");
                    pretty(obj.value(i), newLine + "  ", text);
                }
                text.append(newLine).append('}');
            }
            case Json.Arr arr when arr.size() > 0 -> {
                text.append('[');
                for (int i = 0; i < arr.size(); i++) {
                    text.append(i > 0 ? "," : "").append(newLine).append("  ");
                    pretty(arr.get(i), newLine + "  ", text);
                }
                text.append(newLine).append(']');
            }
            case Json.Obj _, Json.Arr _, Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> print(json, text);
        }
    }

    /// Appends a string as JSON writes it.
    static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> {
                    if (c < ' ') text.append("\\u00").append("%02X".formatted((int) c));
                    else text.append(c);
                }
            }
        }
        text.append('"');
    }

    /// The length of a string as JSON writes it, quotes included, in UTF-8 bytes.
    static int quotedBytes(String value) {
        int bytes = 2;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= ' ' && c < 0x80) bytes += c == '"' || c == '\\' ? 2 : 1;
            else if (c >= 0x80) bytes += c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            else bytes += c == '\n' || c == '\r' || c == '\t' || c == '\b' || c == '\f' ? 2 : 6;
        }
        return bytes;
    }
}
