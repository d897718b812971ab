package passo.web.solutions;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalInt;
import passo.aws.World;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.TestCase;
import passo.lab.grading.Submission;
import passo.web.Page;
import passo.web.exercise.Exercises;
import passo.web.exercise.Solutions;
import passo.web.parts.Form;
import passo.web.playground.Sheet;
import passo.web.playground.Sheets;

/// A solution in the playground, with the input and the world of the first test that may be seen.
public final class SolutionSheets implements Sheets {

    private final Exercises exercises;

    public SolutionSheets(Exercises exercises) {
        this.exercises = exercises;
    }

    static String path(Exercise exercise, String name) {
        return "/exercises/" + exercise.slug() + "/solutions/" + name;
    }

    /// The first test that may be seen and runs.
    static TestCase first(Exercise exercise) {
        return exercise.tests().stream().filter(test -> !test.hidden() && !test.runs().isEmpty()).findFirst().orElseThrow();
    }

    @Override public Optional<Sheet> find(Context ctx, Page page) {
        Exercise exercise = exercises.find(ctx);
        String name = ctx.pathParam("name");
        return exercises.learners().known(ctx).filter(learner -> exercise.kind().isMachine() && exercises.showsSolutions(learner, exercise))
                .flatMap(_ -> Optional.ofNullable(exercise.solutions().get(name))).map(answer -> sheet(page, exercise, name, answer));
    }

    private static Sheet sheet(Page page, Exercise exercise, String name, Json.Obj answer) {
        TestCase test = first(exercise);
        TestCase.Sample sample = test.runs().getFirst();
        Json.Obj world = World.changed(World.changed(exercise.askedOf(answer), test.world()), sample.change());
        var form = new Form(exercise.type(), Submission.of(answer).definition().orElseThrow(), JsonText.pretty(sample.input()), world.isEmpty() ? "" : JsonText.pretty(world));
        String language = page.language().tag();
        String title = exercise.in(language).title();
        return new Sheet(path(exercise, name), "exercise-" + exercise.slug() + "-" + name, title + " · " + new Solutions(page, exercise).title(name),
                page.text("solutions.about", test.name().in(language)), form, sample.decisions().size() == 0 ? "" : sample.decisions().toString(), OptionalInt.empty(),
                false, false, Optional.of(new Sheet.Home(Solutions.home(page, exercise), page.text("solutions.title"))));
    }
}
