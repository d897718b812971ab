package passo.aws.messaging;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When a schedule is due. AWS, "Schedule types in EventBridge Scheduler".
public sealed interface ScheduleExpression {

    /// Once.
    record At(Instant at) implements ScheduleExpression {}

    /// Again and again, for the first time at once.
    record Rate(Duration every) implements ScheduleExpression {}

    record Cron(CronFields fields, ZoneId zone) implements ScheduleExpression {}

    /// Reads `at(…)`, `rate(…)` or `cron(…)`; nothing for any other text.
    static Optional<ScheduleExpression> of(String text, String zone) {
        Matcher matcher = Pattern.compile("(at)\\((\\d{4}-.{14})\\)|(rate|cron)\\((.+)\\)").matcher(text);
        if (!matcher.matches()) return Optional.empty();
        try {
            ZoneId place = ZoneId.of(zone.isEmpty() ? "UTC" : zone);
            if (matcher.group(1) != null) return Optional.of(new At(LocalDateTime.parse(matcher.group(2)).atZone(place).toInstant()));
            return matcher.group(3).equals("rate") ? rate(matcher.group(4)).map(Rate::new)
                    : CronFields.of(matcher.group(4)).map(fields -> new Cron(fields, place));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> rate(String text) {
        Matcher matcher = Pattern.compile("([1-9]\\d{0,6}) (minute|hour|day)s?").matcher(text);
        if (!matcher.matches()) return Optional.empty();
        long count = Long.parseLong(matcher.group(1));
        return Optional.of(switch (matcher.group(2)) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        });
    }

    /// When it is due from the instant of its making on, before another instant, and not before a third.
    ///
    /// @param most no more than so many
    default List<Instant> due(Instant made, Instant from, Instant before, int most) {
        List<Instant> due = new ArrayList<>();
        Optional<Instant> next = first(made);
        // What lies long before is stepped over at once.
        if (this instanceof Rate(var every) && from.isAfter(made)) {
            next = Optional.of(made.plus(every.multipliedBy(Math.ceilDiv(Duration.between(made, from).toSeconds(), every.toSeconds()))));
        }
        if (this instanceof Cron && from.isAfter(made)) next = next(from.minusSeconds(1));
        for (; next.isPresent() && next.get().isBefore(before) && due.size() < most; next = next(next.get())) {
            if (!next.get().isBefore(from)) due.add(next.get());
        }
        return due;
    }

    /// When it is due for the first time, not before an instant; nothing where it never is.
    default Optional<Instant> first(Instant now) {
        return switch (this) {
            case At(var at) -> Optional.of(at).filter(due -> !due.isBefore(now));
            case Rate _ -> Optional.of(now);
            case Cron _ -> next(now);
        };
    }

    /// When it is due again, after an instant at which it was.
    default Optional<Instant> next(Instant last) {
        return switch (this) {
            case At _ -> Optional.empty();
            case Rate(var every) -> Optional.of(last.plus(every));
            case Cron(var fields, var zone) -> fields.next(last.atZone(zone).toLocalDateTime()).map(due -> due.atZone(zone).toInstant());
        };
    }
}
