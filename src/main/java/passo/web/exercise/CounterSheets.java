package passo.web.exercise;

import io.javalin.http.Context;
import java.util.Optional;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.TestCase;
import passo.lab.grading.CounterExample;
import passo.web.Page;
import passo.web.playground.Sheet;
import passo.web.playground.Sheets;

/// The run of the example that stands in place of a hidden test, in the playground's trace, as that of a visible test.
public final class CounterSheets implements Sheets {

    private final Exercises exercises;
    private final TestSheets sheets;

    public CounterSheets(Exercises exercises, TestSheets sheets) {
        this.exercises = exercises;
        this.sheets = sheets;
    }

    static String path(Exercise exercise, TestCase test) {
        return "/exercises/" + exercise.slug() + "/examples/" + test.id();
    }

    @Override public Optional<Sheet> find(Context ctx, Page page) {
        Exercise exercise = exercises.find(ctx);
        return exercises.learners().known(ctx).flatMap(learner -> exercises.counterExample(ctx, learner, exercise, ctx.pathParam("test")))
                .map(CounterExample::test).filter(test -> !test.runs().isEmpty())
                .map(test -> sheets.sheet(ctx, page, exercise, test, path(exercise, test)));
    }
}
