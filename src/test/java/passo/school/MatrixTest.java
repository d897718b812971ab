package passo.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import passo.school.Cell.State;

class MatrixTest {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Member ANA = member("Ana");
    static final Member BIA = member("bia");
    static final Member CAIO = member("Caio");
    static final Member DORA = new Member("Dora-id", "MKR-7Q4", Optional.empty(), "Dora", "7", "", true, Optional.empty());

    @Test void whoHasDoneNothingHasEmptyCells() {
        assertThat(Matrix.of(List.of(ANA), List.of(), List.of("one", "two"), NOON))
                .isEqualTo(new Matrix(List.of("one", "two"), List.of(new Matrix.Row(ANA, List.of(Cell.UNTOUCHED, Cell.UNTOUCHED), Optional.empty())), List.of()));
    }

    @Test void whoHasNotJoinedHasNoRow() {
        assertThat(Matrix.of(List.of(DORA), List.of(), List.of(), NOON)).isEqualTo(new Matrix(List.of(), List.of(), List.of(DORA)));
    }

    @Test void aCellTellsWhereSomebodyStands() {
        List<Deed> deeds = List.of(passed(ANA, "one", 3, 40), tried(ANA, "two", 2, 20), tried(ANA, "three", 4, 1));

        assertThat(row(deeds, "one", "two", "three", "four")).isEqualTo(new Matrix.Row(ANA, List.of(
                new Cell(new State.Passed(3), 1, 0, false), new Cell(new State.Left(), 2, 0, false), new Cell(new State.Here(), 4, 0, false), Cell.UNTOUCHED), Optional.of(ago(1))));
    }

    @Test void whoDoesNothingForFiveMinutesStandsStillAndAfterAnHourIsGone() {
        assertThat(state(Duration.ofMinutes(5).minusSeconds(1))).isEqualTo(new State.Here());
        assertThat(state(Duration.ofMinutes(5))).isEqualTo(new State.Still(Duration.ofMinutes(5)));
        assertThat(state(Duration.ofSeconds(459))).isEqualTo(new State.Still(Duration.ofMinutes(7)));
        assertThat(state(Duration.ofMinutes(60))).isEqualTo(new State.Still(Duration.ofMinutes(60)));
        assertThat(state(Duration.ofMinutes(60).plusSeconds(1))).isEqualTo(new State.Left());
    }

    @Test void whoPassedWhatTheyDidLastStandsNowhere() {
        assertThat(row(List.of(tried(ANA, "one", 1, 30), passed(ANA, "two", 2, 6)), "one", "two").cells())
                .containsExactly(new Cell(new State.Left(), 1, 0, false), new Cell(new State.Passed(2), 1, 0, false));
    }

    @Test void whoIsAtAnExerciseThatIsNoColumnHasLeftTheOthers() {
        assertThat(row(List.of(tried(ANA, "one", 1, 2), tried(ANA, "elsewhere", 1, 1)), "one"))
                .isEqualTo(new Matrix.Row(ANA, List.of(new Cell(new State.Left(), 1, 0, false)), Optional.of(ago(1))));
    }

    @Test void whatCameInAFileIsNotPassed() {
        var brought = new Deed(learner(ANA), "one", 0, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);

        assertThat(row(List.of(brought), "one")).isEqualTo(new Matrix.Row(ANA, List.of(new Cell(new State.Untouched(), 0, 0, true)), Optional.empty()));
    }

    @Test void theRowsStandByNameOrByWhoNeedsHelp() {
        List<Deed> deeds = List.of(tried(ANA, "one", 9, 1), passed(CAIO, "one", 3, 20), tried(CAIO, "two", 1, 8));
        var matrix = Matrix.of(List.of(CAIO, BIA, ANA), deeds, List.of("one", "two"), NOON);

        assertThat(matrix.in(Matrix.Order.NAME).rows()).extracting(Matrix.Row::member).containsExactly(ANA, BIA, CAIO);
        assertThat(matrix.in(Matrix.Order.NEED).rows()).extracting(Matrix.Row::member).containsExactly(CAIO, ANA, BIA);
    }

