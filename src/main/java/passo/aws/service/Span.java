package passo.aws.service;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Spans of time as worlds write them: `1s`, `250ms`, `2m`, or ISO-8601.
public final class Span {

    public static final Pattern PATTERN = Pattern.compile(
            "(\\d{1,9})(ms|s|m|h|d)|P(?=.)(?:\\d{1,5}D)?(?:T(?=\\d)(?:\\d{1,5}H)?(?:\\d{1,7}M)?(?:\\d{1,9}(?:\\.\\d{1,9})?S)?)?");

    private Span() {}

    /// Reads a text that the pattern fits; refuses any other with an `IllegalArgumentException`.
    public static Duration of(String text) {
        Matcher matcher = PATTERN.matcher(text);
        if (!matcher.matches()) throw new IllegalArgumentException("Not a span of time: " + text);
        if (matcher.group(1) == null) return Duration.parse(text);
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
