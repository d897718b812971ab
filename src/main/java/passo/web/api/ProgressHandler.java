package passo.web.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import passo.json.Json;
import passo.lab.progress.Item;
import passo.lab.progress.Progress;
import passo.lab.progress.Row;
import passo.lab.progress.Standing;
import passo.web.learn.Learning;

/// `/api/v1/progress`: how far the learner is whose cookie comes along; for anyone else, nothing is done yet.
public final class ProgressHandler {

    private final Learning learning;

    public ProgressHandler(Learning learning) {
        this.learning = learning;
    }

    public void read(Context ctx) {
        Progress progress = learning.progress(ctx);
        var json = Json.Obj.builder().put("path", learning.plan(ctx).path()).put("items", list(progress.items().stream().map(ProgressHandler::item).toList()))
                .put("tracks", list(progress.rows().stream().map(ProgressHandler::row).toList()));
        progress.next().ifPresent(next -> json.put("next", next.exercise().slug()));
        Answer.send(ctx, 200, json.build());
    }

    private static Json item(Item item) {
        return Json.Obj.builder().put("id", item.id()).put("done", item.done()).put("missing", item.missing().size())
                .put("steps", list(item.steps().stream().map(ProgressHandler::step).toList())).build();
    }

    private static Json step(Item.Step step) {
        var json = Json.Obj.builder().put("alone", step.alone()).put("done", step.done());
        step.standing().ifPresent(standing -> json.put("exercise", standing.exercise().slug()));
        return json.build();
    }

    private static Json row(Row row) {
        return Json.Obj.builder().put("id", row.track().id()).put("skipped", row.skipped()).put("passed", row.passed()).put("of", row.places().size())
                .put("exercises", list(row.places().stream().map(place -> standing(place.standing())).toList())).build();
    }

    private static Json standing(Standing standing) {
        return Json.Obj.builder().put("slug", standing.exercise().slug()).put("state", standing.state().name().toLowerCase(Locale.ROOT))
                .put("stars", standing.stars()).build();
    }

    private static Json.Arr list(List<Json> items) {
        return new Json.Arr(items);
    }
}
