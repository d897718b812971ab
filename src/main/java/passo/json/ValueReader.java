package passo.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import passo.json.JsonText.Reading;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Makes values, with the place of each, of the tokens of one text. Used once.
final class ValueReader {

    private static final int LARGEST_EXPONENT = 400;

    private final JsonParser parser;
    private final String text;
    /// YAML's reader counts a character beyond the first 65,536 once, a text twice.
    private final boolean recounts;
    private int points;
    private int characters;

    ValueReader(JsonParser parser, String text) {
        this.parser = parser;
        this.text = text;
        this.recounts = parser instanceof YAMLParser && text.codePoints().anyMatch(Character::isSupplementaryCodePoint);
    }

    /// Leaves the reading from within; never seen outside this file.
    private static final class OutOfRange extends RuntimeException {
        private final transient Location at;

        OutOfRange(String message, Location at) {
            super(message, null, false, false);
            this.at = at;
        }
    }

    Reading read() {
        try {
            if (parser.nextToken() == null) return new Reading.Malformed("The text is empty", Location.START);
            Reading.Value read = value(Location.START);
            return parser.nextToken() == null ? read : new Reading.Malformed("There is text after the end of the value", start());
        } catch (OutOfRange | JacksonException broken) {
            return malformed(broken);
        }
    }

    /// One value after the other, up to the first that is malformed.
    List<Reading> readAll() {
        List<Reading> read = new ArrayList<>();
        try {
            while (parser.nextToken() != null) read.add(value(start()));
        } catch (OutOfRange | JacksonException broken) {
            read.add(malformed(broken));
        }
        return read;
    }

    private Reading.Malformed malformed(RuntimeException refusal) {
        if (refusal instanceof OutOfRange outOfRange) return new Reading.Malformed(outOfRange.getMessage(), outOfRange.at);
        var broken = (JacksonException) refusal;
        // The reader adds where the open container began, with words about its own settings.
        String message = broken.getOriginalMessage().replaceFirst("(?s) \\(start marker at .*", "");
        // A text that passes a limit of the reader has no place.
        return new Reading.Malformed(message, broken.getLocation() == null ? Location.START : at(broken.getLocation()));
    }

    /// The value that begins at the current token.
    private Reading.Value value(Location name) {
        Location start = start();
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) throw new OutOfRange("An alias cannot be used here", start);
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(name, start);
            case START_ARRAY -> array(name, start);
            case VALUE_STRING -> leaf(string(start), name, start);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> leaf(number(start), name, start);
            case VALUE_TRUE -> leaf(Json.TRUE, name, start);
            case VALUE_FALSE -> leaf(Json.FALSE, name, start);
            case VALUE_NULL -> leaf(Json.NULL, name, start);
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new OutOfRange("Not a JSON value: " + parser.currentToken(), start);
        };
    }

    private Reading.Value leaf(Json json, Location name, Location start) {
        return new Reading.Value(json, new Positions(name, start, end(), Map.of(), List.of(), List.of()));
    }

    private Reading.Value object(Location name, Location start) {
        var obj = Json.Obj.builder();
        Map<String, Positions> members = new LinkedHashMap<>();
        List<String> repeated = new ArrayList<>(0);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String member = parser.currentName();
            Location memberName = start();
            parser.nextToken();
            Reading.Value read = value(memberName);
            obj.put(member, read.json());
            if (members.put(member, read.positions()) != null) repeated.add(member);
        }
        return new Reading.Value(obj.build(), new Positions(name, start, end(), members, repeated.isEmpty() ? List.of() : List.copyOf(repeated), List.of()));
    }

    private Reading.Value array(Location name, Location start) {
        List<Json> items = new ArrayList<>();
        List<Positions> places = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Reading.Value read = value(start());
            items.add(read.json());
            places.add(read.positions());
        }
        return new Reading.Value(new Json.Arr(items), new Positions(name, start, end(), Map.of(), List.of(), places));
    }

    /// YAML, "Core Schema": without quotes these words are no texts.
    private Json string(Location start) {
        String value = parser.getString();
        if (!(parser instanceof YAMLParser) || !text.startsWith(value, start.offset())) return new Json.Str(value);
        return switch (value) {
            case "~", "Null", "NULL" -> Json.NULL;
            case "True", "TRUE" -> Json.TRUE;
            case "False", "FALSE" -> Json.FALSE;
            default -> new Json.Str(value);
        };
    }

    private Json.Num number(Location start) {
        if (parser.isNaN()) throw new OutOfRange("Not a number of JSON: " + parser.getString(), start);
        try {
            BigDecimal value = parser.getDecimalValue();
            if (Math.abs((long) value.scale() - value.precision()) <= LARGEST_EXPONENT) return new Json.Num(value);
        } catch (NumberFormatException _) {
            // An exponent that no integer holds.
        }
        throw new OutOfRange("The number is out of range: " + parser.getString(), start);
    }

    private Location start() {
        return at(parser.currentTokenLocation());
    }

    private Location end() {
        return at(parser.currentLocation());
    }

    private Location at(TokenStreamLocation place) {
        int offset = (int) Math.max(0, place.getCharOffset());
        if (recounts) {
            characters = text.offsetByCodePoints(characters, offset - points);
            points = offset;
            offset = characters;
        }
        return new Location(Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), offset);
    }
}
