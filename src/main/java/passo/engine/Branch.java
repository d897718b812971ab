package passo.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.engine.semantics.Effect;
import passo.engine.semantics.Entry;
import passo.engine.semantics.Exit;
import passo.engine.semantics.Transition;
import passo.expression.Scope;
import passo.expression.Variables;
import passo.json.Json;

/// One line of states that runs by itself: the machine's own, a Parallel's branch or a Map's iteration. At any moment it
/// is in one state; what belongs to that visit is here too. Written by `Visits` and what it asks.
final class Branch implements Supplier<Json.Obj> {

    private static final int[] NO_ATTEMPTS = {};

    final StateMachine machine;
    final List<Step.Frame> frames;
    /// The fork that waits for this branch; none for the machine's own.
    final @Nullable Join join;
    final int index;
    final Optional<Effect.Item> item;
    final Execution execution;

    boolean live = true;
    Variables variables;
    /// What the variables of its own scope take.
    long variableBytes;
    /// The id of the last event of this branch: the one that the next follows.
    int lastEvent;

    State state;
    Step step;
    Scope scope;
    Entry entry;
    /// The id before the Entered event, which a failed evaluation at the entry follows.
    int beforeEntry;
    int[] attempts;
    int retries;
    Instant attemptStart;
    List<Step.Attempt> tries;
    @Nullable String token;
    /// Where the branch goes, between two states; none inside a state.
    @Nullable String destination;
    @Nullable Json carried;
    /// The fork that this visit waits for.
    @Nullable Join fork;
    /// The last fork that this visit opened, for a redrive.
    @Nullable Join lastFork;
    /// How often work was begun here; what was put on the agenda for an earlier beginning is void.
    int begun;

    /// The execution's own line of states.
    Branch(Execution execution) {
        this.execution = execution;
        this.machine = execution.start().machine();
        this.frames = List.of();
        this.join = null;
        this.index = 0;
        this.item = Optional.empty();
        this.variables = Variables.NONE;
    }

    /// A branch of a Parallel, or an iteration of a Map.
    ///
    /// @param lastEvent the event that it begins with
    Branch(Join join, StateMachine machine, int index, Optional<Effect.Item> item, int lastEvent) {
        Branch parent = join.parent;
        this.execution = parent.execution;
        this.machine = machine;
        this.frames = Stream.concat(parent.frames.stream(), Stream.of(new Step.Frame(parent.state.name(), index))).toList();
        this.join = join;
        this.index = index;
        this.item = item;
        this.variables = parent.variables.inner();
        this.lastEvent = lastEvent;
    }

    /// Begins a visit.
    void arrive(State state, Step step) {
        this.state = state;
        this.step = step;
        destination = null;
        carried = null;
        lastFork = null;
        beforeEntry = lastEvent;
        tries = null;
        forgetAttempts();
    }

    /// Begins the visit again that failed or was cut off.
    void reopen() {
        step.reopen();
        lastEvent = step.enteredEvent();
        forgetAttempts();
    }

    private void forgetAttempts() {
        retries = 0;
        attempts = state instanceof State.Recoverable recoverable && !recoverable.retry().isEmpty() ? new int[recoverable.retry().size()] : NO_ATTEMPTS;
    }

    /// The Context Object of the state that the branch is in. AWS, "Accessing execution data from the Context object".
    @Override
    public Json.Obj get() {
        return ContextObject.of(execution.start(), state, step, retries, execution.redrives());
    }

    /// What the fields of the state see that come after `InputPath`.
    Scope inside() {
        return scope.on(entry.effectiveInput());
    }

    /// The number of the try that goes on, from 1: a redrive goes on counting.
    int attempt() {
        return tries == null ? 1 : tries.size() + 1;
    }

    /// How many bytes more the variables take after an assignment.
    long growth(Json.Obj assigned) {
        long growth = 0;
        for (int i = 0; i < assigned.size(); i++) {
            Json old = variables.own(assigned.name(i));
            growth += assigned.value(i).bytes() - (old == null ? 0 : old.bytes());
        }
        return growth;
    }

    void open(Join join) {
        fork = join;
        lastFork = join;
    }

    /// A try came to its end.
    void tried(Instant end, Exit exit) {
        if (tries == null) tries = new ArrayList<>(2);
        Optional<Duration> retryAfter = exit.transition() instanceof Transition.Retry(var delay) ? Optional.of(delay) : Optional.empty();
        int retrier = exit.handling().map(Exit.Handling::retrier).orElse(-1);
        int catcher = exit.handling().map(Exit.Handling::catcher).orElse(-1);
        tries.add(new Step.Attempt(attemptStart, end, Optional.ofNullable(entry.arguments()), exit.failure(), retryAfter, retrier, catcher));
        step.attempts = tries;
    }
}
