package passo.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import passo.engine.semantics.Outcome.Failure;
import passo.json.Json;

/// One event of an execution's history. AWS, GetExecutionHistory.
///
/// @param id from 1, in the order of the history
/// @param previousId of the event that led to this one; 0 for the first
/// @param step the number of the step that it belongs to; 0 where it belongs to the execution itself
public record Event(int id, int previousId, Instant at, Type type, Detail detail, int step) {

    /// What an event tells besides its type. The members are those of AWS's details object.
    public sealed interface Detail {
        record None() implements Detail {}

        record Started(Json input, String roleArn) implements Detail {}

        /// @param redriveCount from 1
        record Redriven(int redriveCount) implements Detail {}

        record Output(Json output) implements Detail {}

        record Failed(Optional<String> error, Optional<String> cause) implements Detail {
            static Failed of(Failure failure) {
                return new Failed(told(failure.told()), told(failure.cause()));
            }

            private static Optional<String> told(String text) {
                return text.isEmpty() ? Optional.empty() : Optional.of(text);
            }
        }

        record Entered(String name, Json input) implements Detail {}

        record Exited(String name, Json output, Json.Obj assigned) implements Detail {}

        /// @param timeout in seconds, where the definition gives a number; so `heartbeat`
        record TaskScheduled(String resourceType, String resource, Json parameters, OptionalLong timeout, OptionalLong heartbeat,
                Optional<String> role) implements Detail {}

        record Task(String resourceType, String resource) implements Detail {}

        record TaskOutput(String resourceType, String resource, Json output) implements Detail {}

        record TaskFailed(String resourceType, String resource, Failed failed) implements Detail {}

        record FunctionScheduled(String resource, Json input, OptionalLong timeout, Optional<String> role) implements Detail {}

        record ActivityScheduled(String resource, Json input, OptionalLong timeout, OptionalLong heartbeat) implements Detail {}

        record Worker(String workerName) implements Detail {}

        record Length(int length) implements Detail {}

        record Iteration(String name, int index) implements Detail {}

        record MapRun(String mapRunArn) implements Detail {}

        /// @param redriveCount from 1
        record MapRunRedriven(String mapRunArn, int redriveCount) implements Detail {}

        record EvaluationFailed(String state, String location, String error, String cause) implements Detail {}
    }

    /// The types, by AWS's names.
    public enum Type {
        ExecutionStarted, ExecutionSucceeded, ExecutionFailed, ExecutionAborted, ExecutionTimedOut, ExecutionRedriven,
        PassStateEntered, PassStateExited, TaskStateEntered, TaskStateExited, TaskStateAborted,
        ChoiceStateEntered, ChoiceStateExited, WaitStateEntered, WaitStateExited, WaitStateAborted,
        SucceedStateEntered, SucceedStateExited, FailStateEntered,
        ParallelStateEntered, ParallelStateStarted, ParallelStateSucceeded, ParallelStateFailed, ParallelStateAborted, ParallelStateExited,
        MapStateEntered, MapStateStarted, MapStateSucceeded, MapStateFailed, MapStateAborted, MapStateExited,
        MapIterationStarted, MapIterationSucceeded, MapIterationFailed, MapIterationAborted,
        MapRunStarted, MapRunSucceeded, MapRunFailed, MapRunAborted, MapRunRedriven,
        TaskScheduled, TaskStarted, TaskSubmitted, TaskSucceeded, TaskFailed, TaskTimedOut, TaskStartFailed, TaskSubmitFailed,
        LambdaFunctionScheduled, LambdaFunctionStarted, LambdaFunctionSucceeded, LambdaFunctionFailed, LambdaFunctionTimedOut,
        LambdaFunctionScheduleFailed, LambdaFunctionStartFailed,
        ActivityScheduled, ActivityStarted, ActivitySucceeded, ActivityFailed, ActivityTimedOut, ActivityScheduleFailed,
        EvaluationFailed
    }
}
