package passo.expression;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import passo.json.Json;
import passo.json.JsonText;

/// The eighteen intrinsic functions, with the limits of the service. A value that a function cannot take is an error,
/// `States.IntrinsicFailure`.
enum IntrinsicFunction {
    ARRAY("Array", 0, Integer.MAX_VALUE, (values, _) -> Json.array(values)),
    ARRAY_CONTAINS("ArrayContains", 2, 2, (values, _) -> Json.of(array(values[0]).items().contains(values[1]))),
    ARRAY_GET_ITEM("ArrayGetItem", 2, 2, (values, _) -> item(array(values[0]), integer(values[1]))),
    ARRAY_LENGTH("ArrayLength", 1, 1, (values, _) -> Json.of(array(values[0]).size())),
    ARRAY_PARTITION("ArrayPartition", 2, 2, (values, _) -> partition(array(values[0]).items(), integer(values[1]))),
    ARRAY_RANGE("ArrayRange", 3, 3, (values, _) -> range(integer(values[0]), integer(values[1]), integer(values[2]))),
    ARRAY_UNIQUE("ArrayUnique", 1, 1, (values, _) -> new Json.Arr(List.copyOf(new LinkedHashSet<>(array(values[0]).items())))),
    BASE64_DECODE("Base64Decode", 1, 1, (values, _) -> decode(atMostLongest(string(values[0])))),
    BASE64_ENCODE("Base64Encode", 1, 1, (values, _) -> encode(atMostLongest(string(values[0])))),
    FORMAT("Format", 1, Integer.MAX_VALUE, (values, _) -> format(string(values[0]), values)),
    HASH("Hash", 2, 2, (values, _) -> hash(atMostLongest(text(values[0])), string(values[1]))),
    JSON_MERGE("JsonMerge", 3, 3, (values, _) -> merge(object(values[0]), object(values[1]), values[2])),
    JSON_TO_STRING("JsonToString", 1, 1, (values, _) -> Json.of(values[0].toString())),
    MATH_ADD("MathAdd", 2, 2, (values, _) -> Json.of(inRange(integer(values[0]) + integer(values[1])))),
    MATH_RANDOM("MathRandom", 2, 3, IntrinsicFunction::random),
    STRING_SPLIT("StringSplit", 2, 2, (values, _) -> split(string(values[0]), string(values[1]))),
    STRING_TO_JSON("StringToJson", 1, 1, (values, _) -> json(string(values[0]))),
    UUID_FUNCTION("UUID", 0, 0, (_, random) -> Json.of(uuid(random)));

    private interface Body {
        Json apply(Json[] values, RandomGenerator random);
    }

    private static final int LONGEST = 10_000;
    private static final int LONGEST_RANGE = 1_000;
    private static final Set<String> DIGESTS = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");
    private static final Map<String, IntrinsicFunction> BY_NAME = new HashMap<>();

    static {
        for (IntrinsicFunction function : values()) BY_NAME.put(function.fullName(), function);
    }

    private final String shortName;
    private final int least;
    private final int most;
    private final Body body;

    IntrinsicFunction(String shortName, int least, int most, Body body) {
        this.shortName = shortName;
        this.least = least;
        this.most = most;
        this.body = body;
    }

    static @Nullable IntrinsicFunction named(String fullName) {
        return BY_NAME.get(fullName);
    }

    String fullName() {
        return "States." + shortName;
    }

    boolean takes(int arguments) {
        return least <= arguments && arguments <= most;
    }

    Json apply(Json[] values, RandomGenerator random) {
        return body.apply(values, random);
    }

    private static Json item(Json.Arr arr, long index) {
        if (index < 0 || index >= arr.size()) throw failure("The index " + index + " is outside of the array of " + arr.size());
        return arr.get((int) index);
    }

    private static Json partition(List<Json> items, long size) {
        if (size <= 0) throw failure("The chunk size must be a positive integer, but was " + size);
        List<Json> chunks = new ArrayList<>();
        for (int start = 0; start < items.size(); start += (int) size) {
            int end = (int) Math.min(start + size, items.size());
            chunks.add(new Json.Arr(items.subList(start, end)));
            if (end == items.size()) break;
        }
        return new Json.Arr(chunks);
    }

    private static Json range(long first, long last, long step) {
        if (step == 0) throw failure("The step of a range cannot be 0");
        boolean leads = step > 0 ? first <= last : first >= last;
        long length = leads ? (last - first) / step + 1 : 0;
        if (length > LONGEST_RANGE) throw failure("The range has " + length + " items, more than " + LONGEST_RANGE);
        Json[] items = new Json[(int) length];
        for (int i = 0; i < items.length; i++) items[i] = Json.of(first + i * step);
        return Json.array(items);
    }

