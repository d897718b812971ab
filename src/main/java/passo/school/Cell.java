package passo.school;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// How far somebody is with an exercise. Immutable.
///
/// @param tries attempts made here
/// @param hints rungs of help taken
/// @param brought did the only attempt that passed come in a file? It counts for nothing, for anybody could have written it
public record Cell(State state, int tries, int hints, boolean brought) {

    /// Who has done nothing for so long, where they were last, stands still.
    public static final Duration STILL = Duration.ofMinutes(5);
    /// Who has done nothing for so long is gone.
    public static final Duration GONE = Duration.ofHours(1);

    public static final Cell UNTOUCHED = new Cell(new State.Untouched(), 0, 0, false);

    /// Where they stand.
    public sealed interface State {
        record Untouched() implements State {}

        /// This is where they are now.
        record Here() implements State {}

        /// The same, but nothing has happened for some minutes.
        record Still(Duration since) implements State {}

        /// Begun, not passed, and they are elsewhere now or gone.
        record Left() implements State {}

        record Passed(int stars) implements State {}
    }

    /// @param last is it the exercise that they did something about last?
    static Cell of(Deed deed, boolean last, Instant now) {
        return new Cell(state(deed, last, now), deed.tries(), deed.hints(), deed.brought());
    }

    private static State state(Deed deed, boolean last, Instant now) {
        if (deed.passed()) return new State.Passed(deed.stars());
        if (deed.activeAt().isEmpty()) return new State.Untouched();
        Duration since = Duration.between(deed.activeAt().get(), now);
        if (!last || since.compareTo(GONE) > 0) return new State.Left();
        return since.compareTo(STILL) < 0 ? new State.Here() : new State.Still(since.truncatedTo(ChronoUnit.MINUTES));
    }

    /// Are they at it, moving or not?
    public boolean isFront() {
        return state instanceof State.Here || state instanceof State.Still;
    }

    public boolean isPassed() {
        return state instanceof State.Passed;
    }

    /// For so long they have been standing still; not at all where they are not.
    Duration still() {
        return state instanceof State.Still(Duration since) ? since : Duration.ZERO;
    }
}
