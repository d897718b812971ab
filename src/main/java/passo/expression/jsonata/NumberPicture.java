package passo.expression.jsonata;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A sub-picture of `$formatNumber`, such as `#,##0.00`, and what it makes of a number. XPath Functions 3.1, "Formatting
/// numbers", as JSONata 2.0.6 reads it.
///
/// @param active the part between prefix and suffix: `integer.fraction` and `e` with the exponent
record NumberPicture(Symbols symbols, String whole, String prefix, String active, String suffix, String integer, String fraction,
        String exponent) {

    /// The characters that mean something in a picture, and those that are written for them.
    private record Symbols(Map<?, ?> options) {

        char of(String name, char otherwise) {
            return options.get(name) instanceof String text && !text.isEmpty() ? text.charAt(0) : otherwise;
        }

        String text(String name, String otherwise) {
            return options.get(name) instanceof String text ? text : otherwise;
        }

        char point() {
            return of("decimal-separator", '.');
        }

        char grouping() {
            return of("grouping-separator", ',');
        }

        char exponent() {
            return of("exponent-separator", 'e');
        }

        char separator() {
            return of("pattern-separator", ';');
        }

        char percent() {
            return of("percent", '%');
        }

        char perMille() {
            return of("per-mille", '\u2030');
        }

        boolean isDigit(int c) {
            char zero = of("zero-digit", '0');
            return c >= zero && c < zero + 10;
        }

        boolean isOptional(int c) {
            return c == of("digit", '#');
        }

        boolean isActive(int c) {
            return isDigit(c) || isOptional(c) || c == point() || c == grouping() || c == separator() || c == exponent();
        }

        String written(String digits) {
            int shift = of("zero-digit", '0') - '0';
            var text = new StringBuilder();
            digits.chars().forEach(digit -> text.append((char) (digit + shift)));
            return text.toString();
        }
    }

    /// The number in the words of a picture: of its second sub-picture, if it has one and the number is negative.
    ///
    /// @param options other characters for those of the picture; `null` for none
    static String format(Number number, String picture, @Nullable Map<?, ?> options) {
        var symbols = new Symbols(options == null ? Map.of() : options);
        List<NumberPicture> pictures = new ArrayList<>();
        for (String part : picture.split(Pattern.quote(String.valueOf(symbols.separator())), -1)) pictures.add(read(part, symbols));
        if (pictures.size() > 2) throw JsonataError.of("D3080");
        for (NumberPicture part : pictures) part.check();
        double value = number.doubleValue();
        if (Double.isNaN(value)) return symbols.text("NaN", "NaN");
        String sign = value < 0 && pictures.size() == 1 ? symbols.text("minus-sign", "-") : "";
        return sign + pictures.get(value < 0 ? pictures.size() - 1 : 0).format(number);
    }

    private static NumberPicture read(String whole, Symbols symbols) {
        int first = 0;
        while (first < whole.length() && !isMantissa(whole.charAt(first), symbols)) first++;
        // Where nothing is active, all is taken for active, and refused as such.
        if (first == whole.length()) first = 0;
        int last = whole.length();
        while (last > first && !isMantissa(whole.charAt(last - 1), symbols)) last--;
        if (last == first) last = whole.length();
        String active = whole.substring(first, last);
        int e = whole.indexOf(symbols.exponent(), first);
        boolean hasExponent = e >= 0 && e <= last;
        String mantissa = hasExponent ? whole.substring(first, e) : active;
        int point = mantissa.indexOf(symbols.point());
        return new NumberPicture(symbols, whole, whole.substring(0, first), active, whole.substring(last),
                point < 0 ? mantissa : mantissa.substring(0, point), point < 0 ? "" : mantissa.substring(point + 1),
                hasExponent ? whole.substring(e, Math.max(e + 1, last)) : "");
    }

    private static boolean isMantissa(char c, Symbols symbols) {
        return symbols.isActive(c) && c != symbols.exponent();
    }

    private void check() {
        String problem = problem();
        if (!problem.isEmpty()) throw JsonataError.of(problem);
    }

    // JSONata asks all questions in the order of the specification and tells the last answer.
    private String problem() {
        String digits = exponent.isEmpty() ? "" : exponent.substring(1);
        boolean isScaled = has(symbols.percent()) || has(symbols.perMille());
        String group = String.valueOf(symbols.grouping());
        if (!exponent.isEmpty() && (digits.isEmpty() || !digits.chars().allMatch(symbols::isDigit))) return "D3093";
        if (!exponent.isEmpty() && isScaled) return "D3092";
        if (isDigitBeforeOptional(new StringBuilder(fraction).reverse())) return "D3091";
        if (isDigitBeforeOptional(integer)) return "D3090";
        if (whole.contains(group + group)) return "D3089";
        if (!has(symbols.point()) && integer.endsWith(group)) return "D3088";
        if (whole.contains(group + symbols.point()) || whole.contains(symbols.point() + group)) return "D3087";
        if (!active.chars().allMatch(symbols::isActive)) return "D3086";
        if ((integer + fraction).chars().noneMatch(c -> symbols.isDigit(c) || symbols.isOptional(c))) return "D3085";
        if (has(symbols.percent()) && has(symbols.perMille())) return "D3084";
        if (isTwice(symbols.perMille())) return "D3083";
        if (isTwice(symbols.percent())) return "D3082";
        return isTwice(symbols.point()) ? "D3081" : "";
    }

    private boolean has(char c) {
        return whole.indexOf(c) >= 0;
    }

    private boolean isTwice(char c) {
        return whole.indexOf(c) != whole.lastIndexOf(c);
    }

    private boolean isDigitBeforeOptional(CharSequence part) {
        return part.chars().dropWhile(c -> !symbols.isDigit(c)).anyMatch(symbols::isOptional);
    }

    private String format(Number number) {
        int leastFraction = count(fraction, false);
        int mostFraction = count(fraction, true);
        int leastInteger = count(integer, false);
        boolean hasExponent = !exponent.isEmpty();
        if (leastInteger == 0 && mostFraction == 0 && hasExponent) leastFraction = mostFraction = 1;
        if (leastInteger == 0 && (hasExponent ? integer.chars().anyMatch(symbols::isOptional) : mostFraction == 0)) leastInteger = 1;
        if (leastInteger == 0 && leastFraction == 0) leastFraction = 1;
        if (Double.isInfinite(number.doubleValue())) return prefix + symbols.text("infinity", "Infinity") + suffix;

        BigDecimal scaled = scaled(number);
        int power = hasExponent ? power(scaled, count(integer, false)) : 0;
        String digits = scaled.movePointLeft(power).setScale(mostFraction, RoundingMode.HALF_EVEN).toPlainString();
        int point = mostFraction == 0 ? digits.length() : digits.length() - mostFraction - 1;
        String before = digits.substring(0, point).replaceFirst("^0+", "");
        String behind = mostFraction == 0 ? "" : digits.substring(point + 1).replaceFirst("0+$", "");
        before = grouped("0".repeat(Math.max(0, leastInteger - before.length())) + before, false);
        behind = grouped(behind + "0".repeat(Math.max(0, leastFraction - behind.length())), true);
        return prefix + before + (behind.isEmpty() ? "" : symbols.point() + behind) + (hasExponent ? exponent(power) : "") + suffix;
    }

    private int count(String part, boolean withOptional) {
        return (int) part.chars().filter(c -> symbols.isDigit(c) || (withOptional && symbols.isOptional(c))).count();
    }

    // What a double holds is what it prints: 34.555, which is a little less, is rounded up.
    private BigDecimal scaled(Number number) {
        int scale = has(symbols.percent()) ? 100 : has(symbols.perMille()) ? 1000 : 1;
        return new BigDecimal(scale == 1 ? number.toString() : String.valueOf(number.doubleValue() * scale)).abs();
    }

    /// The power of ten that leaves a mantissa with this many digits before its point; a one and zeros may have one more.
    private static int power(BigDecimal number, int digits) {
        if (number.signum() == 0) return 0;
        int power = number.precision() - number.scale() - digits;
        boolean isPowerOfTen = number.stripTrailingZeros().unscaledValue().bitLength() == 1;
        return isPowerOfTen && power > 0 ? power - 1 : power;
    }

    private String exponent(int power) {
        String digits = String.valueOf(Math.abs(power));
        String padding = "0".repeat(Math.max(0, exponent.length() - 1 - digits.length()));
        return symbols.exponent() + (power < 0 ? symbols.text("minus-sign", "-") : "") + symbols.written(padding + digits);
    }

    /// Digits with the separators of the picture; at the same distance all the way, if those of the integer part have it.
    private String grouped(String digits, boolean isFraction) {
        List<Integer> places = places(isFraction);
        int distance = isFraction ? 0 : distance(places);
        var text = new StringBuilder();
        for (int at = 0; at < digits.length(); at++) {
            int place = isFraction ? at : digits.length() - at;
            if (at > 0 && (distance > 0 ? place % distance == 0 : places.contains(place))) text.append(symbols.grouping());
            text.append(symbols.written(digits.substring(at, at + 1)));
        }
        return text.toString();
    }

    /// How many digits stand between the point and each separator.
    private List<Integer> places(boolean isFraction) {
        String part = isFraction ? fraction : integer;
        List<Integer> places = new ArrayList<>();
        for (int at = part.indexOf(symbols.grouping()); at >= 0; at = part.indexOf(symbols.grouping(), at + 1)) {
            places.add(count(isFraction ? part.substring(0, at) : part.substring(at), true));
        }
        return places;
    }

    private static int distance(List<Integer> places) {
        int distance = places.stream().mapToInt(Integer::intValue).min().orElse(0);
        for (int i = 1; i <= places.size(); i++) {
            if (!places.contains(i * distance)) return 0;
        }
        return distance;
    }
}
