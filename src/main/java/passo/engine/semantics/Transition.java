package passo.engine.semantics;

import java.time.Duration;
import passo.json.Json;

/// Where a branch goes when a state knows how its work went.
public sealed interface Transition {

    /// To another state.
    record Goto(String next, Json output) implements Transition {}

    /// To the end of the branch.
    record End(Json output) implements Transition {}

    /// Into the same state again, after a while.
    record Retry(Duration delay) implements Transition {}

    /// The branch fails; a Parallel or Map state around it may still recover.
    record Fail(Outcome.Failure failure) implements Transition {}

    /// The whole execution fails: nobody can recover from this.
    record Halt(Outcome.Failure failure) implements Transition {}
}
