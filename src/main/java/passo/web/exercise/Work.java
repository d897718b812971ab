package passo.web.exercise;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import passo.aws.cloudwatch.Logging;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Submission;
import passo.store.Draft;
import passo.web.Page;
import passo.web.parts.Form;

/// What a learner has written on an exercise, as text.
///
/// @param world what of the world is theirs, such as `{"roles": …}`; empty where the exercise asks for nothing beside the machine
public record Work(String definition, String world) {

    private static final int LARGEST = 1 << 20;

    /// What stands there at first.
    static Work starter(Exercise exercise) {
        return of(exercise, exercise.untouched());
    }

    /// What was sent.
    static Work of(Context ctx, Exercise exercise) {
        return new Work(Form.field(ctx, "definition", LARGEST), isForm(exercise) ? world(logging(ctx)) : exercise.asked().isEmpty() ? "" : Form.field(ctx, "world", LARGEST));
    }

    private static Logging logging(Context ctx) {
        return Logging.of(Json.Obj.builder().put("level", Form.field(ctx, "level", 10)).put("includeExecutionData", ctx.formParam("includeExecutionData") != null).build())
                .orElse(Logging.NONE);
    }

    /// What was kept. The draft may have been written on the page of a test, beside the whole world of it. What cannot be read stays as it is.
    public static Work of(Exercise exercise, Draft draft) {
        if (!(read(draft.world()) instanceof Json.Obj world)) return new Work(draft.definition(), exercise.asked().isEmpty() ? "" : draft.world());
        return new Work(draft.definition(), exercise.asked().names().containsAll(world.names()) ? draft.world() : world(exercise, world));
    }

    /// What was handed in as an answer.
    public static Work of(Exercise exercise, Json.Obj answer) {
        var submission = Submission.of(answer);
        return new Work(submission.definition().orElse(""), world(exercise, submission.world()));
    }

    private static String world(Exercise exercise, Json.Obj from) {
        return exercise.asked().isEmpty() ? "" : JsonText.pretty(exercise.askedOf(from));
    }

    private static String world(Logging logging) {
        return JsonText.pretty(Json.Obj.of("logging", logging.json()));
    }

    /// Is what stands beside the machine chosen, and not written?
    static boolean isForm(Exercise exercise) {
        return exercise.asked().names().equals(List.of("logging"));
    }

    /// What stands beside the machine, in words.
    public static String named(Page page, Exercise exercise) {
        return exercise.asked().names().stream().map(part -> page.text("exercise.part." + part)).collect(Collectors.joining(", "));
    }

    /// The name of the draft in which it is kept.
    public static String draftName(Exercise exercise) {
        return "exercise-" + exercise.slug();
    }

    Draft draft(String learner, Exercise exercise) {
        return new Draft(learner, draftName(exercise), exercise.type().name(), definition, "", world, Instant.now());
    }

    /// How the machine logs, where that is asked for.
    public Logging logging() {
        return read(world) instanceof Json.Obj obj && obj.has("logging") ? Logging.of(obj.get("logging")).orElse(Logging.NONE) : Logging.NONE;
    }

    /// As the grader takes it. Of a text that cannot be read nothing is handed in.
    public Json.Obj answer() {
        var answer = Json.Obj.builder().put("definition", definition);
        if (read(world) instanceof Json.Obj obj) Exercise.PARTS.stream().filter(obj::has).forEach(part -> answer.put(part, obj.get(part)));
        return answer.build();
    }

    private static @Nullable Json read(String text) {
        return JsonText.read(text) instanceof JsonText.Reading.Value(Json json, _) ? json : null;
    }
}
