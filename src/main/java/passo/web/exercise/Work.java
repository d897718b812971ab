package passo.web.exercise;

import io.javalin.http.Context;
import java.time.Instant;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Submission;
import passo.store.Draft;
import passo.web.parts.Form;

/// What a learner has written on an exercise, as text.
///
/// @param roles the part of the world that is theirs, as `{"roles": …}`; empty where the exercise asks for no roles
public record Work(String definition, String roles) {

    /// What stands there at first.
    static Work starter(Exercise exercise) {
        return of(exercise, exercise.untouched());
    }

    /// What was sent.
    static Work of(Context ctx) {
        return new Work(Form.field(ctx, "definition", 1 << 20), Form.field(ctx, "world", 1 << 20));
    }

    /// What was kept. The draft may have been written on the page of a test, beside the whole world of it.
    static Work of(Exercise exercise, Draft draft) {
        if (exercise.roles().isEmpty()) return new Work(draft.definition(), "");
        boolean whole = JsonText.read(draft.world()) instanceof JsonText.Reading.Value(Json.Obj world, _) && world.size() != 1;
        return new Work(draft.definition(), whole ? roles(exercise, (Json.Obj) JsonText.parse(draft.world())) : draft.world());
    }

    /// What was handed in as an answer.
    static Work of(Exercise exercise, Json.Obj answer) {
        return new Work(Submission.of(answer).definition().orElse(""), exercise.roles().isEmpty() ? "" : roles(exercise, answer));
    }

    /// The roles that are asked for, of a world or an answer; what the exercise has itself is left out.
    private static String roles(Exercise exercise, Json.Obj from) {
        var roles = Json.Obj.builder();
        Json.Obj own = exercise.world().get("roles") instanceof Json.Obj obj ? obj : Json.Obj.EMPTY;
        if (from.get("roles") instanceof Json.Obj all) all.forEach((name, role) -> {
            if (!own.has(name)) roles.put(name, role);
        });
        return JsonText.pretty(Json.Obj.of("roles", roles.build()));
    }

    /// The name of the draft in which it is kept.
    static String draftName(Exercise exercise) {
        return "exercise-" + exercise.slug();
    }

    Draft draft(String learner, Exercise exercise) {
        return new Draft(learner, draftName(exercise), exercise.type().name(), definition, "", roles, Instant.now());
    }

    /// As the grader takes it. Of roles that cannot be read nothing is handed in.
    Json.Obj answer() {
        var answer = Json.Obj.builder().put("definition", definition);
        if (JsonText.read(roles) instanceof JsonText.Reading.Value(Json.Obj world, _) && world.has("roles")) answer.put("roles", world.get("roles"));
        return answer.build();
    }
}
