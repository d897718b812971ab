package passo.web.parts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passo.asl.Definition;
import passo.aws.Cloud;
import passo.aws.Problem;
import passo.aws.World;
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
        var start = world.get().underItsRole(new StartExecution(definition.machine().get(), form.type(),
                world.get().called("stateMachine").orElse("passo"), world.get().called("name").orElse("run"), world.get().account(), input.get(),
                world.get().clock().orElse(START), world.get().seed().orElse(0)));
        Optional<String> unmade = world.get().refusedRole(start, false);
        if (unmade.isPresent()) {
            texts.add("world", new Problem(Pointer.ROOT.child("role"), "world.role", List.of(unmade.get())));
            return Optional.empty();
        }
        return Optional.of(new Prepared(start, new Cloud(world.get(), List.of(), start), world.get()));
    }
}
