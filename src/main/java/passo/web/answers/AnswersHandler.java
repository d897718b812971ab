package passo.web.answers;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import passo.diagram.LayoutCache;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Verdict;
import passo.store.Answers;
import passo.store.Attempt;
import passo.study.Answered;
import passo.web.Page;
import passo.web.Pages;
import passo.web.exercise.AttemptsView;
import passo.web.exercise.Exercises;
import passo.web.exercise.HeadView;
import passo.web.exercise.LadderView;
import passo.web.notebook.Notebook;
import passo.web.parts.Form;
import passo.web.parts.Markdown;

/// The page of an exercise whose answer is no machine, and what its form is sent to. The latest attempt stands on it, or an earlier
/// one that is looked at again, judged anew.
public final class AnswersHandler {

    private static final int LONGEST_TESTS = 80 << 10;
    private static final int BELOW = 2;

    private final Exercises exercises;
    private final Answers answers;
    private final Notebook notebook;
    private final LayoutCache diagrams;
    private final Pages pages;

    public AnswersHandler(Exercises exercises, Answers answers, Notebook notebook, LayoutCache diagrams, Pages pages) {
        this.exercises = exercises;
        this.answers = answers;
        this.notebook = notebook;
        this.diagrams = diagrams;
        this.pages = pages;
    }

    /// Shows the page; of an exercise whose answer is a machine somebody else does.
    public Handler openOr(Handler machine) {
        return ctx -> (exercises.find(ctx).kind().isMachine() ? machine : (Handler) this::open).handle(ctx);
    }

    /// Judges an answer; the same.
    public Handler submitOr(Handler machine) {
        return ctx -> (exercises.find(ctx).kind().isMachine() ? machine : (Handler) this::submit).handle(ctx);
    }

    /// Looks at an attempt again; the same.
    public Handler attemptOr(Handler machine) {
        return ctx -> (exercises.find(ctx).kind().isMachine() ? machine : (Handler) this::attempt).handle(ctx);
    }

    private void open(Context ctx) {
        show(ctx, attempts -> attempts.stream().findFirst());
    }

    private void attempt(Context ctx) {
        show(ctx, attempts -> Optional.of(attempts.stream().filter(attempt -> attempt.id().equals(ctx.pathParam("id"))).findFirst()
                .orElseThrow(NotFoundResponse::new)));
    }

    private void show(Context ctx, Function<List<Attempt>, Optional<Attempt>> which) {
        Page page = pages.of(ctx);
        Exercise exercise = exercises.find(ctx);
        Optional<String> learner = exercises.learners().known(ctx);
        List<Attempt> attempts = learner.map(id -> exercises.attempts().of(id, exercise.slug())).orElse(List.of());
        boolean passed = learner.filter(id -> exercises.hasPassed(id, exercise)).isPresent();
        var all = AttemptsView.of(page, exercise, attempts);
        Optional<Attempt> shown = which.apply(attempts);
        Optional<Json.Obj> answer = shown.map(attempt -> (Json.Obj) JsonText.parse(attempt.answer()));
        Optional<Verdict> verdict = answer.map(given -> exercises.judge(ctx, exercise, given));
        var head = HeadView.of(page, exercises.curriculum().get(), exercises.reference().get(), exercise, learner.map(exercises.attempts()::stars).orElse(Map.of()));
        var ladder = LadderView.of(page, exercise, learner.map(id -> exercises.helps().rungs(id, exercise.slug()).size()).orElse(0), passed);
        Exercise.Statement statement = exercise.in(page.language().tag());
        var parts = new Parts(page, exercise, head, Markdown.content(statement.text(), BELOW), ladder, Markdown.content(statement.after(), BELOW), passed,
                shown.map(all::at).orElse(all), notebook.of(ctx, page, exercise.slug()));
        if (exercise.kind() == Exercise.Kind.TESTS) pages.show(ctx, "answers/tests.jte", parts.tests(answer, verdict));
        else pages.show(ctx, "answers/page.jte", parts.answers(verdict, new Shelf(page, diagrams, exercises.capacity().share(ctx), exercise, passed).view()));
    }

    private void submit(Context ctx) {
        Exercise exercise = exercises.find(ctx);
        Json.Obj answer = exercise.kind() == Exercise.Kind.TESTS ? Json.Obj.of("tests", Json.of(Form.field(ctx, "tests", LONGEST_TESTS))) : Typed.read(ctx, exercise);
        String learner = exercises.learners().idOf(ctx);
        Verdict verdict = exercises.grade(ctx, exercise, answer);
        if (isNewMistake(learner, exercise, answer, verdict)) answers.save(learner, new Answered(Answered.prediction(exercise.slug()), false, false, Instant.now()));
        exercises.keep(learner, exercise, answer, verdict);
        ctx.redirect(HeadView.address(pages.of(ctx), exercise.slug()) + "#verdict", HttpStatus.SEE_OTHER);
    }

    /// A prediction that fails is reviewed later. The same one, sent again, says nothing new; nor does a question that was left open.
    private boolean isNewMistake(String learner, Exercise exercise, Json.Obj answer, Verdict verdict) {
        return exercise.kind() == Exercise.Kind.PREDICT && verdict.answers().stream().anyMatch(answered -> answered.given().isPresent() && !answered.right())
                && exercises.attempts().of(learner, exercise.slug()).stream().noneMatch(attempt -> attempt.answer().equals(answer.toString()));
    }
}
