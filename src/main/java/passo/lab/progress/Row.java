package passo.lab.progress;

import java.util.List;
import java.util.Optional;
import passo.lab.exercise.Curriculum;

/// A track as it stands with a learner, as far as the path leads through it.
///
/// @param skipped does the learner know it already?
public record Row(Curriculum.Track track, boolean skipped, List<Place> places) {

    /// @param number of the exercise in its track, from 1; twins are not counted
    public record Place(int number, Standing standing, Optional<Standing> twin) {}

    public int passed() {
        return (int) places.stream().filter(place -> place.standing().passed()).count();
    }
}
