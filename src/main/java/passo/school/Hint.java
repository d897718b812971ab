package passo.school;

import java.time.Instant;

/// That a learner took a rung of an exercise's help. Immutable.
public record Hint(String learner, String slug, Instant takenAt) {}
