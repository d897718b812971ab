package passo.web.api;

import io.javalin.http.Context;
import java.util.List;
import passo.json.Json;
import passo.lab.FaultMatrix;
import passo.web.Capacity;
import passo.web.RateLimit;

/// `POST /api/v1/faults`: what a machine does when the calls of its states fail, one state and one error at a time.
public final class FaultsHandler {

    private static final List<String> MEMBERS = List.of("definition", "input", "type", "world", "seed");

    private final RateLimit rate;
    private final Capacity capacity;

    public FaultsHandler(RateLimit rate, Capacity capacity) {
        this.rate = rate;
        this.capacity = capacity;
    }

    public void handle(Context ctx) {
        rate.take(ctx);
        var body = Body.of(ctx, MEMBERS);
        var definition = body.definition(body.type());
        var input = RunHandler.input(body, definition);
        RunHandler.refusal(body, definition, input).ifPresentOrElse(refused -> Answer.send(ctx, 400, refused), () -> {
            var machine = definition.machine().orElseThrow();
            var world = body.world(machine);
            var start = body.start(world, machine, body.type(), "run", input);
            Answer.send(ctx, 200, json(capacity.share(ctx).faults(start, world)));
        });
    }

    private static Json.Obj json(FaultMatrix matrix) {
        return Json.Obj.builder()
                .put("rows", new Json.Arr(matrix.rows().stream().map(FaultsHandler::row).toList()))
                .put("routes", new Json.Arr(matrix.routes().stream().map(FaultsHandler::route).toList()))
                .put("notVisited", new Json.Arr(matrix.unvisited().stream().map(Json::of).toList()))
                .put("complete", matrix.complete()).build();
    }

    private static Json row(FaultMatrix.Row row) {
        var json = Json.Obj.builder().put("state", row.state()).put("error", row.error()).put("retries", row.retries());
        row.caughtBy().ifPresent(by -> json.put("caughtBy", by));
        row.next().ifPresent(next -> json.put("next", next));
        json.put("status", row.status().name());
        row.failure().ifPresent(failure -> RunAnswer.told(json, failure));
        return json.build();
    }

    private static Json route(FaultMatrix.Route route) {
        var json = Json.Obj.builder().put("state", route.state()).put("field", route.catches() ? "Catch" : "Retry").put("number", route.number())
                .put("errorEquals", new Json.Arr(route.errorEquals().stream().map(Json::of).toList())).put("taken", route.takenOn().isPresent());
        route.takenOn().ifPresent(on -> json.put("takenOn", on));
        return json.build();
    }
}
