package passo.expression;

import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import passo.json.Json;
import passo.json.JsonText;

/// Scopes for tests: a fixed clock, a fixed seed, and what the test names.
final class Scopes {

    static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private static final Json.Obj CONTEXT = (Json.Obj) JsonText.parse("""
            {"Execution": {"Id": "arn:aws:states:us-east-1:111122223333:execution:shop:run-7", "Input": {"order": 7}},
             "StateMachine": {"Name": "my-shop-floor"}}""");

    private Scopes() {}

    static Scope on(String input) {
        return on(JsonText.parse(input));
    }

    static Scope on(Json input) {
        return new Scope(input, Optional.empty(), Optional.empty(), () -> CONTEXT, Variables.NONE, new Random(42), NOON);
    }

    static Scope with(String variables) {
        Variables assigned = Variables.NONE.with((Json.Obj) JsonText.parse(variables));
        return new Scope(Json.Obj.EMPTY, Optional.empty(), Optional.empty(), () -> CONTEXT, assigned, new Random(42), NOON);
    }
}