    @Test void theFrontIsWhereMostAre() {
        var matrix = Matrix.of(List.of(ANA, BIA, CAIO), List.of(tried(ANA, "two", 1, 1), tried(BIA, "one", 1, 7), tried(CAIO, "two", 1, 11)), List.of("one", "two"), NOON);

        assertThat(matrix.front()).hasValue(1);
        assertThat(matrix.at(1)).isEqualTo(2);
        assertThat(matrix.present(NOON)).isEqualTo(2);
        assertThat(Matrix.of(List.of(ANA), List.of(), List.of("one"), NOON).front()).isEmpty();
    }

    @Test void theColumnsAreThePlansElseWhatSomebodyTouched() {
        List<String> all = List.of("one", "two", "three");
        List<Deed> deeds = List.of(tried(BIA, "three", 1, 1), tried(ANA, "one", 1, 1), tried(ANA, "three", 1, 1));

        assertThat(Matrix.columns(List.of(new Assignment("two", Optional.empty()), new Assignment("gone", Optional.empty()), new Assignment("one", Optional.empty())), deeds, all))
                .containsExactly("two", "one");
        assertThat(Matrix.columns(List.of(), deeds, all)).containsExactly("one", "three");
    }

    @Test void aFruitHidesEverythingAndStaysWhenOthersJoin() {
        List<Member> hidden = Fruits.hide(List.of(ANA, BIA, DORA));
        var later = new Member("Eva-id", "MKR-7Q4", Optional.of("x"), "Eva", "", "", false, Optional.of(NOON.plusSeconds(60)));

        assertThat(hidden.toString()).doesNotContain("name=Ana", "name=bia", "name=Dora");
        assertThat(hidden.getLast()).isEqualTo(new Member(DORA.id(), "MKR-7Q4", Optional.empty(), "", "", "", true, Optional.empty()));
        assertThat(Fruits.hide(List.of(later, ANA, BIA, DORA)).subList(1, 4)).isEqualTo(hidden);
    }

    @Test void aHundredHaveAHundredFruits() {
        List<Member> members = IntStream.range(0, 100).mapToObj(i -> member("Member " + i)).toList();

        assertThat(Fruits.hide(members).stream().map(Member::name).distinct()).hasSize(100);
    }

    private static State state(Duration since) {
        Instant at = NOON.minus(since);
        var deed = new Deed(learner(ANA), "one", 1, 0, 0, Optional.of(at), Optional.empty(), Optional.of(at), Optional.of(at), false);
        return row(List.of(deed), "one").cells().getFirst().state();
    }

    private static Matrix.Row row(List<Deed> deeds, String... columns) {
        return Matrix.of(List.of(ANA), deeds, List.of(columns), NOON).rows().getFirst();
    }

    private static Deed tried(Member member, String slug, int tries, int minutes) {
        return new Deed(learner(member), slug, tries, 0, 0, Optional.of(ago(minutes)), Optional.empty(), Optional.of(ago(minutes)), Optional.of(ago(minutes)), false);
    }

    private static Deed passed(Member member, String slug, int stars, int minutes) {
        return new Deed(learner(member), slug, 1, stars, 0, Optional.of(ago(minutes)), Optional.of(ago(minutes)), Optional.of(ago(minutes)), Optional.of(ago(minutes)), false);
    }

    private static Instant ago(int minutes) {
        return NOON.minus(Duration.ofMinutes(minutes));
    }

    private static String learner(Member member) {
        return member.learner().orElseThrow();
    }

    private static Member member(String name) {
        return new Member(name + "-id", "MKR-7Q4", Optional.of(name + "-learner"), name, "", "", false, Optional.of(NOON));
    }
}
