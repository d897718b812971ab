package passo.lab.progress;

import passo.lab.exercise.Exercise;

/// An exercise as it stands with a learner.
public record Standing(Exercise exercise, State state, int stars) {

    public enum State {
        OPEN,
        /// The learner knows its track.
        SKIPPED,
        /// And not passed yet.
        TRIED,
        PASSED
    }

    public boolean passed() {
        return state == State.PASSED;
    }

    public boolean alone() {
        return exercise.twin().isPresent();
    }
}
