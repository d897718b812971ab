package passo.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Utils;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers as JSONata 2.0.6 sums, reads and writes them, where the library does otherwise; and what a picture of a number or a date,
/// or a number of very many digits, may cost.
final class JsonataNumbers {

    private static final int LONGEST_PICTURE = 1_000;
    private static final int MOST_DIGITS = 1_000;
    private static final MathContext PRINTED = new MathContext(15);
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([Ee][-+]?[0-9]+)?");
    private static final Pattern BASED = Pattern.compile("0([xX][0-9A-Fa-f]+|[oO][0-7]+|[bB][01]+)");
    private static final Pattern LARGE_WIDTH = Pattern.compile("\\[[^]]*,[^]]*\\d{4}");

    private JsonataNumbers() {}

    static Number finite(double number) {
        return Double.isFinite(number) ? Utils.convertNumber(number) : (Number) number;
    }

    static @Nullable Object sum(@Nullable Object numbers) {
        return numbers instanceof List<?> list ? finite(total(list)) : null;
    }

    static @Nullable Object average(@Nullable Object numbers) {
        return numbers instanceof List<?> list && !list.isEmpty() ? finite(total(list) / list.size()) : null;
    }

    // From left to right, with the error that this has: the library makes up for it.
    private static double total(List<?> numbers) {
        double sum = 0;
        for (Object number : numbers) sum += ((Number) number).doubleValue();
        return sum;
    }

    // The library writes 1e20 for 100000000000000000000.
    static JFunction string() {
        JFunction original = JsonataFunctions.library("string");
        return new JFunction((input, arguments) -> arguments.getFirst() instanceof Double number && number == Math.rint(number)
                && Math.abs(number) < 1e21 ? new BigDecimal(number).round(PRINTED).toPlainString() : original.call(input, arguments), "<x-b?:s>");
    }

    // The library takes whatever Java takes for a number, such as `+5` or `1d`.
    static JFunction number() {
        JFunction original = JsonataFunctions.guarded("number", "<(nsb)-:n>", JsonataNumbers::digits);
        return new JFunction((input, arguments) -> {
            if (!(arguments.getFirst() instanceof String text) || DECIMAL.matcher(text).matches()) return original.call(input, arguments);
            Matcher based = BASED.matcher(text);
            if (!based.matches()) throw new JException("D3030", -1, text);
            int radix = "bB".indexOf(text.charAt(1)) >= 0 ? 2 : "oO".indexOf(text.charAt(1)) >= 0 ? 8 : 16;
            return finite(new BigInteger(text.substring(2), radix).doubleValue());
        }, "<(nsb)-:n>");
    }

    // The library rounds the binary number, where 34.555 is a little less: JSONata rounds what is written.
    static JFunction formatNumber() {
        JFunction original = JsonataFunctions.guarded("formatNumber", "<n-so?:s>", JsonataNumbers::picture);
        return new JFunction((input, arguments) -> {
            boolean rounds = arguments.get(0) instanceof Double number && Double.isFinite(number) && JsonataFunctions.padded(arguments).get(2) == null;
            if (!rounds || !(arguments.get(1) instanceof String picture) || picture.indexOf('e') >= 0) return original.call(input, arguments);
            String fraction = picture.substring(picture.indexOf('.') + 1).replaceFirst(";.*", "");
            int places = picture.indexOf('.') < 0 ? 0 : (int) fraction.chars().filter(c -> c == '#' || (c >= '0' && c <= '9')).count();
            int shift = fraction.indexOf('%') >= 0 ? 2 : fraction.indexOf('\u2030') >= 0 ? 3 : 0;
            double rounded = new BigDecimal(arguments.get(0).toString()).setScale(places + shift, RoundingMode.HALF_EVEN).doubleValue();
            return original.call(input, List.of(rounded, picture));
        }, "<n-so?:s>");
    }

    static void picture(List<?> arguments) {
        if (!(arguments.get(1) instanceof String picture)) return;
        if (picture.length() > LONGEST_PICTURE || LARGE_WIDTH.matcher(picture).find()) throw JsonataFunctions.tooMuch();
    }

    static void digits(List<?> arguments) {
        if (arguments.get(0) instanceof String text && text.length() > MOST_DIGITS) throw JsonataFunctions.tooMuch();
    }

    static void precision(List<?> arguments) {
        if (arguments.get(1) instanceof Number places && Math.abs(places.doubleValue()) > MOST_DIGITS) throw JsonataFunctions.tooMuch();
    }
}
