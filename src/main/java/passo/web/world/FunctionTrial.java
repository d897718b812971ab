package passo.web.world;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import passo.asl.Definition;
import passo.aws.Cloud;
import passo.aws.Reading;
import passo.aws.World;
import passo.engine.Run;
import passo.engine.StartExecution;
import passo.json.Json;
import passo.web.Capacity;
import passo.web.Page;
import passo.web.parts.FailureView;
import passo.web.parts.JsonLines;
import passo.web.parts.Prepared;
import passo.web.parts.Texts;
import passo.web.parts.Units;

/// Calls one function of a world with an event, and nothing else: a machine of one state does it, so that it costs and is limited as any
/// run. Made for one call, then dropped.
final class FunctionTrial {

    private static final int DEEP = 6;

    private final Capacity.Share share;
    private final Page page;
    private final Texts texts;

    FunctionTrial(Capacity.Share share, Page page) {
        this.share = share;
        this.page = page;
        this.texts = new Texts(page);
    }

    CalledView run(String worldText, String function, String eventText) {
        Optional<World> world = texts.world(worldText).map(FunctionTrial::alone);
        Optional<Json> event = texts.json("function.event", eventText);
        if (world.isEmpty() || event.isEmpty()) return refused("function.unread");
        var start = new StartExecution(Definition.of(machine(world.get(), function), Definition.Type.STANDARD).machine().orElseThrow(), Definition.Type.STANDARD,
                "passo", "run", world.get().account(), event.get(), world.get().clock().orElse(Prepared.START), world.get().seed().orElse(0));
        var cloud = new Cloud(world.get(), List.of(), start);
        Json.Obj before = cloud.world();
        return switch (share.run(start, cloud, List.of())) {
            case Run.Refused _, Run.Unfit _ -> refused("run.tooFar");
            case Run.Ended(var trace) -> {
                String took = new Units(page.language().locale()).duration(Duration.between(trace.start().at(), trace.end()));
                boolean failed = trace.failure().isPresent();
                yield new CalledView(failed ? "fail" : "ok", page.text(failed ? "function.failed" : "function.returned"), page.text("function.took", took), List.of(),
                        trace.output().map(output -> JsonLines.of(output, DEEP)).orElse(List.of()),
                        trace.failure().map(failure -> new FailureView(failure.error(), failure.cause(), false)),
                        cloud.logs().stream().flatMap(log -> log.lines().stream()).toList(), new Effects(page, before, cloud.world(), cloud.changes(), _ -> "").all());
            }
        };
    }

    /// Without what is between a state and its function: its role, too, may not forbid the call.
    private static World alone(World world) {
        return World.parse(world.json().without("mocks").without("faults").without("role")) instanceof Reading.Good<World>(var alone) ? alone : world;
    }

    private static Json machine(World world, String function) {
        boolean elsewhere = world.json().get("lambda") instanceof Json.Obj all && all.get(function) instanceof Json.Obj described && described.has("account");
        String account = elsewhere && ((Json.Obj) ((Json.Obj) world.json().get("lambda")).get(function)).get("account") instanceof Json.Str(var text) ? text
                : world.account();
        return Json.Obj.of("StartAt", Json.of("Call"), "States", Json.Obj.of("Call", Json.Obj.builder().put("Type", "Task")
                .put("Resource", "arn:aws:lambda:us-east-1:" + account + ":function:" + function).put("End", true).build()));
    }

    private CalledView refused(String why) {
        return new CalledView("fail", page.text("run.status.refused"), page.text(why), texts.problems(), List.of(), Optional.empty(), List.of(), List.of());
    }
}
