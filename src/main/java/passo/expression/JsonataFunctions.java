package passo.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Utils;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import passo.json.Json;
import passo.json.JsonText;

/// The functions that differ from the library's: those of the service, those that need a run's clock or chance, and
/// those that could run or grow without end before they return, which are asked beforehand what they will cost.
final class JsonataFunctions {

    /// The name of `a / b` as a function.
    static final String DIVIDE = "__divide";

    private static final int LONGEST_RANGE = 360_145;
    /// Sums and differences of whole numbers up to here are exact, and no long overflows.
    private static final double SAFE = 1L << 53;
    private static final int LONGEST_TEXT = 3_495_128;
    private static final int MOST_CHARACTERS_READ = 50_000_000;
    private static final int LONGEST_PICTURE = 1_000;
    private static final int MOST_DIGITS = 1_000;
    private static final Set<String> DIGESTS = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");
    private static final Pattern LARGE_WIDTH = Pattern.compile("\\[[^]]*,[^]]*\\d{4}");

    private static final Map<String, JFunction> PURE = pure();

    /// What a guarded function is asked before it is called.
    private interface Guard {
        void check(List<?> arguments);
    }

    private JsonataFunctions() {}

    /// The function of this name, or `null` where the library's own will do.
    static @Nullable JFunction find(String name, Scope scope) {
        return switch (name) {
            case "uuid" -> function("<:s>", _ -> IntrinsicFunction.uuid(scope.random()));
            case "random" -> function("<x?:n>", arguments ->
                arguments.get(0) instanceof Number seed ? new Random(seed.longValue()).nextDouble() : scope.random().nextDouble());
            case "shuffle" -> function("<a:a>", arguments -> shuffle(arguments.get(0), scope));
            case "millis" -> function("<:n>", _ -> scope.now().toEpochMilli());
            case "now" -> function("<s?s?:s>", arguments -> now(arguments, scope));
            default -> PURE.get(name);
        };
    }

    private static Map<String, JFunction> pure() {
        Map<String, JFunction> pure = new HashMap<>();
        pure.put(DIVIDE, function("<x?x?:x>", arguments -> divide(arguments.get(0), arguments.get(1))));
        pure.put("string", string());
        pure.put("partition", function("<x?x?:x>", arguments -> partition(arguments.get(0), arguments.get(1))));
        pure.put("range", function("<x?x?x?:x>", arguments -> range(arguments.get(0), arguments.get(1), arguments.get(2))));
        pure.put("hash", function("<x?x?:x>", arguments -> hash(arguments.get(0), arguments.get(1))));
        pure.put("parse", function("<x:x>", arguments -> parse(arguments.get(0))));
        pure.put("count", function("<x?:n>", arguments -> count(arguments.get(0))));
        pure.put("pad", guarded("pad", "<s-ns?:s>", arguments -> atMost(width(arguments))));
        pure.put("join", guarded("join", "<a<s>s?:s>", arguments -> atMost(joined(arguments))));
        pure.put("match", guarded("match", "<s-f<s:o>n?:a<o>>", JsonataFunctions::search));
        pure.put("contains", guarded("contains", "<s-(sf):b>", JsonataFunctions::search));
        pure.put("split", guarded("split", "<s-(sf)n?:a<s>>", JsonataFunctions::search));
        pure.put("replace", guarded("replace", "<s-(sf)(sf)n?:s>", JsonataFunctions::replacement));
        pure.put("fromMillis", guarded("fromMillis", "<n-s?s?:s>", JsonataFunctions::picture));
        pure.put("toMillis", guarded("toMillis", "<s-s?:n>", JsonataFunctions::picture));
        pure.put("formatInteger", guarded("formatInteger", "<n-s:s>", JsonataFunctions::picture));
        pure.put("formatNumber", guarded("formatNumber", "<n-so?:s>", JsonataFunctions::picture));
        pure.put("number", guarded("number", "<(nsb)-:n>", JsonataFunctions::digits));
        pure.put("parseInteger", guarded("parseInteger", "<s-s:n>", JsonataFunctions::digits));
        pure.put("round", guarded("round", "<n-n?:n>", JsonataFunctions::precision));
        return pure;
    }

    private interface Body {
        @Nullable Object apply(List<?> arguments);
    }

    private static JFunction function(String signature, Body body) {
        return new JFunction((_, arguments) -> body.apply(padded(arguments)), signature);
    }

    private static JFunction guarded(String name, String signature, Guard guard) {
        JFunction original = library(name);
        return new JFunction((input, arguments) -> {
            guard.check(padded(arguments));
            return original.call(input, arguments);
        }, signature);
    }

    private static JFunction library(String name) {
        return (JFunction) Jsonata.jsonata("$" + name).evaluate(null);
    }

    // An argument that is not given is undefined.
    private static List<?> padded(List<?> arguments) {
        List<@Nullable Object> all = new ArrayList<>(arguments);
        while (all.size() < 3) all.add(null);
        return all;
    }

    // AWS: 1/0 is "Infinity", and 0/0 "NaN".
    private static @Nullable Object divide(@Nullable Object dividend, @Nullable Object divisor) {
        if (dividend != null && !(dividend instanceof Number)) throw new JException("T2001", -1, "/", dividend);
        if (divisor != null && !(divisor instanceof Number)) throw new JException("T2002", -1, "/", divisor);
        if (dividend == null || divisor == null) return null;
        double quotient = ((Number) dividend).doubleValue() / ((Number) divisor).doubleValue();
        return Double.isFinite(quotient) ? Utils.convertNumber(quotient) : (Double) quotient;
    }

