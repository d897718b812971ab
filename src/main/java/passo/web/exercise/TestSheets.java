package passo.web.exercise;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import passo.aws.World;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.TestCase;
import passo.lab.grading.TestResult;
import passo.lab.grading.Verdict;
import passo.store.Drafts;
import passo.web.Page;
import passo.web.parts.Form;
import passo.web.playground.Sheet;
import passo.web.playground.Sheets;

/// The run of a visible test in the playground's trace: what the learner has written on the exercise, with the test's input, world and
/// decisions, at the step that matters. What is written there is the exercise's own draft.
public final class TestSheets implements Sheets {

    private final Exercises exercises;
    private final Drafts drafts;

    public TestSheets(Exercises exercises, Drafts drafts) {
        this.exercises = exercises;
        this.drafts = drafts;
    }

    public static String path(Exercise exercise, TestCase test) {
        return "/exercises/" + exercise.slug() + "/tests/" + test.id();
    }

    @Override public Optional<Sheet> find(Context ctx, Page page) {
        Exercise exercise = exercises.find(ctx);
        return exercise.tests().stream().filter(test -> test.id().equals(ctx.pathParam("test")) && !test.hidden() && !test.runs().isEmpty()).findFirst()
                .map(test -> sheet(ctx, page, exercise, test, path(exercise, test)));
    }

    /// A test that may be seen, on what the learner has written.
    Sheet sheet(Context ctx, Page page, Exercise exercise, TestCase test, String path) {
        Work work = exercises.learners().known(ctx).flatMap(learner -> drafts.find(learner, Work.draftName(exercise))
                .map(draft -> Work.of(exercise, draft))).orElseGet(() -> Work.starter(exercise));
        return sheet(exercises.judge(ctx, exercise.with(List.of(test)), work.answer()), page, exercise, test, work, path, Work.draftName(exercise), HeadView.address(page, exercise.slug()));
    }

    /// A test that may be seen, on an answer.
    ///
    /// @param verdict on the answer by this test
    /// @param path of the sheet, `draft` under which what is written on it is kept, `home` the address where it belongs
    public static Sheet sheet(Verdict verdict, Page page, Exercise exercise, TestCase test, Work work, String path, String draft, String home) {
        Optional<TestResult> result = verdict.tests().stream().findFirst();
        Optional<TestResult.Told> told = result.flatMap(TestResult::told);
        TestCase.Sample sample = told.map(TestResult.Told::sample).orElse(test.runs().getFirst());
        Json.Obj world = told.map(run -> World.changed(run.world(), as(exercise, run.trace().start().seed())))
                .orElseGet(() -> World.changed(test.world(), exercise.askedOf(work.answer())));
        int step = result.map(Judgement::step).orElse(0);
        var form = new Form(exercise.type(), work.definition(), JsonText.pretty(sample.input()), JsonText.pretty(world));
        String language = page.language().tag();
        String title = exercise.in(language).title();
        return new Sheet(path, draft, title, page.text("exercise.test.about", test.name().in(language)), form,
                sample.decisions().size() == 0 ? "" : sample.decisions().toString(), step == 0 ? OptionalInt.empty() : OptionalInt.of(step), false, true,
                Optional.of(new Sheet.Home(home, title)));
    }

    /// What the context object tells of a run of this exercise.
    private static Json.Obj as(Exercise exercise, long seed) {
        return Json.Obj.builder().put("seed", seed).put("execution", Json.Obj.of("stateMachine", Json.of(exercise.slug()))).build();
    }
}
