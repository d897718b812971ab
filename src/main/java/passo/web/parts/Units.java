package passo.web.parts;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;

/// Durations and sizes as people of a language read them.
public final class Units {

    private final NumberFormat number;

    public Units(Locale locale) {
        number = NumberFormat.getNumberInstance(locale);
    }

    /// `84 ms`, `6.50 s`, `30 s`, `2 min 5 s`, `1 h 3 min`, `2 d 4 h`.
    public String duration(Duration duration) {
        if (duration.toMillis() < 1000) return duration.toMillis() + " ms";
        if (duration.toSeconds() < 60) return seconds(duration);
        if (duration.toHours() < 1) return two(duration.toMinutes(), "min", duration.toSecondsPart(), "s");
        if (duration.toDays() < 1) return two(duration.toHours(), "h", duration.toMinutesPart(), "min");
        return two(duration.toDays(), "d", duration.toHoursPart(), "h");
    }

    /// A place on the run's clock: `0 s`, `12 ms`, `0.31 s`, and beyond a minute as a duration.
    public String clock(Duration sinceStart) {
        long millis = sinceStart.toMillis();
        return millis == 0 || millis >= 100 && millis < 1000 ? seconds(sinceStart) : duration(sinceStart);
    }

    private String seconds(Duration duration) {
        number.setMinimumFractionDigits(duration.toMillisPart() == 0 ? 0 : 2);
        number.setMaximumFractionDigits(2);
        return number.format(duration.toMillis() / 1000.0) + " s";
    }

    private static String two(long large, String unit, long small, String smaller) {
        return large + " " + unit + (small == 0 ? "" : " " + small + " " + smaller);
    }

    /// `618 B`, `12.4 KiB`: kibibytes, as the service counts a payload.
    public String size(int bytes) {
        if (bytes < 1024) return bytes + " B";
        number.setMinimumFractionDigits(0);
        number.setMaximumFractionDigits(1);
        return number.format(bytes / 1024.0) + " KiB";
    }
}
