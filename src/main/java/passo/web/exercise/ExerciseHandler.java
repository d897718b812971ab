package passo.web.exercise;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.diagram.LayoutCache;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise;
import passo.lab.grading.CounterExample;
import passo.lab.grading.Verdict;
import passo.store.Attempt;
import passo.store.Drafts;
import passo.store.Help;
import passo.web.Page;
import passo.web.Pages;
import passo.web.notebook.Notebook;
import passo.web.parts.ProblemView;
import passo.web.parts.Texts;

/// The page of an exercise, and what its forms are sent to. Who comes for the first time is given a learner's id with the first answer or hint.
public final class ExerciseHandler {

    private final Exercises exercises;
    private final Drafts drafts;
    private final Notebook notebook;
    private final LayoutCache diagrams;
    private final Pages pages;

    public ExerciseHandler(Exercises exercises, Drafts drafts, Notebook notebook, LayoutCache diagrams, Pages pages) {
        this.exercises = exercises;
        this.drafts = drafts;
        this.notebook = notebook;
        this.diagrams = diagrams;
        this.pages = pages;
    }

    public void open(Context ctx) {
        Page page = pages.of(ctx);
        Exercise exercise = find(ctx);
        Optional<String> learner = exercises.learners().known(ctx);
        Work starter = Work.starter(exercise);
        List<Attempt> attempts = attempts(learner, exercise);
        Work work = learner.flatMap(id -> drafts.find(id, Work.draftName(exercise))).map(draft -> Work.of(exercise, draft)).orElse(starter);
        var shown = new ExercisePage(page, exercises.curriculum().get(), exercises.reference().get(), exercise, diagrams);
        pages.show(ctx, "exercise/page.jte", shown.view(work, !work.equals(starter), learner.map(exercises.attempts()::stars).orElse(Map.of()), attempts,
                taken(learner, exercise), result(ctx, shown, work, attempts), notebook.of(ctx, page, exercise.slug())));
    }

    /// What became of the text that stands there, if it was handed in.
    private ResultView result(Context ctx, ExercisePage shown, Work work, List<Attempt> attempts) {
        Exercise exercise = shown.exercise();
        List<ProblemView> unread = unread(shown.page(), exercise, work);
        boolean handedIn = unread.isEmpty() && !attempts.isEmpty() && attempts.getFirst().answer().equals(work.answer().toString());
        return handedIn ? result(ctx, shown, attempts.getFirst().learner(), work, exercises.judge(ctx, exercise, work.answer())) : shown.unjudged(unread);
    }

    /// With an example in place of the first hidden test that did not pass, where one is due; and where all passed, beside the solutions.
    private ResultView result(Context ctx, ExercisePage shown, String learner, Work work, Verdict verdict) {
        Exercise exercise = shown.exercise();
        Optional<CounterExample> example = exercises.counterExample(ctx, learner, exercise, verdict);
        return shown.result(verdict, work, example, verdict.passed() ? exercises.compared(ctx, exercise, work.answer()) : List.of());
    }

    /// Judges what was written and keeps it. With scripts what changes on the page is answered; without, the browser is sent to it.
    public void submit(Context ctx) {
        Page page = pages.of(ctx);
        Exercise exercise = find(ctx);
        String learner = exercises.learners().idOf(ctx);
        Work work = Work.of(ctx, exercise);
        drafts.save(work.draft(learner, exercise));
        var shown = new ExercisePage(page, exercises.curriculum().get(), exercises.reference().get(), exercise, diagrams);
        List<ProblemView> unread = unread(page, exercise, work);
        ResultView result = unread.isEmpty() ? judged(ctx, shown, learner, work) : shown.unjudged(unread);
        if (ctx.header("HX-Request") == null) {
            ctx.redirect(HeadView.address(page, exercise.slug()) + "#tests", HttpStatus.SEE_OTHER);
            return;
        }
        List<Attempt> attempts = attempts(Optional.of(learner), exercise);
        pages.show(ctx, "exercise/judged.jte", new JudgedView(result, AttemptsView.of(page, exercise, attempts),
                shown.ladder(taken(Optional.of(learner), exercise), isPassed(attempts))));
    }

    private ResultView judged(Context ctx, ExercisePage shown, String learner, Work work) {
        Verdict verdict = exercises.grade(ctx, shown.exercise(), work.answer());
        exercises.keep(learner, shown.exercise(), work.answer(), verdict);
        return result(ctx, shown, learner, work, verdict);
    }

