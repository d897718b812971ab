package passo.engine;

import java.time.Duration;
import java.time.Instant;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// Runs for tests: a fixed name, a fixed start, and what the test says.
public final class Machines {

    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Machines() {}

    public static StateMachine machine(String json) {
        Definition definition = Definition.parse(json, Definition.Type.STANDARD);
        return definition.machine().orElseThrow(() -> new AssertionError(definition.diagnostics().toString()));
    }

    public static StartExecution start(String definition, Json input, long seed) {
        return new StartExecution(machine(definition), Definition.Type.STANDARD, "machine", "run", "111122223333", input, START, seed);
    }

    public static Trace run(String definition, String input, Services services) {
        return Execution.run(start(definition, JsonText.parse(input), 0), services, Limits.NORMAL).trace();
    }

    /// Services that answer at once, all alike.
    public static Services answering(Outcome outcome) {
        return (_, _) -> new Reply.After(Duration.ZERO, outcome, false);
    }
}
