package passo.web.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Notation;
import passo.lab.Workflow;
import passo.web.share.Sharing;

/// `POST /api/v1/workflows`: makes a link to everything that a run is made from. `GET /api/v1/workflows/{id}`: tells what a link
/// names; what that answers can be posted again, and gives the same id.
public final class WorkflowsHandler {

    private static final List<String> MEMBERS = List.of("definition", "input", "world", "type", "seed", "decisions", "title", "about", "step");
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_ABOUT = 2_000;

    private final Sharing sharing;

    public WorkflowsHandler(Sharing sharing) {
        this.sharing = sharing;
    }

    public void create(Context ctx) {
        Workflow workflow = workflow(Body.of(ctx, MEMBERS));
        sharing.save(ctx, workflow);
        Answer.send(ctx, 201, Json.Obj.of("id", Json.of(workflow.id()), "url", Json.of(Sharing.url(ctx, workflow.id()))));
    }

    public void read(Context ctx) {
        Workflow workflow = sharing.find(ctx.pathParam("id")).orElseThrow(() -> new NotFoundResponse("No workflow has this id"));
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        Answer.send(ctx, 200, workflow.json());
    }

    private static Workflow workflow(Body body) {
        Json.Obj world = body.object("world").orElse(Json.Obj.EMPTY);
        return new Workflow(body.type(), definition(body), body.get("input").orElse(Json.Obj.EMPTY),
                body.has("seed") ? world.with("seed", Json.of(body.number("seed", 0))) : world,
                decisions(body), text(body, "title", LONGEST_TITLE), text(body, "about", LONGEST_ABOUT), body.count("step"));
    }

    /// Whatever can be read as JSON or YAML may be shared, also what AWS would refuse: people ask each other about that.
    private static Json definition(Body body) {
        return switch (body.get("definition").orElseThrow(() -> new BadRequestResponse("\"definition\" is missing"))) {
            case Json.Obj value -> value;
            case Json.Str text -> switch (Notation.of(text.value()).read(text.value())) {
                case JsonText.Reading.Value(Json.Obj _, _) -> text;
                case JsonText.Reading.Value(var other, _) -> throw notAnObject(other);
                case JsonText.Reading.Malformed(var message, var at) -> throw new BadRequestResponse(
                        "The definition is neither JSON nor YAML. Line %d, column %d: %s".formatted(at.line(), at.column(), message),
                        Map.of("line", String.valueOf(at.line()), "column", String.valueOf(at.column())));
            };
            case Json other -> throw notAnObject(other);
        };
    }

    private static BadRequestResponse notAnObject(Json other) {
        return new BadRequestResponse("\"definition\" must be an object, or the text of one, not " + other.typeName());
    }

    private static Json.Arr decisions(Body body) {
        return switch (body.get("decisions").orElse(Json.Arr.EMPTY)) {
            case Json.Arr decisions -> decisions;
            case Json other -> throw new BadRequestResponse("\"decisions\" must be an array, not " + other.typeName());
        };
    }

    private static String text(Body body, String name, int longest) {
        String text = body.text(name, "");
        if (text.length() > longest) throw new BadRequestResponse("\"%s\" must have at most %d characters".formatted(name, longest));
        return text;
    }
}
