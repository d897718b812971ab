package passo.school;

import java.time.Instant;
import java.util.Optional;

/// An exercise that a class is asked to do. Immutable.
///
/// @param slug of the exercise
/// @param due until when, the end of a day in the class's time zone; empty where there is no date
public record Assignment(String slug, Optional<Instant> due) {}
