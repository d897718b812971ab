package passo.diagram;

import static passo.diagram.Machines.ORDER;

import java.time.Duration;
import java.time.Instant;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.Reply;
import passo.engine.Services;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.json.JsonText;

/// Runs for the tests of this package and its rooms.
public final class Runs {

    private Runs() {}

    /// An order: the first try finds no items and waits, the card is charged at the third attempt, and the receipt fails.
    public static Trace order() {
        var validated = new int[1];
        Services services = (call, _) -> switch (call.state()) {
            case "Validate" -> after(200, new Outcome.Success(JsonText.parse(validated[0]++ == 0 ? "{\"items\": 0}" : "{\"items\": 3, \"list\": [1, 2, 3]}")));
            case "Charge" -> after(100, call.attempt() < 2 ? new Outcome.Failure("Throttled", "") : new Outcome.Success(Json.Obj.EMPTY));
            case "Pack" -> after(300, new Outcome.Success(Json.Obj.EMPTY));
            case "Receipt" -> after(10, new Outcome.Failure("NoAddress", ""));
            default -> after(50, new Outcome.Success(Json.Obj.EMPTY));
        };
        return run(ORDER, Json.Obj.EMPTY, services);
    }

    public static Trace run(StateMachine machine, Json input, Services services) {
        return Execution.run(new StartExecution(machine, Definition.Type.STANDARD, "order", "run", "111122223333", input,
                Instant.parse("2026-01-01T00:00:00Z"), 1), services, Limits.NORMAL).trace();
    }

    public static Reply after(long millis, Outcome outcome) {
        return new Reply.After(Duration.ofMillis(millis), outcome, false);
    }
}
