package passo.web.parts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.aws.Cloud;
import passo.aws.Problem;
import passo.aws.World;
import passo.aws.cloudwatch.LogLevel;
import passo.engine.StartExecution;
import passo.json.Json;
import passo.json.Pointer;

/// All that a run is made from.
public record Prepared(StartExecution start, Cloud cloud, World world) {

    /// When a run begins whose world names no clock.
    public static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    /// Nothing where the form cannot be read; the texts then know why.
    public static Optional<Prepared> of(Texts texts, Definition definition, Form form) {
        Optional<Json> input = texts.input(form.input());
        Optional<World> world = texts.world(form.world(), definition.machine());
        if (definition.machine().isEmpty() || input.isEmpty() || world.isEmpty()) return Optional.empty();
        StartExecution start = start(definition.machine().get(), form.type(), input.get(), world.get());
        Optional<String> unmade = world.get().refusedRole(start, world.get().logging().level() != LogLevel.OFF);
        if (unmade.isPresent()) {
            texts.add("world", new Problem(Pointer.ROOT.child("role"), "world.role", List.of(unmade.get())));
            return Optional.empty();
        }
        return Optional.of(new Prepared(start, new Cloud(world.get(), List.of(), start), world.get()));
    }

    /// The execution that is to run in a world.
    public static StartExecution start(StateMachine machine, Definition.Type type, Json input, World world) {
        return world.underItsRole(new StartExecution(machine, type, world.called("stateMachine").orElse("passo"), world.called("name").orElse("run"),
                world.account(), input, world.clock().orElse(START), world.seed().orElse(0)));
    }
}
