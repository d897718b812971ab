package passo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static passo.study.Memory.Grade.AGAIN;
import static passo.study.Memory.Grade.GOOD;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import passo.study.Memory.Grade;

/// The expected values are those that the tests of the reference implementations of FSRS-6 have for its default weights.
class MemoryTest {

    private static final double CLOSE = 1e-4;

    @Test void sixAnswersLeaveTheStateThatTheReferenceHas() {
        Memory memory = Memory.first(AGAIN);
        for (long days : new long[] {0, 1, 3, 8, 21}) memory = memory.after(GOOD, days);

        assertThat(memory.stability()).isCloseTo(53.62691, within(CLOSE));
        assertThat(memory.difficulty()).isCloseTo(6.3574867, within(CLOSE));
    }

    /// The reference asks twice within the first day, and once more within the day of a lapse, before it waits for days.
    @Test void theDaysToWaitAreThoseOfTheReference() {
        var intervals = new ArrayList<Integer>();
        Memory memory = Memory.first(GOOD).after(GOOD, 0);
        intervals.add(memory.interval());
        for (int i = 0; i < 4; i++) intervals.add((memory = memory.after(GOOD, memory.interval())).interval());
        memory = memory.after(AGAIN, memory.interval()).after(AGAIN, 0).after(GOOD, 0);
        intervals.add(memory.interval());
        for (int i = 0; i < 4; i++) intervals.add((memory = memory.after(GOOD, memory.interval())).interval());

        assertThat(intervals).containsExactly(2, 11, 46, 163, 498, 2, 4, 7, 12, 21);
    }

    @Test void whatWasNotKnownComesBackTheNextDay() {
        assertThat(List.of(Grade.values())).containsExactly(AGAIN, GOOD);
        assertThat(Memory.first(AGAIN).interval()).isEqualTo(1);
        assertThat(Memory.first(GOOD).interval()).isEqualTo(2);
        assertThat(Memory.first(GOOD).after(GOOD, 2).after(AGAIN, 11).interval()).isLessThan(3);
    }

    @Test void afterItsIntervalItIsRememberedNineTimesInTen() {
        Memory memory = new Memory(30, 5);

        assertThat(memory.retrievability(0)).isEqualTo(1);
        assertThat(memory.retrievability(30)).isCloseTo(0.9, within(CLOSE));
    }
}
