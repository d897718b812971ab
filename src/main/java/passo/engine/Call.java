package passo.engine;

import java.util.Optional;
import passo.asl.catalogue.Resource;
import passo.json.Json;

/// One call of a Task state to a service.
///
/// @param arguments what the state sends: the effective input after `Parameters`, or `Arguments`
/// @param state the state's name
/// @param attempt 0 for the first try, then one more for each retry
/// @param token the task's token: of an activity, a job, and whatever waits for it
/// @param role the role of `Credentials`, where the state assumes one
/// @param executionArn of the execution that calls
/// @param step the number of the step that calls, in the trace of the run's first execution: for another, of the step that started it
public record Call(Resource resource, Json arguments, String state, int attempt, Optional<String> token, Optional<String> role,
        String executionArn, int step) {

    /// A call that a distributed Map makes for itself: to read its items, to write its results.
    static Call ofMap(Execution execution, Branch branch, Resource resource, Json arguments) {
        return new Call(resource, arguments, branch.state.name(), branch.retries, Optional.empty(), Optional.empty(),
                execution.start().executionArn(), execution.shownAt(branch.step));
    }
}
