package passo.engine;

import java.util.Optional;
import passo.asl.State;
import passo.engine.Event.Type;

/// The event types of each kind of state.
final class Types {

    private Types() {}

    static Type entered(State state) {
        return switch (state) {
            case State.Pass _ -> Type.PassStateEntered;
            case State.Task _ -> Type.TaskStateEntered;
            case State.Choice _ -> Type.ChoiceStateEntered;
            case State.Wait _ -> Type.WaitStateEntered;
            case State.Succeed _ -> Type.SucceedStateEntered;
            case State.Fail _ -> Type.FailStateEntered;
            case State.Parallel _ -> Type.ParallelStateEntered;
            case State.Map _ -> Type.MapStateEntered;
        };
    }

    static Type exited(State state) {
        return switch (state) {
            case State.Pass _ -> Type.PassStateExited;
            case State.Task _ -> Type.TaskStateExited;
            case State.Choice _ -> Type.ChoiceStateExited;
            case State.Wait _ -> Type.WaitStateExited;
            case State.Succeed _ -> Type.SucceedStateExited;
            case State.Parallel _ -> Type.ParallelStateExited;
            case State.Map _ -> Type.MapStateExited;
            case State.Fail _ -> throw new IllegalArgumentException("A Fail state is never left");
        };
    }

    /// Told when the state is cut off; states that take no time never are.
    static Optional<Type> aborted(State state) {
        return switch (state) {
            case State.Task _ -> Optional.of(Type.TaskStateAborted);
            case State.Wait _ -> Optional.of(Type.WaitStateAborted);
            case State.Parallel _ -> Optional.of(Type.ParallelStateAborted);
            case State.Map _ -> Optional.of(Type.MapStateAborted);
            case State.Pass _, State.Choice _, State.Succeed _, State.Fail _ -> Optional.empty();
        };
    }

    /// Told when the state fails, after what failed inside it.
    static Optional<Type> failed(State state) {
        return switch (state) {
            case State.Parallel _ -> Optional.of(Type.ParallelStateFailed);
            case State.Map _ -> Optional.of(Type.MapStateFailed);
            case State.Task _, State.Wait _, State.Pass _, State.Choice _, State.Succeed _, State.Fail _ -> Optional.empty();
        };
    }
}
