package passo.lab.progress;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A week from Monday to Sunday: on which days something was tried. The next one begins anew; nothing of it can be lost.
///
/// @param goal on how many days the learner wants to try something
public record Week(List<Day> days, int goal) {

    public record Day(LocalDate date, boolean active) {}

    /// @param attempts at any time; those of other weeks do not count
    public static Week of(LocalDate today, ZoneId zone, List<Instant> attempts, int goal) {
        Set<LocalDate> active = attempts.stream().map(attempt -> attempt.atZone(zone).toLocalDate()).collect(Collectors.toSet());
        return new Week(IntStream.range(0, 7).mapToObj(monday(today)::plusDays).map(date -> new Day(date, active.contains(date))).toList(), goal);
    }

    public static LocalDate monday(LocalDate today) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    public int active() {
        return (int) days.stream().filter(Day::active).count();
    }
}
