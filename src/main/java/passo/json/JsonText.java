package passo.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// Text to values, with the place of each, and values to text.
///
/// Reading never throws for a bad text: what is wrong with it, and where, is the answer. Refused are, besides bad
/// syntax, a nesting of more than 500, and numbers beyond what a double can hold.
public final class JsonText {

    private static final int DEEPEST = 500;
    private static final int PIECE = 1 << 16;
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
    private static final TokenStreamFactory JSON = JsonFactory.builder().streamReadConstraints(LIMITS)
            .streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(2 * DEEPEST).build())
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES).build();
    private static final TokenStreamFactory STRICT = JsonFactory.builder().streamReadConstraints(LIMITS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final TokenStreamFactory YAML = YAMLFactory.builder().streamReadConstraints(LIMITS)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS, YAMLWriteFeature.LITERAL_BLOCK_STYLE,
                    YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR, YAMLWriteFeature.ALLOW_LONG_KEYS).build();

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

    /// Reads a JSON text of exactly one value, none of whose objects has two members of one name.
    public static Reading readStrictly(String text) {
        return read(STRICT, text);
    }

    /// Reads a YAML document of exactly one value; scalars are JSON's where they look like them.
    public static Reading readYaml(String text) {
        return read(YAML, text);
    }

    /// Reads the documents of a YAML text one after the other, up to the first that is malformed; scalars are JSON's where they look like them.
    public static List<Reading> readYamlDocuments(String text) {
        try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), text)) {
            return new ValueReader(parser, text).readAll();
        }
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
            return new ValueReader(parser, text).read();
        }
    }

    /// Writes the compact text, in UTF-8 and a piece at a time.
    public static void print(Json json, OutputStream out) {
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), new OutputStreamWriter(new BufferedOutputStream(out, PIECE), UTF_8))) {
            write(json, generator);
        }
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

    /// The text in YAML: block style, members in their order, quotes only where they are needed.
    static String yaml(Json json) {
        var text = new StringWriter();
        try (JsonGenerator generator = YAML.createGenerator(ObjectWriteContext.empty(), text)) {
            write(json, generator);
        }
        return text.toString();
    }

    private static void write(Json json, JsonGenerator generator) {
        switch (json) {
            case Json.Obj obj -> {
                generator.writeStartObject();
                obj.forEach((name, value) -> {
                    generator.writeName(name);
                    write(value, generator);
                });
                generator.writeEndObject();
            }
            case Json.Arr arr -> {
                generator.writeStartArray();
                for (int i = 0; i < arr.size(); i++) write(arr.get(i), generator);
                generator.writeEndArray();
            }
            case Json.Str(var value) -> generator.writeString(value);
            case Json.Num number -> generator.writeNumber(number.toString());
            case Json.Bool(var value) -> generator.writeBoolean(value);
            case Json.Null _ -> generator.writeNull();
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
