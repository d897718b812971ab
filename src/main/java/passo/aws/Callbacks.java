package passo.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import passo.aws.service.Callback;
import passo.expression.Compiled;
import passo.expression.Path;
import passo.json.Json;
import passo.json.Pointer;

/// Reads the callbacks of a run, as text has them.
public final class Callbacks {

    private static final int MOST_HEARTBEATS = 1_000;
    private static final Callback.Content NOTHING = new Callback.Content.Literal("");
    private static final Shape TEXT = new Shape.Text(Pattern.compile("(?s).*"), "world.expected.string");
    private static final Shape PATH = new Shape.Text(Pattern.compile("\\$.*"), "world.expected.path");
    private static final Shape CONTENT = new Shape.Either(
            Shape.fields().with("path", PATH).with("value", new Shape.Any()).with("text", TEXT).oneOf("path", "value", "text"), TEXT);
    private static final Shape CALLBACKS = new Shape.Items(Shape.fields()
            .with("trigger", Shape.fields().with("kind", new Shape.Text(
                            Pattern.compile("sqsMessage|snsNotification|activityTask|lambdaInvocation"), "world.expected.trigger"))
                    .with("queue", TEXT).with("topic", TEXT).with("activity", TEXT).with("function", TEXT)
                    .with("each", new Shape.Flag()).with("workerName", TEXT))
            .with("taskToken", Shape.fields().with("path", PATH))
            .with("actions", new Shape.Items(Shape.fields()
                    .with("do", new Shape.Text(Pattern.compile("SendTaskSuccess|SendTaskFailure|SendTaskHeartbeat|Wait"),
                            "world.expected.action"))
                    .with("output", CONTENT).with("error", CONTENT).with("cause", CONTENT)
                    .with("times", new Shape.Whole()).with("seconds", new Shape.Whole()))));

    private Callbacks() {}

    /// Reads a list of callbacks, and tells everything that is wrong with it.
    public static Reading<List<Callback>> parse(Json json) {
        List<Problem> problems = Shape.problems(json, CALLBACKS);
        if (!problems.isEmpty() || !(json instanceof Json.Arr list)) return new Reading.Bad<>(problems);
        var callbacks = new ArrayList<Callback>();
        for (Json one : list) if (one instanceof Json.Obj obj) read(obj).ifPresent(callbacks::add);
        return callbacks.size() == list.size() ? new Reading.Good<>(List.copyOf(callbacks))
                : new Reading.Bad<>(List.of(new Problem(Pointer.ROOT.child(callbacks.size()), "world.callback", List.of())));
    }

    /// Nothing where the trigger names no resource, or a path is not one.
    private static Optional<Callback> read(Json.Obj obj) {
        if (!(obj.get("trigger") instanceof Json.Obj trigger && trigger.get("kind") instanceof Json.Str(var word))) return Optional.empty();
        Callback.Kind kind = Callback.Kind.valueOf(word);
        Optional<Path> token = obj.get("taskToken") instanceof Json.Obj place ? path(place.get("path")) : Optional.empty();
        if (!trigger.has(kind.member()) || token.isEmpty() && kind != Callback.Kind.activityTask) return Optional.empty();
        var actions = new ArrayList<Callback.Action>();
        if (obj.get("actions") instanceof Json.Arr list) {
            for (Json action : list) if (action instanceof Json.Obj step) actions.add(action(step));
        }
        return Optional.of(new Callback(kind, text(trigger, kind.member()), Json.TRUE.equals(trigger.get("each")),
                text(trigger, "workerName"), token,
                List.copyOf(actions)));
    }

    private static Callback.Action action(Json.Obj step) {
        return switch (text(step, "do")) {
            case "SendTaskSuccess" -> new Callback.Action.SendTaskSuccess(content(step.get("output")));
            case "SendTaskFailure" -> new Callback.Action.SendTaskFailure(content(step.get("error")), content(step.get("cause")));
            case "SendTaskHeartbeat" -> new Callback.Action.SendTaskHeartbeat(Math.min(number(step, "times", 1), MOST_HEARTBEATS));
            default -> new Callback.Action.Wait(Duration.ofSeconds(number(step, "seconds", 0)));
        };
    }

    private static Callback.Content content(@Nullable Json json) {
        return switch (json) {
            case Json.Str(var text) -> new Callback.Content.Literal(text);
            case Json.Obj obj when obj.has("value") -> new Callback.Content.Literal(String.valueOf(obj.get("value")));
            case Json.Obj obj when obj.has("path") -> path(obj.get("path")).<Callback.Content>map(Callback.Content.At::new).orElse(NOTHING);
            case Json.Obj _ -> new Callback.Content.Document();
            case null, default -> NOTHING;
        };
    }

    private static Optional<Path> path(@Nullable Json json) {
        return json instanceof Json.Str(var source) && Path.compile(source) instanceof Compiled.Good<Path>(var path)
                ? Optional.of(path) : Optional.empty();
    }

    private static String text(Json.Obj obj, String name) {
        return obj.get(name) instanceof Json.Str(var text) ? text : "";
    }

    private static int number(Json.Obj obj, String name, int otherwise) {
        return obj.get(name) instanceof Json.Num(var number) ? number.intValue() : otherwise;
    }
}