    private static Json decode(String text) {
        try {
            return Json.of(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            throw failure("The string is not Base64");
        }
    }

    private static Json encode(String text) {
        return Json.of(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Json format(String template, Json[] values) {
        var text = new StringBuilder(template.length() + 16 * values.length);
        int used = 1;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            char next = i + 1 < template.length() ? template.charAt(i + 1) : 0;
            if (c == '\\' && (next == '{' || next == '}' || next == '\'' || next == '\\')) {
                text.append(next);
                i++;
            } else if (c == '{' && next == '}') {
                if (used == values.length) throw failure("There are more {} in the template than arguments");
                appendText(values[used++], text);
                i++;
            } else {
                text.append(c);
            }
        }
        if (used != values.length) throw failure("There are fewer {} in the template than arguments");
        return Json.of(text.toString());
    }

    // AWS prints an object and an array as Java prints a map and a list.
    private static void appendText(Json value, StringBuilder text) {
        switch (value) {
            case Json.Str(var string) -> text.append(string);
            case Json.Num _, Json.Bool _, Json.Null _ -> text.append(value);
            case Json.Obj obj -> {
                text.append('{');
                for (int i = 0; i < obj.size(); i++) {
                    text.append(i == 0 ? "" : ", ").append(obj.name(i)).append('=');
                    appendText(obj.value(i), text);
                }
                text.append('}');
            }
            case Json.Arr arr -> {
                text.append('[');
                for (int i = 0; i < arr.size(); i++) {
                    text.append(i == 0 ? "" : ", ");
                    appendText(arr.get(i), text);
                }
                text.append(']');
            }
        }
    }

    private static Json hash(String data, String algorithm) {
        if (!DIGESTS.contains(algorithm)) throw failure("The algorithm " + algorithm + " is not one of MD5, SHA-1, SHA-256, SHA-384, SHA-512");
        return Json.of(Digest.hex(data, algorithm));
    }

    private static Json merge(Json.Obj first, Json.Obj second, Json deep) {
        if (!deep.equals(Json.FALSE)) throw failure("Only shallow merging is supported: the third argument must be false");
        return Json.Obj.builder().putAll(first).putAll(second).build();
    }

    private static Json random(Json[] values, RandomGenerator random) {
        long start = integer(values[0]);
        long end = integer(values[1]);
        if (start >= end) throw failure("The start " + start + " must be less than the end " + end);
        RandomGenerator source = values.length == 3 ? new Random(integer(values[2])) : random;
        return Json.of(source.nextLong(start, end));
    }

    private static Json split(String text, String delimiters) {
        List<Json> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && delimiters.indexOf(text.charAt(i)) < 0) continue;
            if (i > start) pieces.add(Json.of(text.substring(start, i)));
            start = i + 1;
        }
        return new Json.Arr(pieces);
    }

    private static Json json(String text) {
        if (text.isBlank()) return Json.NULL;
        return switch (JsonText.read(text)) {
            case JsonText.Reading.Value(var json, _) -> json;
            case JsonText.Reading.Malformed _ -> throw failure("The string is not JSON");
        };
    }

    /// A random UUID (version 4) of a run's own chance.
    static String uuid(RandomGenerator random) {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & ~(0xC0L << 56) | 0x80L << 56;
        return new UUID(high, low).toString();
    }

    private static String text(Json value) {
        return value instanceof Json.Str(var string) ? string : value.toString();
    }

    private static String string(Json value) {
        return value instanceof Json.Str(var string) ? string : wrongType("a string", value);
    }

    private static Json.Arr array(Json value) {
        return value instanceof Json.Arr arr ? arr : wrongType("an array", value);
    }

    private static Json.Obj object(Json value) {
        return value instanceof Json.Obj obj ? obj : wrongType("an object", value);
    }

    // AWS rounds half up, towards positive infinity: -1.5 is -1.
    private static long integer(Json value) {
        BigDecimal number = value instanceof Json.Num(var decimal) ? decimal : wrongType("a number", value);
        if (number.scale() == 0 && number.precision() < 10) return number.longValue();
        return inRange(Math.round(number.doubleValue()));
    }

    private static long inRange(long number) {
        if (number != (int) number) throw failure("The number " + number + " is outside of the range of 32-bit integers");
        return number;
    }

    private static String atMostLongest(String text) {
        if (text.length() > LONGEST) throw failure("The string has " + text.length() + " characters, more than " + LONGEST);
        return text;
    }

    private static <T> T wrongType(String expected, Json value) {
        throw failure("Expected " + expected + ", but was a value of type " + value.typeName());
    }

    private static QueryError failure(String reason) {
        return new QueryError("States.IntrinsicFailure", reason);
    }
}
