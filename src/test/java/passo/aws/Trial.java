package passo.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import passo.asl.Definition;
import passo.aws.service.Callback;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.Run;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// A run in a world, for tests. Texts are YAML, of which JSON is a part.
public record Trial(Trace trace, Cloud cloud) {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /// One Task state that sends a request: to a function or an activity its input, to a service its parameters.
    public static Trial call(String resource, String request, String world) {
        return call(resource, request, world, "[]");
    }

    public static Trial call(String resource, String request, String world, String callbacks) {
        boolean service = resource.contains(":::");
        String definition = "{StartAt: A, States: {A: {Type: Task, Resource: '%s', %s End: true}}}"
                .formatted(resource, service ? "Parameters: " + request + "," : "");
        return run(definition, service ? "{}" : request, world(world), callbacks(callbacks));
    }

    public static Trial run(String definition, String input, String world) {
        return run(definition, input, world(world), List.of());
    }

    public static Trial automatic(String definition, String input) {
        return run(definition, input, World.AUTOMATIC, List.of());
    }

    private static Trial run(String definition, String input, World world, List<Callback> callbacks) {
        var machine = Definition.of(json(definition), Definition.Type.STANDARD).machine().orElseThrow();
        var start = world.underItsRole(new StartExecution(machine, Definition.Type.STANDARD, "machine", "run", "111122223333", json(input), START, 7));
        var cloud = new Cloud(world, callbacks, start);
        return new Trial(Execution.run(start, cloud, Limits.NORMAL).trace(), cloud);
    }

    /// What came of a run that goes too far.
    static Run refused(String definition, String yaml) {
        var machine = Definition.of(json(definition), Definition.Type.STANDARD).machine().orElseThrow();
        var start = new StartExecution(machine, Definition.Type.STANDARD, "machine", "run", "111122223333", Json.Obj.EMPTY, START, 7);
        return Execution.run(start, new Cloud(world(yaml), List.of(), start), Limits.NORMAL);
    }

    public static World world(String yaml) {
        return switch (World.parse(json(yaml))) {
            case Reading.Good<World>(var world) -> world;
            case Reading.Bad<World>(var problems) -> throw new IllegalArgumentException(problems.toString());
        };
    }

    private static List<Callback> callbacks(String yaml) {
        return switch (Callbacks.parse(json(yaml))) {
            case Reading.Good<List<Callback>>(var callbacks) -> callbacks;
            case Reading.Bad<List<Callback>>(var problems) -> throw new IllegalArgumentException(problems.toString());
        };
    }

    public static Json json(String yaml) {
        return switch (JsonText.readYaml(yaml)) {
            case JsonText.Reading.Value(var json, _) -> json;
            case JsonText.Reading.Malformed(var message, _) -> throw new IllegalArgumentException(message + ": " + yaml);
        };
    }

    public Json output() {
        return trace.output().orElseThrow(() -> new AssertionError("No output, but " + trace.status() + " " + trace.failure()));
    }

    /// The output without what an optimized integration adds.
    public Json answer() {
        return output() instanceof Json.Obj obj ? obj.without("SdkHttpMetadata").without("SdkResponseMetadata") : output();
    }

    public Outcome.Failure failure() {
        return trace.failure().orElseThrow(() -> new AssertionError("No failure, but " + trace.output()));
    }

    public Duration duration() {
        return Duration.between(START, trace.end());
    }
}
