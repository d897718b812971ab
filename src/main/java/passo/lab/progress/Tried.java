package passo.lab.progress;

import java.time.Instant;
import java.util.Optional;

/// What came of all attempts of a learner at one exercise.
///
/// @param stars the most
/// @param passedAt when it was passed for the first time
/// @param lastAt when it was tried last
public record Tried(String slug, int stars, Optional<Instant> passedAt, Instant lastAt) {}
