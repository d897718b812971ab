package passo.engine.semantics;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passo.engine.semantics.Outcome.Failure;
import passo.json.Json;

/// What `Semantics.leave` computed.
///
/// @param selected the result after `ResultSelector`, as far as it came
/// @param placed the input with the result at its `ResultPath`, as far as it came
/// @param assigned the variables that the state sets
/// @param location the field of a JSONata expression that failed, for the `EvaluationFailed` event; empty otherwise
/// @param handling of a failure, where there was one
public record Exit(Transition transition, @Nullable Json selected, @Nullable Json placed, Json.Obj assigned, String location,
        Optional<Handling> handling) {

    /// What `Retry` and `Catch` made of a failure of the work or of an expression.
    ///
    /// @param retrier the number of the retrier that the failure matches, spent or not; -1 where there is none
    /// @param catcher the number of the catcher that decided, -1 where none did
    public record Handling(Failure failure, int retrier, int catcher) {}

    static Exit to(Transition transition, Handling handling) {
        return new Exit(transition, null, null, Json.Obj.EMPTY, "", Optional.of(handling));
    }

    /// Did a catcher decide?
    public boolean caught() {
        return handling.isPresent() && handling.get().catcher() >= 0;
    }

    /// How the work or an expression failed, even where the state gets over it.
    public Optional<Failure> failure() {
        return switch (transition) {
            case Transition.Fail(var failure) -> Optional.of(failure);
            case Transition.Halt(var failure) -> Optional.of(failure);
            case Transition.Goto _, Transition.End _, Transition.Retry _ -> handling.map(Handling::failure);
        };
    }
}
