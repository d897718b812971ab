package passo.school;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// An exercise that a class is asked to do. Immutable.
///
/// @param slug of the exercise
/// @param due the first instant that is too late, which is the end of a day in the class's time zone; empty where there is no date
public record Assignment(String slug, Optional<Instant> due) {

    /// Due on a day, which belongs to the time that there is.
    public static Assignment until(String slug, LocalDate day, ZoneId zone) {
        return new Assignment(slug, Optional.of(day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    /// The last day on which it is not too late.
    public Optional<LocalDate> day(ZoneId zone) {
        return due.map(at -> LocalDate.ofInstant(at.minus(Duration.ofNanos(1)), zone));
    }
}
