package passo.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// What a service says to a call: at once, for virtual time needs no waiting.
public sealed interface Reply {

    /// Is this a plain automatic answer of a service that nobody described? The trace says so.
    boolean automatic();

    /// The call is done after a while.
    record After(Duration latency, Outcome outcome, boolean automatic) implements Reply {}

    /// A job was submitted (`.sync`): it ends by itself, `duration` after it was submitted.
    ///
    /// @param submitted the service's answer to the submission, shown in `TaskSubmitted`
    record Job(Duration latency, Json submitted, Duration duration, Outcome outcome, boolean automatic) implements Reply {}

    /// The call went out and now someone else must answer its token (`.waitForTaskToken`, an activity): `Agenda.answer`.
    ///
    /// @param submitted the service's answer to the call, shown in `TaskSubmitted`; unused by an activity
    record Waiting(Duration latency, Json submitted, boolean automatic) implements Reply {}

    /// Another state machine is started on the same agenda and in the same world.
    ///
    /// @param submitted the answer of StartExecution
    /// @param answer the call's outcome when the child has ended; where empty the state does not wait
    record Start(Duration latency, StartExecution child, Json submitted, Optional<Function<Trace, Outcome>> answer)
            implements Reply {
        @Override
        public boolean automatic() {
            return false;
        }
    }

    /// The service is at work, by events of its own on the agenda, and tells the outcome when there is one.
    ///
    /// @param begin is called once the call is out
    record Underway(Consumer<Caller> begin, boolean automatic) implements Reply {}

    /// Who waits for a service that is at work.
    interface Caller {

        /// Tells the call's outcome: at once, and in vain where the state does not wait any more.
        void done(Outcome outcome);

        /// Starts another state machine on the same agenda and in the same world.
        void start(StartExecution child, Consumer<Trace> whenEnded);
    }

    /// The service cannot be asked at all: the state fails before anything is scheduled (`States.Runtime`).
    record Refused(Outcome.Failure failure) implements Reply {
        @Override
        public boolean automatic() {
            return false;
        }
    }
}
