package passo.expression.jsonata;

import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Utils;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers as JSONata 2.0.6 sums, reads and writes them, where the library does otherwise; and what a picture of a number or a date,
/// or a number of very many digits, may cost.
final class Numbers {

    private static final JFunction STRING = BoundFunction.original("string");
    private static final JFunction NUMBER = BoundFunction.original("number");
    private static final JFunction ROUND = BoundFunction.original("round");
    private static final int LONGEST_PICTURE = 1_000;
    private static final int MOST_DIGITS = 1_000;
    private static final MathContext PRINTED = new MathContext(15);
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([Ee][-+]?[0-9]+)?");
    private static final Pattern BASED = Pattern.compile("0([xX][0-9A-Fa-f]+|[oO][0-7]+|[bB][01]+)");
    private static final Pattern LARGE_WIDTH = Pattern.compile("\\[[^]]*,[^]]*\\d{4}");

    private Numbers() {}

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
    static @Nullable Object string(List<?> arguments) {
        return switch (arguments.get(0)) {
            case Double number when !Double.isFinite(number) -> throw JsonataError.of("D3001");
            case Double number when number == Math.rint(number) && Math.abs(number) < 1e21 -> new BigDecimal(number).round(PRINTED).toPlainString();
            case Pattern _ -> "";
            case null, default -> written(arguments);
        };
    }

    private static @Nullable Object written(List<?> arguments) {
        try {
            return STRING.call(null, arguments);
        } catch (NumberFormatException _) {
            // A number in it is none that JSON has.
            throw JsonataError.of("D1001", Double.NaN);
        }
    }

    // The library takes whatever Java takes for a number, such as `+5` or `1d`.
    static @Nullable Object number(List<?> arguments) {
        digits(arguments);
        if (!(arguments.getFirst() instanceof String text)) return NUMBER.call(null, arguments);
        Matcher based = BASED.matcher(text);
        boolean isDecimal = DECIMAL.matcher(text).matches();
        if (!isDecimal && !based.matches()) throw JsonataError.of("D3030", text);
        if (isDecimal && !Double.isFinite(Double.parseDouble(text))) throw JsonataError.of("D3030", text);
        if (isDecimal) return NUMBER.call(null, arguments);
        int radix = "bB".indexOf(text.charAt(1)) >= 0 ? 2 : "oO".indexOf(text.charAt(1)) >= 0 ? 8 : 16;
        return finite(new BigInteger(text.substring(2), radix).doubleValue());
    }

    static @Nullable Object formatNumber(List<?> arguments) {
        picture(arguments);
        if (!(arguments.get(0) instanceof Number number) || !(arguments.get(1) instanceof String picture)) return null;
        return NumberPicture.format(number, picture, (Map<?, ?>) arguments.get(2));
    }

    static @Nullable Object round(List<?> arguments) {
        if (arguments.get(1) instanceof Number places && Math.abs(places.doubleValue()) > MOST_DIGITS) throw Builtins.tooMuch();
        return ROUND.call(null, arguments);
    }

    static void picture(List<?> arguments) {
        if (!(arguments.get(1) instanceof String picture)) return;
        if (picture.length() > LONGEST_PICTURE || LARGE_WIDTH.matcher(picture).find()) throw Builtins.tooMuch();
    }

    static void digits(List<?> arguments) {
        if (arguments.get(0) instanceof String text && text.length() > MOST_DIGITS) throw Builtins.tooMuch();
    }
}
