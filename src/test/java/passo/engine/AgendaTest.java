package passo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import passo.json.Json;

class AgendaTest {

    private static final Instant START = Instant.EPOCH;

    private final Agenda agenda = new Agenda(START);
    private final List<String> happened = new ArrayList<>();

    @Test
    void movesItsClockFromEventToEvent() {
        at(5, "later");
        at(2, "sooner");

        happen();

        assertThat(happened).containsExactly("2 sooner", "5 later");
    }

    @Test
    void keepsTheOrderOfWhatHappensAtTheSameInstant() {
        at(1, "first");
        at(1, "second");
        at(0, "now");
        at(0, "now too");

        happen();

        assertThat(happened).containsExactly("0 now", "0 now too", "1 first", "1 second");
    }

    @Test
    void letsWhatWasDueAtAnInstantHappenBeforeWhatTheInstantAsksFor() {
        agenda.after(Duration.ofSeconds(1), () -> {
            happened.add("1 first");
            at(0, "asked by the first");
        });
        at(1, "second");

        happen();

        assertThat(happened).containsExactly("1 first", "1 second", "1 asked by the first");
    }

    @Test
    void takesANegativeDelayForNone() {
        at(-1, "now");

        happen();

        assertThat(happened).containsExactly("0 now");
    }

    @Test
    void hasNothingNextWhenAllHasHappened() {
        assertThat(agenda.next()).isNull();
    }

    @Test
    void handsAnAnswerToTheTaskThatWaitsForTheToken() {
        List<Agenda.Answer> heard = new ArrayList<>();
        agenda.await("token", "arn", heard::add);

        assertThat(agenda.answer("token", new Agenda.Answer.Success(Json.of(1)))).isEqualTo(new Agenda.Heard.Taken());
        assertThat(agenda.answer("other", new Agenda.Answer.Heartbeat())).isEqualTo(new Agenda.Heard.Unknown());
        agenda.forget("token");
        assertThat(agenda.answer("token", new Agenda.Answer.Heartbeat())).isEqualTo(new Agenda.Heard.TooLate("arn"));
        assertThat(heard).containsExactly(new Agenda.Answer.Success(Json.of(1)));
    }

    private void at(long seconds, String what) {
        agenda.after(Duration.ofSeconds(seconds), () -> happened.add(Duration.between(START, agenda.now()).toSeconds() + " " + what));
    }

    private void happen() {
        for (Runnable event = agenda.next(); event != null; event = agenda.next()) event.run();
    }
}
