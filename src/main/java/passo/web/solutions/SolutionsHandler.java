package passo.web.solutions;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.LinkedHashMap;
import java.util.Optional;
import passo.json.Json;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Measured;
import passo.web.Page;
import passo.web.Pages;
import passo.web.exercise.Exercises;

/// Shows the solutions of an exercise whose answer is a machine. Who has neither passed it nor asked for a solution finds nothing here.
public final class SolutionsHandler {

    private final Exercises exercises;
    private final Pages pages;

    public SolutionsHandler(Exercises exercises, Pages pages) {
        this.exercises = exercises;
        this.pages = pages;
    }

    public void open(Context ctx) {
        Page page = pages.of(ctx);
        Exercise exercise = exercises.find(ctx);
        String learner = exercises.learners().known(ctx).filter(id -> exercise.kind().isMachine() && exercises.showsSolutions(id, exercise))
                .orElseThrow(NotFoundResponse::new);
        Optional<Json.Obj> own = exercises.best(learner, exercise);
        var answers = new LinkedHashMap<String, Json.Obj>();
        own.ifPresent(answer -> answers.put(Measured.OWN, answer));
        answers.putAll(exercise.solutions());
        var shown = new SolutionsPage(page, exercise, answers, exercises.hasPassed(learner, exercise));
        pages.show(ctx, "solutions/page.jte", shown.view(exercises.compared(ctx, exercise, own.orElse(Json.Obj.EMPTY)), ctx.queryParam("left"), ctx.queryParam("right")));
    }
}