    /// The next rung of help, or all up to the solution.
    public void help(Context ctx) {
        Page page = pages.of(ctx);
        Exercise exercise = exercises.find(ctx);
        String learner = exercises.learners().idOf(ctx);
        int wanted = rung(ctx);
        for (int rung = exercises.nextRung(learner, exercise); rung <= wanted; rung++) exercises.help(learner, exercise, rung);
        if (ctx.header("HX-Request") == null) {
            ctx.redirect(HeadView.address(page, exercise.slug()) + "#ladder", HttpStatus.SEE_OTHER);
            return;
        }
        List<Attempt> attempts = attempts(Optional.of(learner), exercise);
        pages.show(ctx, "exercise/helped.jte", LadderView.of(page, exercise, taken(Optional.of(learner), exercise), isPassed(attempts)));
    }

    private static int rung(Context ctx) {
        String rung = Optional.ofNullable(ctx.formParam("rung")).orElse("");
        if (!rung.matches("[1-" + Help.SOLUTION + "]")) throw new BadRequestResponse("Not a rung of help: " + rung);
        return Integer.parseInt(rung);
    }

    /// Forgets what was written: the starter stands there again.
    public void reset(Context ctx) {
        Exercise exercise = find(ctx);
        exercises.learners().known(ctx).ifPresent(learner -> drafts.delete(learner, Work.draftName(exercise)));
        ctx.redirect(HeadView.address(pages.of(ctx), exercise.slug()), HttpStatus.SEE_OTHER);
    }

    /// An attempt of the learner's own, to be looked at again.
    public void attempt(Context ctx) {
        Page page = pages.of(ctx);
        Exercise exercise = find(ctx);
        List<Attempt> attempts = attempts(exercises.learners().known(ctx), exercise);
        Attempt attempt = own(ctx, attempts);
        Json.Obj answer = (Json.Obj) JsonText.parse(attempt.answer());
        Work work = Work.of(exercise, answer);
        var shown = new ExercisePage(page, exercises.curriculum().get(), exercises.reference().get(), exercise, diagrams);
        var row = AttemptsView.row(page, exercise, attempt, attempts.size() - attempts.indexOf(attempt));
        pages.show(ctx, "exercise/attempt.jte", new AttemptView(exercise.in(page.language().tag()).title(), HeadView.address(page, exercise.slug()), row,
                !attempt.hash().equals(exercise.hash()), work, Work.named(page, exercise), shown.again(exercises.judge(ctx, exercise, answer), work)));
    }

    /// Takes the text of an attempt up again.
    public void resume(Context ctx) {
        Exercise exercise = find(ctx);
        String learner = exercises.learners().known(ctx).orElseThrow(NotFoundResponse::new);
        Attempt attempt = own(ctx, attempts(Optional.of(learner), exercise));
        drafts.save(Work.of(exercise, (Json.Obj) JsonText.parse(attempt.answer())).draft(learner, exercise));
        ctx.redirect(HeadView.address(pages.of(ctx), exercise.slug()), HttpStatus.SEE_OTHER);
    }

    private static Attempt own(Context ctx, List<Attempt> attempts) {
        return attempts.stream().filter(attempt -> attempt.id().equals(ctx.pathParam("id"))).findFirst().orElseThrow(NotFoundResponse::new);
    }

    private Exercise find(Context ctx) {
        Exercise exercise = exercises.find(ctx);
        if (!exercise.kind().isMachine()) throw new NotFoundResponse();
        return exercise;
    }

    /// What is wrong with what stands beside the machine and cannot be read: no answer is judged with another than the learner's.
    private static List<ProblemView> unread(Page page, Exercise exercise, Work work) {
        var texts = new Texts(page);
        texts.world(work.world());
        return texts.problems();
    }

    private List<Attempt> attempts(Optional<String> learner, Exercise exercise) {
        return learner.map(id -> exercises.attempts().of(id, exercise.slug())).orElse(List.of());
    }

    private int taken(Optional<String> learner, Exercise exercise) {
        return learner.map(id -> exercises.helps().rungs(id, exercise.slug()).size()).orElse(0);
    }

    static boolean isPassed(List<Attempt> attempts) {
        return attempts.stream().anyMatch(attempt -> attempt.stars() >= Verdict.PASSING);
    }
}
