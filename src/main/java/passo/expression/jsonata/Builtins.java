package passo.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import passo.expression.Digest;
import passo.expression.Scope;
import passo.json.Json;
import passo.json.JsonText;

/// The functions that differ from the library's: those of the service, those that need a run's clock or chance, and
/// those that could run or grow without end before they return, which are asked beforehand what they will cost.
final class Builtins {

    /// The name of `a / b` as a function.
    static final String DIVIDE = "__divide";

    private static final int LONGEST_RANGE = 360_145;
    /// Sums and differences of whole numbers up to here are exact, and no long overflows.
    private static final double SAFE = 1L << 53;
    private static final int LONGEST_TEXT = 3_495_128;
    private static final Set<String> DIGESTS = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

    /// What the library does as it should.
    private static final String LIBRARY = """
            max<a<n>:n> min<a<n>:n> floor<n-:n> ceil<n-:n> abs<n-:n> sqrt<n-:n> power<n-n:n> formatBase<n-n?:s> boolean<x-:b> not<x-:b>
            substringBefore<s-s:s> substringAfter<s-s:s> lowercase<s-:s> uppercase<s-:s> length<s-:n> trim<s-:s> base64encode<s-:s>
            base64decode<s-:s> map<af> zip<a+> filter<af> single<af?> reduce<afj?:j> sift<o-f?:o> keys<x-:a<s>> lookup<x-s:x>
            append<xx:a> exists<x:b> spread<x-:a<o>> merge<a<o>:o> reverse<a:a> each<o-f:a> error<s?:x> assert<bs?:x> type<x:s>
            clone<(oa)-:o>""";

    private static final Set<String> SCOPED = Set.of("uuid", "random", "shuffle", "millis", "now", "toMillis");
    private static final JFunction DISTINCT = BoundFunction.original("distinct");
    private static final JFunction JOIN = BoundFunction.original("join");
    private static final Map<String, JFunction> PURE = pure();

    private Builtins() {}

    /// Is there a function of this name?
    static boolean isKnown(String name) {
        return PURE.containsKey(name) || SCOPED.contains(name);
    }

    /// The function of this name, or `null` if there is none.
    static @Nullable JFunction find(String name, Scope scope) {
        return switch (name) {
            case "uuid" -> new BoundFunction(name, "<:s>", _ -> scope.uuid());
            case "random" -> new BoundFunction(name, "<n?:n>", arguments ->
                arguments.get(0) instanceof Number seed ? new Random(seed.longValue()).nextDouble() : scope.random().nextDouble());
            case "shuffle" -> new BoundFunction(name, "<a:a>", arguments -> shuffle(arguments.get(0), scope));
            case "millis" -> new BoundFunction(name, "<:n>", _ -> scope.now().toEpochMilli());
            case "now" -> new BoundFunction(name, "<s?s?:s>", arguments ->
                Dates.fromMillis(Arrays.asList(scope.now().toEpochMilli(), arguments.get(0), arguments.get(1))));
            case "toMillis" -> new BoundFunction(name, "<s-s?:n>", arguments -> Dates.toMillis(arguments, scope.now()));
            default -> PURE.get(name);
        };
    }

