package passo.web.exercise;

import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.TestCase;
import passo.lab.grading.CounterExample;
import passo.lab.grading.Measured;
import passo.lab.grading.Submission;
import passo.lab.grading.Verdict;
import passo.lab.reference.Reference;
import passo.store.Attempt;
import passo.store.Attempts;
import passo.store.Expectations;
import passo.store.Help;
import passo.store.Helps;
import passo.web.Capacity;
import passo.web.Learners;
import passo.web.RateLimit;

/// What there is to be learnt, the judgement of an answer, and the attempts that are kept.
///
/// @param measured what starters and solutions take, by the hash of the exercise and their names: content does not change, so it is measured once
public record Exercises(Supplier<Curriculum> curriculum, Supplier<Reference> reference, Expectations expectations, Attempts attempts, Helps helps, Learners learners,
        RateLimit rate, Capacity capacity, Map<String, Optional<Measured>> measured) {

    /// So often a hidden test is failed before another example of its kind is shown.
    private static final int FAILURES = 3;

    /// The exercise that the address names, with what is expected of it.
    public Exercise find(Context ctx) {
        return expectations.of(curriculum.get().find(ctx.pathParam("slug")).orElseThrow(NotFoundResponse::new));
    }

    /// Judges an answer.
    ///
    /// @param answer as [Submission#of] reads it
    public Verdict grade(Context ctx, Exercise exercise, Json.Obj answer) {
        rate.take(ctx);
        return judge(ctx, exercise, answer);
    }

    /// The same of an answer that is looked at again.
    public Verdict judge(Context ctx, Exercise exercise, Json.Obj answer) {
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

    /// An example in place of the first hidden test that did not pass, where one is due.
    public Optional<CounterExample> counterExample(Context ctx, String learner, Exercise exercise, Verdict verdict) {
        return verdict.tests().stream().filter(result -> result.test().hidden() && !result.passed()).findFirst()
                .flatMap(result -> counterExample(ctx, learner, exercise, result.test().id()));
    }

    /// An example in place of a hidden test that the learner has failed often enough: of the newest attempt, and always the same of it. Empty
    /// where it is not due, or none is found.
    public Optional<CounterExample> counterExample(Context ctx, String learner, Exercise exercise, String id) {
        Optional<TestCase> test = exercise.tests().stream().filter(one -> one.hidden() && one.id().equals(id)).findFirst();
        List<Attempt> all = attempts.of(learner, exercise.slug());
        if (test.isEmpty() || all.stream().filter(attempt -> attempt.failed(id)).count() < FAILURES || !all.getFirst().failed(id)) return Optional.empty();
        long seed = String.join("/", learner, exercise.slug(), id, all.getFirst().id()).hashCode();
        return capacity.share(ctx).counterExample(exercise, test.get(), Submission.of((Json.Obj) JsonText.parse(all.getFirst().answer())), seed);
    }

    /// What an answer that passes takes, beside what the solutions take.
    public List<Measured> compared(Context ctx, Exercise exercise, Json.Obj answer) {
        return Stream.concat(capacity.share(ctx).measured(Measured.OWN, exercise, answer).stream(),
                exercise.solutions().entrySet().stream().flatMap(solution -> measured(ctx, exercise, solution.getKey(), solution.getValue()).stream())).toList();
    }

    /// What the machine takes that one begins with; empty where it is none.
    public Optional<Measured> starter(Context ctx, Exercise exercise) {
        return measured(ctx, exercise, Measured.OWN, exercise.untouched());
    }

    /// What the reference takes; empty where it is no machine.
    public Optional<Measured> reference(Context ctx, Exercise exercise) {
        return measured(ctx, exercise, Exercise.REFERENCE, exercise.reference());
    }

    private Optional<Measured> measured(Context ctx, Exercise exercise, String name, Json.Obj answer) {
        return measured.computeIfAbsent(exercise.hash() + "/" + name, _ -> capacity.share(ctx).measured(name, exercise, answer));
    }

    public boolean hasPassed(String learner, Exercise exercise) {
        return attempts.stars(learner).getOrDefault(exercise.slug(), 0) >= Verdict.PASSING;
    }

    /// May the learner see the solutions? Who has passed, and who has asked for one.
    public boolean showsSolutions(String learner, Exercise exercise) {
        return hasPassed(learner, exercise) || helps.rungs(learner, exercise.slug()).size() >= Help.SOLUTION;
    }

    /// The learner's own answer: the newest that passed, else the newest.
    public Optional<Json.Obj> best(String learner, Exercise exercise) {
        List<Attempt> all = attempts.of(learner, exercise.slug());
        return all.stream().filter(attempt -> attempt.stars() >= Verdict.PASSING).findFirst().or(() -> all.stream().findFirst())
                .map(attempt -> (Json.Obj) JsonText.parse(attempt.answer()));
    }

    /// The rung of help that comes next; the last again, when all were taken.
    public int nextRung(String learner, Exercise exercise) {
        return Math.min(helps.rungs(learner, exercise.slug()).size() + 1, Help.SOLUTION);
    }

    /// Takes a rung of help. Who has passed is shown the solutions at once, and that counts as no help.
    public void help(String learner, Exercise exercise, int rung) {
        if (rung == Help.SOLUTION && hasPassed(learner, exercise)) return;
        int next = nextRung(learner, exercise);
        if (rung < 1 || rung > next) throw new ConflictResponse("Help comes one rung after the other; the next is " + next);
        helps.take(learner, exercise.slug(), rung, Instant.now());
    }
}
