package passo.study;

import java.time.Instant;

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
}
