package passo.engine;

import org.jspecify.annotations.Nullable;
import passo.json.Json;

/// What `Semantics.leave` computed.
///
/// @param selected the result after `ResultSelector`, as far as it came
/// @param placed the input with the result at its `ResultPath`, as far as it came
/// @param assigned the variables that the state sets
/// @param location the field of a JSONata expression that failed, for the `EvaluationFailed` event; empty otherwise
/// @param caught did a catcher decide?
record Exit(Transition transition, @Nullable Json selected, @Nullable Json placed, Json.Obj assigned, String location, boolean caught) {

    static Exit to(Transition transition) {
        return new Exit(transition, null, null, Json.Obj.EMPTY, "", false);
    }
}
