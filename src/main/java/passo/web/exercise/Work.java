package passo.web.exercise;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passo.aws.cloudwatch.Logging;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Submission;
import passo.store.Attempt;
import passo.store.Draft;
import passo.web.parts.Form;

/// What a learner has written on an exercise, as text.
///
/// @param roles the part of the world that is theirs, as `{"roles": …}`; empty where the exercise asks for no roles
/// @param logging of the machine
public record Work(String definition, String roles, Logging logging) {

    /// What stands there at first.
    static Work starter(Exercise exercise) {
        return of(exercise, exercise.untouched());
    }

    /// What was sent.
    static Work of(Context ctx) {
        var logging = Json.Obj.builder().put("level", Form.field(ctx, "level", 10)).put("includeExecutionData", ctx.formParam("includeExecutionData") != null);
        return new Work(Form.field(ctx, "definition", 1 << 20), Form.field(ctx, "world", 1 << 20), Logging.of(logging.build()).orElse(Logging.NONE));
    }

    /// What was kept. The draft may have been written on the page of a test, beside the whole world of it; how the machine logs is then as
    /// it was handed in.
    static Work of(Exercise exercise, Draft draft, List<Attempt> attempts) {
        Json.Obj world = JsonText.read(draft.world()) instanceof JsonText.Reading.Value(Json.Obj obj, _) ? obj : Json.Obj.EMPTY;
        if (exercise.asksForLogging()) return new Work(draft.definition(), "", Optional.ofNullable(world.get("logging")).flatMap(Logging::of)
                .orElseGet(() -> attempts.stream().findFirst().map(last -> of(exercise, (Json.Obj) JsonText.parse(last.answer())).logging()).orElse(Logging.NONE)));
        if (exercise.roles().isEmpty()) return new Work(draft.definition(), "", Logging.NONE);
        return new Work(draft.definition(), world.size() > 1 ? roles(exercise, world) : draft.world(), Logging.NONE);
    }

    /// What was handed in as an answer.
    static Work of(Exercise exercise, Json.Obj answer) {
        var submission = Submission.of(answer);
        return new Work(submission.definition().orElse(""), exercise.roles().isEmpty() ? "" : roles(exercise, answer), submission.logging());
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
        return new Draft(learner, draftName(exercise), exercise.type().name(), definition, "", exercise.asksForLogging() ? world() : roles, Instant.now());
    }

    /// How the machine logs, as the draft keeps it: as if it were a part of the world.
    public String world() {
        return Json.Obj.of("logging", logging.json()).toString();
    }

    /// As the grader takes it. Of roles that cannot be read nothing is handed in.
    Json.Obj answer() {
        var answer = Json.Obj.builder().put("definition", definition);
        if (JsonText.read(roles) instanceof JsonText.Reading.Value(Json.Obj world, _) && world.has("roles")) answer.put("roles", world.get("roles"));
        if (!logging.equals(Logging.NONE)) answer.put("logging", logging.json());
        return answer.build();
    }
}
