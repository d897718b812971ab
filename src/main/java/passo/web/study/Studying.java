package passo.web.study;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import passo.store.Answers;
import passo.study.Answered;
import passo.study.Questions;
import passo.study.Review;
import passo.web.Learners;
import passo.web.Zone;

/// What there is to be studied, and what the learner who asks has answered so far.
public record Studying(Supplier<Questions> questions, Answers answers, Learners learners, Clock clock) {

    /// The oldest first.
    List<Answered> answered(Context ctx) {
        return learners.known(ctx).map(answers::of).orElse(List.of());
    }

    void save(Context ctx, String question, boolean right, boolean known) {
        answers.save(learners.idOf(ctx), new Answered(question, right, known, clock.instant()));
    }

    /// What is to be asked again. A question that is no longer there is not.
    Review review(Context ctx) {
        ZoneId zone = Zone.of(ctx);
        return Review.of(answered(ctx).stream().filter(answered -> questions.get().find(answered.question()).isPresent()).toList(), zone, LocalDate.ofInstant(clock.instant(), zone));
    }
}