    private static Map<String, JFunction> pure() {
        Map<String, JFunction> pure = new HashMap<>();
        for (String function : LIBRARY.split("\\s+")) {
            int signature = function.indexOf('<');
            String name = function.substring(0, signature);
            pure.put(name, BoundFunction.library(name, function.substring(signature)));
        }
        add(pure, DIVIDE, "<x?x?:x>", arguments -> divide(arguments.get(0), arguments.get(1)));
        add(pure, "string", "<x-b?:s>", Numbers::string);
        add(pure, "partition", "<x?n?:a>", arguments -> partition(arguments.get(0), arguments.get(1)));
        add(pure, "range", "<nnn?:x>", arguments -> range(arguments.get(0), arguments.get(1), arguments.get(2)));
        add(pure, "hash", "<ss?:s>", arguments -> hash(arguments.get(0), arguments.get(1)));
        add(pure, "parse", "<s?:x>", arguments -> parse(arguments.get(0)));
        add(pure, "count", "<a:n>", arguments -> arguments.get(0) instanceof List<?> list ? list.size() : 0);
        add(pure, "pad", "<s-ns?:s>", arguments -> pad(arguments.get(0), arguments.get(1), arguments.get(2)));
        add(pure, "join", "<a<s>s?:s>", arguments -> join(arguments));
        add(pure, "match", "<s-f<s:o>n?:a<o>>", Matching::match);
        add(pure, "contains", "<s-(sf):b>", Matching::contains);
        add(pure, "split", "<s-(sf)n?:a<s>>", Matching::split);
        add(pure, "replace", "<s-(sf)(sf)n?:s>", Matching::replace);
        add(pure, "encodeUrl", "<s-:s>", arguments -> Urls.encode(arguments.get(0)));
        add(pure, "encodeUrlComponent", "<s-:s>", arguments -> Urls.encodeComponent(arguments.get(0)));
        add(pure, "decodeUrl", "<s-:s>", arguments -> Urls.decode(arguments.get(0)));
        add(pure, "decodeUrlComponent", "<s-:s>", arguments -> Urls.decodeComponent(arguments.get(0)));
        add(pure, "substring", "<s-nn?:s>", arguments -> substring(arguments.get(0), arguments.get(1), arguments.get(2)));
        add(pure, "sum", "<a<n>:n>", arguments -> Numbers.sum(arguments.get(0)));
        add(pure, "average", "<a<n>:n>", arguments -> Numbers.average(arguments.get(0)));
        add(pure, "sort", "<af?:a>", arguments -> arguments.get(0) instanceof List<?> list ? sort(list, arguments.get(1)) : null);
        add(pure, "distinct", "<x:x>", Builtins::distinct);
        add(pure, "fromMillis", "<n-s?s?:s>", Dates::fromMillis);
        add(pure, "formatInteger", "<n-s:s>", Dates::formatInteger);
        add(pure, "parseInteger", "<s-s:n>", Dates::parseInteger);
        add(pure, "formatNumber", "<n-so?:s>", Numbers::formatNumber);
        add(pure, "number", "<(nsb)-:n>", Numbers::number);
        add(pure, "round", "<n-n?:n>", Numbers::round);
        return pure;
    }

    private static void add(Map<String, JFunction> pure, String name, String signature, BoundFunction.Body body) {
        pure.put(name, new BoundFunction(name, signature, body));
    }

    // AWS: 1/0 is "Infinity", and 0/0 "NaN".
    private static @Nullable Object divide(@Nullable Object dividend, @Nullable Object divisor) {
        if (dividend != null && !(dividend instanceof Number)) throw JsonataError.of("T2001", "/");
        if (divisor != null && !(divisor instanceof Number)) throw JsonataError.of("T2002", "/");
        if (dividend == null || divisor == null) return null;
        return Numbers.finite(((Number) dividend).doubleValue() / ((Number) divisor).doubleValue());
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
        if (isAfter == null && !comparable) throw JsonataError.of("D3070");
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
    private static @Nullable Object distinct(List<?> arguments) {
        boolean isArray = arguments.getFirst() instanceof List<?> list && !Utils.isSequence(list);
        return DISTINCT.call(null, isArray ? List.of(new ArrayList<>((List<?>) arguments.getFirst())) : arguments);
    }

    private static @Nullable Object partition(@Nullable Object array, @Nullable Object size) {
        if (array == null) return null;
        if (!(array instanceof List<?> items)) throw JsonataError.items(1, "partition", 'x');
        int most = size instanceof Number number ? number.intValue() : items.size();
        if (most < 0) throw JsonataError.said("Second argument must be zero or greater");
        if (items.isEmpty() || most == 0) return null;
        List<Object> chunks = new ArrayList<>();
        for (int start = 0; start < items.size(); start += Math.min(most, items.size())) {
            chunks.add(new ArrayList<>(items.subList(start, Math.min(items.size() - start, most) + start)));
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
        if (!DIGESTS.contains(name)) throw JsonataError.said("Hash algorithm '" + name + "' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5");
        return Digest.hex(text, name);
    }

    private static @Nullable Object parse(@Nullable Object text) {
        if (!(text instanceof String json)) return null;
        return switch (JsonText.readStrictly(json)) {
            case JsonText.Reading.Value(Json value, _) -> View.toJava(value);
            case JsonText.Reading.Malformed _ -> throw JsonataError.said("Invalid JSON");
        };
    }

    private static @Nullable Object shuffle(@Nullable Object array, Scope scope) {
        if (!(array instanceof List<?> list)) return array;
        List<Object> items = new ArrayList<>(list);
        for (int i = items.size() - 1; i > 0; i--) items.set(i, items.set(scope.random().nextInt(i + 1), items.get(i)));
        return items;
    }

    private static @Nullable Object join(List<?> arguments) {
        atMost(joined(arguments));
        return JOIN.call(null, arguments);
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
        return new JException("Expression evaluation memory limit exceeded: Check for excessive memory usage", -1);
    }
}
