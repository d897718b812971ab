package passo.school;

import java.time.Instant;
import java.util.Optional;

/// What a learner has done about one exercise. Attempts that came in a file count for nothing here, for anybody could have written them.
/// Immutable.
///
/// @param tries attempts made here
/// @param stars the most of them
/// @param hints rungs of help taken
/// @param firstAt when the first attempt was made; empty where there was none
/// @param passedAt when one passed for the first time
/// @param lastAt when the last attempt was made
/// @param activeAt when the learner last did anything about it: an attempt, help taken, something written; empty where all came in a file
/// @param brought did an attempt pass that came in a file, and none that was made here?
public record Deed(String learner, String slug, int tries, int stars, int hints, Optional<Instant> firstAt, Optional<Instant> passedAt, Optional<Instant> lastAt,
        Optional<Instant> activeAt, boolean brought) {

    public boolean passed() {
        return passedAt.isPresent();
    }
}
