package passo.web.study;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import passo.store.Answers;
import passo.study.Question;
import passo.study.Questions;
import passo.study.Review;
import passo.web.Learners;
import passo.web.learn.Learning;

/// What a learner is to be asked again today.
record Reviews(Supplier<Questions> questions, Answers answers, Learners learners, Clock clock) {

    Review of(Context ctx) {
        ZoneId zone = Learning.zone(ctx);
        return Review.of(learners.known(ctx).map(answers::of).orElse(List.of()), zone, LocalDate.ofInstant(clock.instant(), zone));
    }

    /// The questions that are due, what is most likely forgotten first.
    Stream<Question> due(Context ctx) {
        return of(ctx).due().stream().flatMap(card -> questions.get().find(card.id()).stream());
    }
}
