package passo.lab.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import passo.lab.progress.Week.Day;

class WeekTest {

    static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @Test void theDaysOnWhichSomethingWasTriedCountOnceEach() {
        var week = Week.of(LocalDate.of(2026, 11, 20), Lessons.ZONE, List.of(
                Instant.parse("2026-11-16T12:00:00Z"), Instant.parse("2026-11-16T13:00:00Z"),
                // 22:00 of Wednesday in São Paulo
                Instant.parse("2026-11-19T01:00:00Z")), 3);

        assertThat(week).isEqualTo(new Week(IntStream.range(0, 7).mapToObj(day -> new Day(MONDAY.plusDays(day), day == 0 || day == 2)).toList(), 3));
        assertThat(week.active()).isEqualTo(2);
    }

    @Test void theWeekBeforeIsForgotten() {
        var week = Week.of(MONDAY, Lessons.ZONE, List.of(Instant.parse("2026-11-15T12:00:00Z")), 3);

        assertThat(week.active()).isZero();
    }

    @Test void aGoalIsOneToSevenDays() {
        assertThatThrownBy(() -> Plan.NONE.aiming(8)).isInstanceOf(IllegalArgumentException.class);
    }
}
