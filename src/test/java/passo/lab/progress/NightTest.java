package passo.lab.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.OnCall;
import passo.lab.exercise.Words;
import passo.lab.progress.Night.Event;
import passo.lab.progress.Night.Try;

class NightTest {

    private static final Words WORDS = new Words(Map.of("en", "words", "pt-BR", "palavras"));
    private static final OnCall.Incident EARLY = new OnCall.Incident("22:00", WORDS, Lessons.HELLO);
    private static final OnCall.Incident LATE = new OnCall.Incident("05:00", WORDS, Lessons.CHOICE);
    private static final OnCall NIGHT = new OnCall(WORDS, WORDS, List.of(EARLY, LATE));
    private static final Instant TEN = Instant.parse("2026-11-20T22:00:00Z");

    @Test void anIncidentIsOverWithTheFirstTryThatPasses() {
        Night night = night(Map.of(Lessons.HELLO, List.of(new Try(TEN, false), new Try(TEN.plusSeconds(300), true), new Try(TEN.plusSeconds(900), false))),
                Map.of(Lessons.HELLO, List.of(TEN.plusSeconds(60), TEN.plusSeconds(600))));

        assertThat(night.events()).containsExactly(new Event(EARLY, 2, 1, Optional.of(Duration.ofMinutes(5))), new Event(LATE, 0, 0, Optional.empty()));
        assertThat(night.next()).contains(night.events().getLast());
        assertThat(night.isOver()).isFalse();
    }

    @Test void whatIsNotOverCountsAllThatWasDone() {
        Night night = night(Map.of(Lessons.CHOICE, List.of(new Try(TEN, false), new Try(TEN.plusSeconds(60), false))), Map.of(Lessons.CHOICE, List.of(TEN)));

        assertThat(night.events().getLast()).isEqualTo(new Event(LATE, 2, 1, Optional.empty()));
        assertThat(night.over()).isZero();
    }

    @Test void theNightIsOverWhenAllIncidentsAre() {
        var passed = List.of(new Try(TEN, true));

        Night night = night(Map.of(Lessons.HELLO, passed, Lessons.CHOICE, passed), Map.of());

        assertThat(night.isOver()).isTrue();
        assertThat(night.next()).isEmpty();
        assertThat(night.tries()).isEqualTo(2);
    }

    private static Night night(Map<Exercise, List<Try>> tries, Map<Exercise, List<Instant>> helps) {
        return Night.of(NIGHT, new Night.Deeds() {
            @Override public List<Try> tries(Exercise exercise) {
                return tries.getOrDefault(exercise, List.of());
            }

            @Override public List<Instant> helps(Exercise exercise) {
                return helps.getOrDefault(exercise, List.of());
            }
        });
    }
}
