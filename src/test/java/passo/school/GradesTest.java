package passo.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GradesTest {

    static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    static final Instant MIDNIGHT = Instant.parse("2026-04-01T03:00:00Z");

    /// One before the end of the day, one when it is over, one of somebody else.
    static final List<Hint> HINTS = List.of(new Hint("learner", "a", MIDNIGHT.minusSeconds(1)), new Hint("learner", "a", MIDNIGHT), new Hint("other", "a", Instant.EPOCH));

    @Test void aDayEndsAtMidnightInTheZoneOfTheClass() {
        Assignment assignment = Assignment.until("a", LocalDate.of(2026, 3, 31), SAO_PAULO);

        assertThat(assignment).isEqualTo(new Assignment("a", Optional.of(MIDNIGHT)));
        assertThat(assignment.day(SAO_PAULO)).hasValue(LocalDate.of(2026, 3, 31));
        assertThat(new Assignment("a", Optional.empty()).day(SAO_PAULO)).isEmpty();
    }

    @Test void pointsAreForWhatPassedWhateverTheThirdStarTheHelpAndTheDate() {
        assertThat(points(deed(0, false))).isZero();
        assertThat(points(deed(1, false))).isEqualTo(50);
        assertThat(points(deed(2, true))).isEqualTo(100);
        assertThat(points(deed(3, true))).isEqualTo(100);
        assertThat(new Grades.Grade(new Assignment("a", Optional.empty()), Optional.empty(), 0).points()).isZero();
    }

    @Test void lateIsWhatPassedAtTheEndOfTheDayOrAfter() {
        assertThat(late(MIDNIGHT.minusNanos(1000))).isFalse();
        assertThat(late(MIDNIGHT)).isTrue();
        assertThat(new Grades.Grade(new Assignment("a", Optional.empty()), Optional.of(passed(MIDNIGHT)), 0).late()).isFalse();
    }

    @Test void eachMemberHasAGradeOfEachExercise() {
        var a = new Assignment("a", Optional.empty());
        var b = new Assignment("b", Optional.empty());
        Member ana = member("ana", Optional.of("learner"));
        Member rui = member("rui", Optional.empty());
        Deed done = passed(MIDNIGHT);

        assertThat(Grades.of(List.of(a, b), List.of(ana, rui), List.of(done), HINTS)).isEqualTo(new Grades(List.of(a, b), List.of(
                new Grades.Row(ana, List.of(new Grades.Grade(a, Optional.of(done), 1), new Grades.Grade(b, Optional.empty(), 0))),
                new Grades.Row(rui, List.of(new Grades.Grade(a, Optional.empty(), 0), new Grades.Grade(b, Optional.empty(), 0))))));
        assertThat(Grades.of(List.of(a, b), List.of(ana), List.of(done), HINTS).rows().getFirst()).satisfies(row -> {
            assertThat(row.sum()).isEqualTo(100);
            assertThat(row.percent()).isEqualTo(50.0);
        });
    }

    @Test void someOfTheClassKeepTheirGrades() {
        Member ana = member("ana", Optional.empty());
        Member rui = member("rui", Optional.empty());
        Grades grades = Grades.of(List.of(), List.of(ana, rui), List.of(), List.of());

        assertThat(grades.of(rui::equals)).isEqualTo(new Grades(List.of(), List.of(new Grades.Row(rui, List.of()))));
    }

    private static int points(Deed deed) {
        return new Grades.Grade(new Assignment("a", Optional.of(Instant.EPOCH)), Optional.of(deed), 0).points();
    }

    private static boolean late(Instant passedAt) {
        return new Grades.Grade(new Assignment("a", Optional.of(MIDNIGHT)), Optional.of(passed(passedAt)), 0).late();
    }

    private static Deed passed(Instant at) {
        return new Deed("learner", "a", 1, 2, 0, Optional.of(at), Optional.of(at), Optional.of(at), Optional.of(at), false);
    }

    private static Deed deed(int stars, boolean passed) {
        return new Deed("learner", "a", 4, stars, 4, Optional.of(MIDNIGHT), Optional.of(MIDNIGHT).filter(_ -> passed), Optional.of(MIDNIGHT), Optional.of(MIDNIGHT), false);
    }

    private static Member member(String name, Optional<String> learner) {
        return new Member("id of " + name, "MKR-7Q4", learner, name, "", "", false, Optional.empty());
    }
}
