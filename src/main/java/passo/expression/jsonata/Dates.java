package passo.expression.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates and whole numbers by their pictures, where the library does otherwise than JSONata 2.0.6: the year and month that a week
/// belongs to, what is no date, and a date of which a part is left out, for which it would ask the host's clock.
final class Dates {

    private static final JFunction FROM_MILLIS = BoundFunction.original("fromMillis");
    private static final JFunction TO_MILLIS = BoundFunction.original("toMillis");
    private static final JFunction FORMAT_INTEGER = BoundFunction.original("formatInteger");
    private static final JFunction PARSE_INTEGER = BoundFunction.original("parseInteger");

    /// A component that has to do with the week, or a bracket that is meant as such.
    private static final Pattern WEEKLY = Pattern.compile("\\[\\[|\\[\\s*([Xxw])([^]]*)]");
    private static final Pattern COMPONENT = Pattern.compile("\\[\\[|\\[\\s*([A-Za-z])");
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})(-[01]\\d)?(-[0-3]\\d)?(T[0-2]\\d:[0-5]\\d:[0-5]\\d)?(\\.\\d{1,9})?\\d*(Z|[-+][0-2]\\d:?[0-5]\\d)?");

    /// The beginnings of what the library says of a picture, and the codes that it forgets.
    private static final Map<String, String> CODES = Map.of("Formatting or parsing an integer", "D3130", "In a decimal digit pattern", "D3131",
            "Unknown component specifier", "D3132", "The 'name' modifier", "D3133", "The timezone integer format", "D3134",
            "No matching closing bracket", "D3135", "The date/time picture string is missing", "D3136");
    private static final Pattern VALUE = Pattern.compile("starting with \"?(.+?)\"? is not|specifier (\\S+) in|string, not (\\S+)");

    private Dates() {}

    static @Nullable Object fromMillis(List<?> arguments) {
        Numbers.picture(arguments);
        if (!(arguments.get(1) instanceof String picture) || !(arguments.get(0) instanceof Number)) return ask(FROM_MILLIS, arguments);
        var text = new StringBuilder();
        int start = 0;
        for (Matcher weekly = WEEKLY.matcher(picture); weekly.find(); ) {
            if (weekly.group(1) == null) continue;
            text.append(format(arguments.get(0), picture.substring(start, weekly.start()), arguments.get(2)));
            text.append(week(weekly.group(1).charAt(0), weekly.group(2), day(arguments)));
            start = weekly.end();
        }
        return text.append(format(arguments.get(0), picture.substring(start), arguments.get(2))).toString();
    }

    private static LocalDate day(List<?> arguments) {
        return LocalDate.parse(format(arguments.get(0), "[Y0001]-[M01]-[D01]", arguments.get(2)));
    }

    // A week belongs to the month and the year in which its Thursday lies.
    private static String week(char component, String presentation, LocalDate day) {
        LocalDate thursday = day.with(DayOfWeek.THURSDAY);
        return switch (component) {
            case 'X' -> format(millis(thursday), "[Y" + presentation + "]", null);
            case 'x' -> format(millis(thursday), "[M" + presentation + "]", null);
            default -> format(millis(LocalDate.of(1970, 1, (thursday.getDayOfMonth() + 6) / 7)), "[D" + presentation + "]", null);
        };
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static String format(@Nullable Object millis, String picture, @Nullable Object zone) {
        return picture.isEmpty() ? "" : String.valueOf(ask(FROM_MILLIS, Arrays.asList(millis, picture, zone)));
    }

    static @Nullable Object toMillis(List<?> arguments, Instant now) {
        Numbers.picture(arguments);
        if (!(arguments.get(0) instanceof String text)) return null;
        if (!(arguments.get(1) instanceof String picture)) return millis(text);
        String missing = missing(picture);
        String known = missing.isEmpty() ? "" : format(now.toEpochMilli(), missing, null);
        return ask(TO_MILLIS, Arrays.asList(known + text, missing + picture));
    }

    private static long millis(String text) {
        Matcher date = ISO.matcher(text);
        if (!date.matches()) throw JsonataError.of("D3110", text);
        String[] parts = {"", "-01", "-01", "T00:00:00", "", "Z"};
        for (int i = 0; i < parts.length; i++) parts[i] = date.group(i + 1) == null ? parts[i] : date.group(i + 1);
        try {
            return OffsetDateTime.parse(String.join("", parts).replaceFirst("([-+]\\d\\d)(\\d\\d)$", "$1:$2")).toInstant().toEpochMilli();
        } catch (DateTimeException _) {
            throw JsonataError.of("D3110", text);
        }
    }

    /// A picture of what stands before the first component of this one: `[Y0001]-[M01]-` before `[D]`. It is today's.
    private static String missing(String picture) {
        var present = new StringBuilder();
        for (Matcher component = COMPONENT.matcher(picture); component.find(); ) {
            if (component.group(1) != null) present.append(component.group(1));
        }
        var missing = new StringBuilder();
        for (String part : List.of("YX", "MdxwW", "DdF", "HhP", "m", "s", "f")) {
            if (present.chars().anyMatch(component -> part.indexOf(component) >= 0)) return missing.toString();
            missing.append('[').append(part.charAt(0)).append(part.equals("YX") ? "0001]-" : "01]-");
        }
        return "";
    }

    static @Nullable Object formatInteger(List<?> arguments) {
        Numbers.picture(arguments);
        return ask(FORMAT_INTEGER, arguments);
    }

    // A text that the picture does not read is not a number, as in JavaScript.
    static @Nullable Object parseInteger(List<?> arguments) {
        Numbers.digits(arguments);
        if (!(arguments.get(0) instanceof String text) || !(arguments.get(1) instanceof String picture)) return null;
        Object number = ask(PARSE_INTEGER, List.of(ascii(text), ascii(picture).replaceAll("[0-9]", "0")));
        return number == null ? (Object) Double.NaN : number;
    }

    private static String ascii(String text) {
        var ascii = new StringBuilder();
        text.codePoints().forEach(c -> ascii.appendCodePoint(Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? '0' + Character.digit(c, 10) : c));
        return ascii.toString();
    }

    private static @Nullable Object ask(JFunction function, List<?> arguments) {
        try {
            return function.call(null, arguments);
        } catch (JException failed) {
            throw failed;
        } catch (RuntimeException failed) {
            String words = String.valueOf(failed.getCause() instanceof ParseException cause ? cause.getMessage() : failed.getMessage());
            for (Map.Entry<String, String> code : CODES.entrySet()) {
                if (words.startsWith(code.getKey())) throw JsonataError.of(code.getValue(), value(words));
            }
            throw failed;
        }
    }

    private static String value(String words) {
        Matcher value = VALUE.matcher(words);
        if (!value.find()) return "";
        return value.group(1) != null ? value.group(1) : value.group(2) != null ? value.group(2) : value.group(3);
    }
}
