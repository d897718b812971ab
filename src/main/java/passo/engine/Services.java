package passo.engine;

import java.util.Optional;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// The one port to the world outside: whatever a Task state can call. The mock cloud is one, a test's lambda another.
/// Used by one run, on one thread.
@FunctionalInterface
public interface Services {

    /// Answers a call.
    ///
    /// @param agenda the run's clock and calendar: `now()`, and where later events of the service's own are put
    Reply invoke(Call call, Agenda agenda);

    /// Why a Map Run may not start its children; empty where it may.
    ///
    /// @param start the call that would start them
    default Optional<Outcome.Failure> refusal(Call start, Agenda agenda) {
        return Optional.empty();
    }

    /// An execution of the run began, was redriven or has ended.
    default void moved(Execution execution, Agenda agenda) {}

    /// Something in the world is changed from outside.
    ///
    /// @param change what a redrive's decision says is different
    default void change(Json.Obj change) {}
}
