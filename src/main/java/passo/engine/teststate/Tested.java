package passo.engine.teststate;

import java.util.Optional;
import passo.engine.Run;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// What came of a state that was tried by itself. AWS, TestState.
public sealed interface Tested {

    /// Where the state would lead: on, into the same state again, to a catcher's state, or nowhere.
    enum Status { SUCCEEDED, RETRIABLE, CAUGHT_ERROR, FAILED }

    /// @param failure how the work or an expression failed, even where the state gets over it
    /// @param next the state that would come next, where there is one
    /// @param inspection the data between input and output: AWS's `inspectionData`
    record Done(Status status, Optional<Json> output, Optional<Outcome.Failure> failure, Optional<String> next, Json.Obj inspection)
            implements Tested {}

    /// AWS does not test this at all.
    ///
    /// @param code of the API's error
    record Refused(String code, String message) implements Tested {}

    /// The test went further than it may; nothing is said of its result.
    record OverBudget(Run.Refused run) implements Tested {}
}
