package passo.web.exercise;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import passo.json.Json;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Submission;
import passo.lab.grading.Verdict;
import passo.store.Attempt;
import passo.store.Attempts;
import passo.store.Expectations;
import passo.web.Capacity;
import passo.web.Learners;
import passo.web.RateLimit;

/// What there is to be learnt, the judgement of an answer, and the attempts that are kept.
public record Exercises(Supplier<Curriculum> curriculum, Expectations expectations, Attempts attempts, Learners learners, RateLimit rate,
        Capacity capacity) {

    /// The exercise that the address names, with what is expected of it.
    public Exercise find(Context ctx) {
        return expectations.of(curriculum.get().find(ctx.pathParam("slug")).orElseThrow(NotFoundResponse::new));
    }

    /// Judges an answer.
    ///
    /// @param answer as [Submission#of] reads it
    public Verdict grade(Context ctx, Exercise exercise, Json.Obj answer) {
        rate.take(ctx);
        return capacity.share(ctx).grade(exercise, Submission.of(answer));
    }

    /// Keeps an attempt.
    public Attempt keep(String learner, Exercise exercise, Json.Obj answer, Verdict verdict) {
        var failed = new Json.Arr(verdict.tests().stream().filter(result -> !result.passed()).<Json>map(result -> Json.of(result.test().id())).toList());
        var attempt = new Attempt(UUID.randomUUID().toString(), learner, exercise.slug(), exercise.hash(), answer.toString(), verdict.stars(),
                failed.toString(), Instant.now());
        attempts.save(attempt);
        return attempt;
    }
}