    // The library writes 1e20 for 100000000000000000000.
    private static JFunction string() {
        JFunction original = library("string");
        return new JFunction((input, arguments) -> arguments.getFirst() instanceof Double number && number == Math.rint(number)
                && Math.abs(number) < 1e21 ? new BigDecimal(number).toPlainString() : original.call(input, arguments), "<x-b?:s>");
    }

    private static @Nullable Object partition(@Nullable Object array, @Nullable Object size) {
        if (array == null || !(size instanceof Number number) || number.intValue() <= 0) return null;
        List<?> items = array instanceof List<?> list ? list : List.of(array);
        if (items.isEmpty()) return null;
        List<Object> chunks = new ArrayList<>();
        for (int start = 0; start < items.size(); start += Math.min(number.intValue(), items.size())) {
            chunks.add(new ArrayList<>(items.subList(start, Math.min(items.size() - start, number.intValue()) + start)));
        }
        return chunks;
    }

    // AWS rounds towards zero, and gives a sequence: a single item stands alone.
    private static @Nullable Object range(@Nullable Object first, @Nullable Object last, @Nullable Object step) {
        if (!(first instanceof Number from) || !(last instanceof Number to) || !(step instanceof Number by)) return null;
        long start = from.longValue();
        long end = to.longValue();
        long stride = by.longValue();
        if (stride == 0 || (stride > 0 ? start > end : start < end)) return null;
        boolean overflows = Math.abs((double) start) > SAFE || Math.abs((double) end) > SAFE || Math.abs((double) stride) > SAFE;
        if (overflows || (end - start) / stride + 1 > LONGEST_RANGE) throw tooMuch();
        List<Object> items = Utils.createSequence();
        for (long item = start; stride > 0 ? item <= end : item >= end; item += stride) items.add(Utils.convertNumber(item));
        return items;
    }

    private static @Nullable Object hash(@Nullable Object data, @Nullable Object algorithm) {
        if (!(data instanceof String text) || !(algorithm instanceof String name)) return null;
        if (!DIGESTS.contains(name)) throw new JException("The algorithm " + name + " is not one of MD5, SHA-1, SHA-256, SHA-384, SHA-512", -1);
        return Digest.hex(text, name);
    }

    private static @Nullable Object parse(@Nullable Object text) {
        if (!(text instanceof String json)) return null;
        return switch (JsonText.read(json)) {
            case JsonText.Reading.Value(Json value, _) -> JsonataView.toJava(value);
            case JsonText.Reading.Malformed _ -> throw new JException("The string is not JSON", -1);
        };
    }

    private static @Nullable Object shuffle(@Nullable Object array, Scope scope) {
        if (!(array instanceof List<?> list)) return array;
        List<Object> items = new ArrayList<>(list);
        for (int i = items.size() - 1; i > 0; i--) items.set(i, items.set(scope.random().nextInt(i + 1), items.get(i)));
        return items;
    }

    private static Object now(List<?> arguments, Scope scope) {
        List<@Nullable Object> withMillis = new ArrayList<>(arguments.subList(0, 2));
        withMillis.addFirst(scope.now().toEpochMilli());
        return PURE.get("fromMillis").call(null, withMillis);
    }

    private static int count(@Nullable Object value) {
        return value == null ? 0 : value instanceof List<?> list ? list.size() : 1;
    }

    private static long width(List<?> arguments) {
        return arguments.get(1) instanceof Number width ? Math.abs(width.longValue()) : 0;
    }

    private static long joined(List<?> arguments) {
        if (!(arguments.get(0) instanceof List<?> strings)) return 0;
        long length = arguments.get(1) instanceof String separator ? (long) separator.length() * strings.size() : 0;
        for (Object string : strings) length += string instanceof String text ? text.length() : 0;
        return length;
    }

    private static void search(List<?> arguments) {
        if (arguments.get(0) instanceof String text && arguments.get(1) instanceof Pattern pattern) matches(text, pattern);
    }

    private static void replacement(List<?> arguments) {
        if (!(arguments.get(0) instanceof String text)) return;
        long matches = switch (arguments.get(1)) {
            case Pattern pattern -> matches(text, pattern);
            case String search when !search.isEmpty() -> matches(text, Pattern.compile(Pattern.quote(search)));
            case null, default -> 0;
        };
        if (!(arguments.get(2) instanceof String replacement)) return;
        long groups = replacement.chars().filter(c -> c == '$').count();
        atMost(text.length() + matches * replacement.length() + groups * text.length());
    }

    /// How often the pattern matches; a search that goes back and forth too often is stopped.
    private static long matches(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(new Counted(text, new int[1]));
        long matches = 0;
        while (matcher.find()) matches++;
        return matches;
    }

    /// A text that counts how often a character is read.
    private record Counted(CharSequence text, int[] read) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++read[0] > MOST_CHARACTERS_READ) throw new JException("The regular expression takes too long", -1);
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static void picture(List<?> arguments) {
        if (!(arguments.get(1) instanceof String picture)) return;
        if (picture.length() > LONGEST_PICTURE || LARGE_WIDTH.matcher(picture).find()) throw tooMuch();
    }

    private static void digits(List<?> arguments) {
        if (arguments.get(0) instanceof String text && text.length() > MOST_DIGITS) throw tooMuch();
    }

    private static void precision(List<?> arguments) {
        if (arguments.get(1) instanceof Number places && Math.abs(places.doubleValue()) > MOST_DIGITS) throw tooMuch();
    }

    private static void atMost(long length) {
        if (length > LONGEST_TEXT) throw tooMuch();
    }

    private static JException tooMuch() {
        return new JException("Expression evaluation memory limit exceeded", -1);
    }
}
