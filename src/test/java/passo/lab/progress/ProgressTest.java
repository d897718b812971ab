package passo.lab.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static passo.lab.progress.Lessons.CHAIN;
import static passo.lab.progress.Lessons.CHAIN_ALONE;
import static passo.lab.progress.Lessons.CHOICE;
import static passo.lab.progress.Lessons.FIRST;
import static passo.lab.progress.Lessons.HELLO;
import static passo.lab.progress.Lessons.HELLO_ALONE;
import static passo.lab.progress.Lessons.NAMES;
import static passo.lab.progress.Lessons.SECOND;
import static passo.lab.progress.Lessons.begun;
import static passo.lab.progress.Lessons.item;
import static passo.lab.progress.Lessons.open;
import static passo.lab.progress.Lessons.passed;
import static passo.lab.progress.Lessons.progress;
import static passo.lab.progress.Lessons.skipped;
import static passo.lab.progress.Lessons.tried;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import passo.lab.progress.Row.Place;

class ProgressTest {

    static final String MONDAY = "2026-11-16T20:00:00Z";
    static final String TUESDAY = "2026-11-17T20:00:00Z";

    @Test void aNewcomerBeginsWithTheFirstExercise() {
        assertThat(progress(Plan.NONE)).isEqualTo(new Progress(
                List.of(item("C1", open(HELLO), open(CHAIN), open(HELLO_ALONE)), item("C2"), item("C3"), item("C4", open(CHOICE), open(NAMES)), item("C5"), item("C6")),
                List.of(new Row(FIRST, false, List.of(new Place(1, open(HELLO), Optional.of(open(HELLO_ALONE))),
                                new Place(2, open(CHAIN), Optional.of(open(CHAIN_ALONE))), new Place(3, open(NAMES), Optional.empty()))),
                        new Row(SECOND, false, List.of(new Place(1, open(CHOICE), Optional.empty())))),
                Optional.of(open(HELLO)), List.of()));
    }

    @Test void anItemIsDoneAfterTwoExercisesAndATwin() {
        var two = progress(Plan.NONE, passed(HELLO, MONDAY), passed(NAMES, MONDAY));
        var all = progress(Plan.NONE, passed(HELLO, MONDAY), passed(NAMES, MONDAY), passed(HELLO_ALONE, TUESDAY));

        assertThat(two.items().getFirst()).isEqualTo(item("C1", passed(HELLO), passed(NAMES), open(HELLO_ALONE)));
        assertThat(two.items().getFirst().missing()).containsExactly(new Item.Step(true, Optional.of(open(HELLO_ALONE))));
        assertThat(all.items().getFirst().done()).isTrue();
    }

    @Test void noNumberOfExercisesStandsForTheTwin() {
        assertThat(progress(Plan.NONE, passed(HELLO, MONDAY), passed(CHAIN, MONDAY), passed(NAMES, MONDAY)).items().getFirst().missing()).hasSize(1);
    }

    @Test void whatWasBegunLastComesNext() {
        var progress = progress(Plan.NONE, passed(HELLO, MONDAY), tried(NAMES, TUESDAY), tried(CHAIN, MONDAY));

        assertThat(progress.next()).contains(begun(NAMES));
        assertThat(progress.now()).contains(item("C1", passed(HELLO), begun(NAMES), open(HELLO_ALONE)));
    }

    @Test void aPathLeadsThroughItsOwnExercisesOnly() {
        var progress = progress(Plan.NONE.along("short"), passed(HELLO, MONDAY));

        assertThat(progress.next()).contains(open(CHOICE));
        assertThat(progress.rows()).containsExactly(new Row(FIRST, false, List.of(new Place(1, passed(HELLO), Optional.of(open(HELLO_ALONE))))),
                new Row(SECOND, false, List.of(new Place(1, open(CHOICE), Optional.empty()))));
    }

    @Test void afterTheLastExerciseComesWhatIsDoneAlone() {
        assertThat(progress(Plan.NONE.along("short"), passed(HELLO, MONDAY), passed(CHOICE, MONDAY)).next()).contains(open(HELLO_ALONE));
        assertThat(progress(Plan.NONE.along("short"), passed(HELLO, MONDAY), passed(CHOICE, MONDAY), passed(HELLO_ALONE, MONDAY)).next()).isEmpty();
    }

    @Test void aTrackThatIsSkippedOpensTheWayAndCountsForNoItem() {
        var progress = progress(Plan.NONE.skipping(List.of("first")), passed(CHAIN, MONDAY));

        assertThat(progress.next()).contains(open(CHOICE));
        assertThat(progress.items().getFirst()).isEqualTo(item("C1", passed(CHAIN), skipped(HELLO), skipped(CHAIN_ALONE)));
        assertThat(progress.rows().getFirst()).isEqualTo(new Row(FIRST, true, List.of(new Place(1, skipped(HELLO), Optional.of(skipped(HELLO_ALONE))),
                new Place(2, passed(CHAIN), Optional.of(skipped(CHAIN_ALONE))), new Place(3, skipped(NAMES), Optional.empty()))));
    }

    @Test void aTwinIsDueFromTheDayAfterWhereTheLearnerIs() {
        // 23:30 of the 16th in São Paulo
        var twin = progress(Plan.NONE, passed(HELLO, "2026-11-17T02:30:00Z")).twins().getFirst();

        assertThat(twin).isEqualTo(new Twin(open(HELLO_ALONE), LocalDate.of(2026, 11, 16)));
        assertThat(twin.due(LocalDate.of(2026, 11, 16))).isFalse();
        assertThat(twin.due(LocalDate.of(2026, 11, 17))).isTrue();
        assertThat(twin.daysAgo(LocalDate.of(2026, 11, 19))).isEqualTo(3);
    }

    @Test void aTwinThatWasPassedIsDueNoLonger() {
        assertThat(progress(Plan.NONE, passed(CHAIN, TUESDAY), passed(HELLO, MONDAY), passed(HELLO_ALONE, TUESDAY)).twins())
                .containsExactly(new Twin(open(CHAIN_ALONE), LocalDate.of(2026, 11, 17)));
    }
}
