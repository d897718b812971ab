package passo.expression;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
    private static final Set<String> DIGESTS = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d\\d");

    private static final Map<String, JFunction> PURE = pure();

    /// What a guarded function is asked before it is called.
    interface Guard {
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
        pure.put("string", JsonataNumbers.string());
        pure.put("partition", function("<x?x?:x>", arguments -> partition(arguments.get(0), arguments.get(1))));
        pure.put("range", function("<x?x?x?:x>", arguments -> range(arguments.get(0), arguments.get(1), arguments.get(2))));
        pure.put("hash", function("<x?x?:x>", arguments -> hash(arguments.get(0), arguments.get(1))));
        pure.put("parse", function("<x:x>", arguments -> parse(arguments.get(0))));
        pure.put("count", function("<x?:n>", arguments -> count(arguments.get(0))));
        pure.put("pad", function("<s-ns?:s>", arguments -> pad(arguments.get(0), arguments.get(1), arguments.get(2))));
        pure.put("join", guarded("join", "<a<s>s?:s>", arguments -> atMost(joined(arguments))));
        pure.put("match", function("<s-f<s:o>n?:a<o>>", JsonataMatching::match));
        pure.put("contains", function("<s-(sf):b>", JsonataMatching::contains));
        pure.put("split", function("<s-(sf)n?:a<s>>", JsonataMatching::split));
        pure.put("replace", function("<s-(sf)(sf)n?:s>", JsonataMatching::replace));
        pure.put("encodeUrl", function("<s-:s>", arguments -> JsonataUrls.encode(arguments.get(0))));
        pure.put("encodeUrlComponent", function("<s-:s>", arguments -> JsonataUrls.encodeComponent(arguments.get(0))));
        pure.put("decodeUrl", function("<s-:s>", arguments -> JsonataUrls.decode(arguments.get(0))));
        pure.put("decodeUrlComponent", function("<s-:s>", arguments -> JsonataUrls.decodeComponent(arguments.get(0))));
        pure.put("substring", function("<s-nn?:s>", arguments -> substring(arguments.get(0), arguments.get(1), arguments.get(2))));
        pure.put("sum", function("<a<n>:n>", arguments -> JsonataNumbers.sum(arguments.get(0))));
        pure.put("average", function("<a<n>:n>", arguments -> JsonataNumbers.average(arguments.get(0))));
        pure.put("sort", function("<af?:a>", arguments -> arguments.get(0) instanceof List<?> list ? sort(list, arguments.get(1)) : null));
        pure.put("distinct", distinct());
        pure.put("fromMillis", guarded("fromMillis", "<n-s?s?:s>", JsonataNumbers::picture));
        pure.put("toMillis", toMillis());
        pure.put("formatInteger", guarded("formatInteger", "<n-s:s>", JsonataNumbers::picture));
        pure.put("formatNumber", JsonataNumbers.formatNumber());
        pure.put("number", JsonataNumbers.number());
        pure.put("parseInteger", guarded("parseInteger", "<s-s:n>", JsonataNumbers::digits));
        pure.put("round", guarded("round", "<n-n?:n>", JsonataNumbers::precision));
        return pure;
    }

    private interface Body {
        @Nullable Object apply(List<?> arguments);
    }

    private static JFunction function(String signature, Body body) {
        return new JFunction((_, arguments) -> body.apply(padded(arguments)), signature);
    }

    static JFunction guarded(String name, String signature, Guard guard) {
        JFunction original = library(name);
        return new JFunction((input, arguments) -> {
            guard.check(padded(arguments));
            return original.call(input, arguments);
        }, signature);
    }

    static JFunction library(String name) {
        return (JFunction) Jsonata.jsonata("$" + name).evaluate(null);
    }

    // An argument that is not given is undefined.
    static List<?> padded(List<?> arguments) {
        List<@Nullable Object> all = new ArrayList<>(arguments);
        while (all.size() < 4) all.add(null);
        return all;
    }

    // AWS: 1/0 is "Infinity", and 0/0 "NaN".
    private static @Nullable Object divide(@Nullable Object dividend, @Nullable Object divisor) {
        if (dividend != null && !(dividend instanceof Number)) throw new JException("T2001", -1, "/", dividend);
        if (divisor != null && !(divisor instanceof Number)) throw new JException("T2002", -1, "/", divisor);
        if (dividend == null || divisor == null) return null;
        return JsonataNumbers.finite(((Number) dividend).doubleValue() / ((Number) divisor).doubleValue());
    }

    private static @Nullable Object substring(@Nullable Object text, @Nullable Object start, @Nullable Object length) {
        if (!(text instanceof String string)) return null;
        int[] characters = string.codePoints().toArray();
        double from = start instanceof Number number ? number.doubleValue() : 0;
        if (characters.length + from < 0) from = 0;
        double to = characters.length;
        if (length instanceof Number number) to = number.doubleValue() <= 0 ? from : number.doubleValue() + (from < 0 ? characters.length + from : from);
        int first = place(from, characters.length);
        return new String(characters, first, Math.max(0, place(to, characters.length) - first));
    }

    // The library adds the padding a character at a time, in quadratic time.
    private static @Nullable Object pad(@Nullable Object text, @Nullable Object width, @Nullable Object filling) {
        if (!(text instanceof String string) || !(width instanceof Number number)) return null;
        atMost((long) Math.abs(number.doubleValue()));
        int missing = Math.abs(number.intValue()) - string.codePointCount(0, string.length());
        if (missing <= 0) return string;
        int[] filler = (filling instanceof String given && !given.isEmpty() ? given : " ").codePoints().toArray();
        var padding = new StringBuilder(missing);
        for (int i = 0; i < missing; i++) padding.appendCodePoint(filler[i % filler.length]);
        return number.intValue() < 0 ? padding + string : string + padding;
    }

    private static int place(double index, int length) {
        return Math.clamp((long) index + (index < 0 ? length : 0L), 0, length);
    }

    // JSONata's own merge sort: it keeps the order of equals, and bears a comparator that contradicts itself.
    private static List<?> sort(List<?> list, @Nullable Object isAfter) {
        if (list.size() <= 1) return list;
        boolean comparable = list.stream().allMatch(Number.class::isInstance) || list.stream().allMatch(String.class::isInstance);
        if (isAfter == null && !comparable) throw new JException("D3070", -1);
        List<?> left = sort(list.subList(0, list.size() / 2), isAfter);
        List<?> right = sort(list.subList(list.size() / 2, list.size()), isAfter);
        List<Object> merged = new ArrayList<>(list.size());
        int l = 0;
        int r = 0;
        while (l < left.size() && r < right.size()) merged.add(isAfter(left.get(l), right.get(r), isAfter) ? right.get(r++) : left.get(l++));
        merged.addAll(left.subList(l, left.size()));
        merged.addAll(right.subList(r, right.size()));
        return merged;
    }

    private static boolean isAfter(Object left, Object right, @Nullable Object isAfter) {
        if (isAfter != null) return Boolean.TRUE.equals(Functions.toBoolean(apply(isAfter, List.of(left, right))));
        if (left instanceof String text) return text.compareTo((String) right) > 0;
        return ((Number) left).doubleValue() > ((Number) right).doubleValue();
    }

    /// Calls a function of the expression's own.
    static @Nullable Object apply(@Nullable Object function, List<?> arguments) {
        try {
            return Functions.funcApply(function, arguments);
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable failed) {
            throw new IllegalStateException(failed);
        }
    }

    // The library takes each list of its own for a sequence, of which a single item stands alone.
    private static JFunction distinct() {
        JFunction original = library("distinct");
        return new JFunction((input, arguments) -> original.call(input, arguments.getFirst() instanceof List<?> list && !Utils.isSequence(list)
                ? List.of(new ArrayList<>(list)) : arguments), "<x:x>");
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

    // The library does not take a month without its day.
    private static JFunction toMillis() {
        JFunction original = guarded("toMillis", "<s-s?:n>", JsonataNumbers::picture);
        return new JFunction((input, arguments) -> original.call(input, padded(arguments).get(1) == null && arguments.getFirst() instanceof String text
                && MONTH.matcher(text).matches() ? padded(List.of(text + "-01")).subList(0, 2) : arguments), "<s-s?:n>");
    }

    private static Object now(List<?> arguments, Scope scope) {
        List<@Nullable Object> withMillis = new ArrayList<>(arguments.subList(0, 2));
        withMillis.addFirst(scope.now().toEpochMilli());
        return PURE.get("fromMillis").call(null, withMillis);
    }

    private static int count(@Nullable Object value) {
        return value == null ? 0 : value instanceof List<?> list ? list.size() : 1;
    }


    private static long joined(List<?> arguments) {
        if (!(arguments.get(0) instanceof List<?> strings)) return 0;
        long length = arguments.get(1) instanceof String separator ? (long) separator.length() * strings.size() : 0;
        for (Object string : strings) length += string instanceof String text ? text.length() : 0;
        return length;
    }

    static void atMost(long length) {
        if (length > LONGEST_TEXT) throw tooMuch();
    }

    static JException tooMuch() {
        return new JException("Expression evaluation memory limit exceeded", -1);
    }
}
