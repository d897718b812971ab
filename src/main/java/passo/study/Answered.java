package passo.study;

import java.time.Instant;
import java.util.Optional;

/// An answer that a learner has given.
///
/// @param question its id; of a prediction in an exercise, [#prediction]
/// @param right was it?
/// @param known did the learner know it? What was right may have been a guess
public record Answered(String question, boolean right, boolean known, Instant at) {

    private static final String PREDICTION = "exercise:";

    /// The id under which the questions of an exercise are kept.
    public static String prediction(String slug) {
        return PREDICTION + slug;
    }

    /// The exercise of whose questions this is the id; empty where it is a question's own.
    public static Optional<String> predicted(String id) {
        return Optional.of(id).filter(text -> text.startsWith(PREDICTION)).map(text -> text.substring(PREDICTION.length()));
    }
}
