package passo.web.api;

import io.javalin.http.Context;
import java.util.List;
import passo.json.Json;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.Words;
import passo.store.Help;
import passo.web.exercise.Exercises;

/// `/api/v1/exercises/{slug}/help`: the hints of an exercise one after the other, then its solutions.
public final class HelpHandler {

    private final Exercises exercises;

    public HelpHandler(Exercises exercises) {
        this.exercises = exercises;
    }

    public void take(Context ctx) {
        Exercise exercise = exercises.find(ctx);
        String learner = exercises.learners().idOf(ctx);
        int rung = (int) Body.of(ctx, List.of("rung")).number("rung", exercises.nextRung(learner, exercise));
        exercises.help(learner, exercise, rung);
        Answer.send(ctx, 200, help(exercise, rung).put("taken", exercises.helps().rungs(learner, exercise.slug()).size()).build());
    }

    private static Json.Obj.Builder help(Exercise exercise, int rung) {
        var json = Json.Obj.builder().put("rung", rung);
        if (rung < Help.SOLUTION) return json.put("hint", texts(exercise, rung));
        var solutions = Json.Obj.builder();
        exercise.solutions().forEach((name, answer) -> solutions.put(name, answer));
        return json.put("solutions", solutions.build());
    }

    private static Json texts(Exercise exercise, int rung) {
        var texts = Json.Obj.builder();
        Words.LANGUAGES.forEach(language -> texts.put(language, exercise.in(language).hints().get(rung - 1)));
        return texts.build();
    }
}
