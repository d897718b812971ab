package passo.web.answers;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.Machines;
import passo.web.Page;
import passo.web.exercise.Exercises;
import passo.web.exercise.HeadView;
import passo.web.parts.Form;
import passo.web.playground.Sheet;
import passo.web.playground.Sheets;

/// The runs that an exercise brings along, in the playground's trace. One that would give an answer away is there once the answers are right.
public final class RunSheets implements Sheets {

    private final Exercises exercises;

    public RunSheets(Exercises exercises) {
        this.exercises = exercises;
    }

    /// @param number of the run, from 1
    static String path(Exercise exercise, int number) {
        return "/exercises/" + exercise.slug() + "/runs/" + number;
    }

    @Override public Optional<Sheet> find(Context ctx, Page page) {
        Exercise exercise = exercises.find(ctx);
        boolean passed = exercises.learners().known(ctx).filter(learner -> exercises.hasPassed(learner, exercise)).isPresent();
        return IntStream.rangeClosed(1, exercise.machines().runs().size()).filter(number -> String.valueOf(number).equals(ctx.pathParam("number"))).boxed()
                .filter(number -> passed || !exercise.machines().runs().get(number - 1).after()).findFirst().map(number -> sheet(page, exercise, number));
    }

    private static Sheet sheet(Page page, Exercise exercise, int number) {
        Machines.Shown run = exercise.machines().runs().get(number - 1);
        String language = page.language().tag();
        return new Sheet(path(exercise, number), "exercise-" + exercise.slug() + "-run-" + number, run.title().in(language), page.text("answers.run.about"),
                form(exercise, run), "", OptionalInt.empty(), false, true,
                Optional.of(new Sheet.Home(HeadView.address(page, exercise.slug()), exercise.in(language).title())));
    }

    static Form form(Exercise exercise, Machines.Shown run) {
        return new Form(exercise.type(), run.definition(), JsonText.pretty(run.input()), run.world().equals(Json.Obj.EMPTY) ? "" : JsonText.pretty(run.world()));
    }
}
