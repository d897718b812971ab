package passo.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReviewTest {

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-16");

    @Test void whatWasNeverMissedIsNotAskedAgain() {
        assertThat(review(MONDAY.plusDays(30), right("q", MONDAY)).due()).isEmpty();
    }

    @Test void whatWasMissedIsAskedFromTheNextDayOn() {
        assertThat(review(MONDAY, missed("q", MONDAY)).due()).isEmpty();
        assertThat(review(MONDAY, missed("q", MONDAY)).next()).contains(MONDAY.plusDays(1));
        assertThat(review(MONDAY.plusDays(1), missed("q", MONDAY)).due()).extracting(Review.Card::id).containsExactly("q");
    }

    @Test void aGuessIsNoKnowledge() {
        var guessed = new Answered("q", true, false, at(MONDAY));

        assertThat(review(MONDAY.plusDays(1), guessed).due()).hasSize(1);
    }

    @Test void whatIsKnownAgainWaitsLongerEachTime() {
        LocalDate first = MONDAY.plusDays(1);
        LocalDate second = review(first, missed("q", MONDAY), right("q", first)).next().orElseThrow();
        LocalDate third = review(second, missed("q", MONDAY), right("q", first), right("q", second)).next().orElseThrow();

        assertThat(List.of(second, third)).containsExactly(first.plusDays(2), second.plusDays(6));
    }

    @Test void aDayHasTwentyAtMost() {
        Answered[] missed = IntStream.range(0, 30).mapToObj(i -> missed("q" + i, MONDAY)).toArray(Answered[]::new);
        LocalDate tuesday = MONDAY.plusDays(1);
        assertThat(review(tuesday, missed).due()).hasSize(20);

        var answers = new ArrayList<>(List.of(missed));
        for (int i = 0; i < 15; i++) answers.add(right("q" + i, tuesday));
        assertThat(Review.of(answers, ZONE, tuesday).due()).hasSize(5);
    }

    @Test void whatIsDueTakesWholeMinutes() {
        LocalDate tuesday = MONDAY.plusDays(1);

        assertThat(review(tuesday).time()).isEqualTo(Duration.ZERO);
        assertThat(review(tuesday, missed("q", MONDAY)).time()).isEqualTo(Duration.ofMinutes(1));
        assertThat(review(tuesday, missed("q", MONDAY), missed("r", MONDAY)).time()).isEqualTo(Duration.ofMinutes(2));
        assertThat(review(tuesday, missed("q", MONDAY)).isDue("q")).isTrue();
        assertThat(review(tuesday, missed("q", MONDAY)).isDue("r")).isFalse();
    }

    @Test void daysBeginWhereTheLearnerIs() {
        var late = new Answered("q", false, false, Instant.parse("2026-11-17T01:30:00Z"));

        assertThat(Review.of(List.of(late), ZONE, MONDAY).cards().get("q").asked()).isEqualTo(MONDAY);
    }

    private static Review review(LocalDate today, Answered... answers) {
        return Review.of(List.of(answers), ZONE, today);
    }

    private static Answered missed(String id, LocalDate day) {
        return new Answered(id, false, false, at(day));
    }

    private static Answered right(String id, LocalDate day) {
        return new Answered(id, true, true, at(day));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(20, 0).atZone(ZONE).toInstant();
    }
}
