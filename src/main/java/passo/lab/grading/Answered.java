package passo.lab.grading;

import java.util.Optional;
import passo.json.Json;
import passo.lab.exercise.Exercise.Question;
import passo.lab.exercise.Words;

/// A question and what was answered.
///
/// @param says what there is to say of just this answer
public record Answered(Question question, Optional<Json> given, boolean right, Optional<Words> says) {

    /// A question that was not answered yet.
    public static Answered not(Question question) {
        return of(question, Optional.empty());
    }

    static Answered of(Question question, Optional<Json> given) {
        boolean right = given.filter(answer -> Likeness.exact(question.answer(), answer).isEmpty()).isPresent();
        return new Answered(question, given, right, given.flatMap(answer -> question.says().stream()
                .filter(reply -> Likeness.exact(reply.answer(), answer).isEmpty()).map(Question.Reply::text).findFirst()));
    }
}
