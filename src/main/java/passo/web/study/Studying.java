package passo.web.study;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import passo.lab.exercise.Curriculum;
import passo.store.Answers;
import passo.study.Answered;
import passo.study.Questions;
import passo.study.Review;
import passo.web.Learners;
import passo.web.Zone;

/// What there is to be studied, and what the learner who asks has answered so far.
public record Studying(Supplier<Questions> questions, Supplier<Curriculum> curriculum, Answers answers, Learners learners, Clock clock) {

    /// The oldest first.
    List<Answered> answered(Context ctx) {
        return learners.known(ctx).map(answers::of).orElse(List.of());
    }

    void save(Context ctx, String question, boolean right, boolean known) {
        answers.save(learners.idOf(ctx), new Answered(question, right, known, clock.instant()));
    }

    /// What is to be asked again. What is no longer there is not.
    public Review review(Context ctx) {
        ZoneId zone = Zone.of(ctx);
        Questions bank = questions.get();
        Curriculum exercises = curriculum.get();
        List<Answered> there = answered(ctx).stream().filter(answered -> Answered.predicted(answered.question()).map(slug -> exercises.find(slug).isPresent())
                .orElseGet(() -> bank.find(answered.question()).isPresent())).toList();
        return Review.of(there, zone, LocalDate.ofInstant(clock.instant(), zone));
    }
}
