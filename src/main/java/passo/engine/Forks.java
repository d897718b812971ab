package passo.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.engine.Event.Detail;
import passo.engine.Event.Type;
import passo.engine.semantics.DataLimit;
import passo.engine.semantics.Effect;
import passo.engine.semantics.Outcome.Failure;
import passo.engine.semantics.Outcome.Success;
import passo.engine.semantics.Semantics;
import passo.expression.QueryError;
import passo.json.Json;

/// What happens in a Parallel or inline Map state between its entry and its exit: branches start, end and are cut off, and
/// the last of them, or the first that fails, ends the state.
final class Forks {

    private final Visits visits;
    private final Execution execution;
    private final Agenda agenda;

    Forks(Visits visits, Agenda agenda) {
        this.visits = visits;
        this.execution = visits.execution;
        this.agenda = agenda;
    }

    void fork(Branch parent, List<StateMachine> machines, Json input) {
        execution.follow(parent, Type.ParallelStateStarted, new Detail.None());
        var join = new Join(parent, machines.size(), machines.size());
        parent.open(join);
        for (int i = 0; i < machines.size(); i++) {
            start(new Branch(join, machines.get(i), i, Optional.empty(), parent.lastEvent), input);
        }
    }

    void iterate(Branch parent, State.Map map, List<Effect.Item> items, int concurrency) {
        execution.follow(parent, Type.MapStateStarted, new Detail.Length(items.size()));
        var join = new Join(parent, items.size(), concurrency);
        join.items = items;
        parent.open(join);
        if (items.isEmpty()) succeed(parent, join, parent.lastEvent);
        else startIterations(join, map, parent.lastEvent);
    }

    private void startIterations(Join join, State.Map map, int lastEvent) {
        while (join.mayStart() && execution.isOpen() && join.parent.fork == join) {
            Effect.Item item = join.items.get(join.next);
            Optional<Json> input = iterationInput(join.parent, map, item);
            if (input.isEmpty()) return;
            int started = execution.record(Type.MapIterationStarted, lastEvent, new Detail.Iteration(map.name(), item.index()),
                    join.parent.step.number());
            start(new Branch(join, map.processor(), item.index(), Optional.of(item), started), input.get());
        }
    }

    /// What an iteration starts with; nothing where its `ItemSelector` fails, and the Map with it.
    private Optional<Json> iterationInput(Branch parent, State.Map map, Effect.Item item) {
        try {
            Json input = Semantics.iterationInput(map, parent.inside(), item);
            if (DataLimit.isTooLarge(input)) return giveUp(parent, DataLimit.tooLargeArguments(map), "");
            visits.keep(input);
            return Optional.of(input);
        } catch (QueryError query) {
            return giveUp(parent, Semantics.failure(map, parent.step.enteredEvent(), query), query.location());
        }
    }

    private Optional<Json> giveUp(Branch parent, Failure failure, String location) {
        if (parent.fork != null) abort(parent.fork, parent.lastEvent);
        visits.failed(parent, failure, location);
        return Optional.empty();
    }

    private void start(Branch branch, Json input) {
        branch.join.start(branch);
        visits.go(branch, branch.machine.startAt(), input);
    }

    /// A branch came to its end.
    void ended(Branch branch, Join join, Json output) {
        visits.finish(branch);
        join.end(branch, output);
        Branch parent = join.parent;
        int last = branch.lastEvent;
        if (parent.state instanceof State.Map map) {
            last = execution.beside(branch, Type.MapIterationSucceeded, new Detail.Iteration(map.name(), branch.index));
            startIterations(join, map, branch.lastEvent);
        }
        if (join.ended == join.size && parent.fork == join) succeed(parent, join, last);
    }

    private void succeed(Branch parent, Join join, int lastEvent) {
        parent.lastEvent = lastEvent;
        execution.beside(parent, parent.state instanceof State.Map ? Type.MapStateSucceeded : Type.ParallelStateSucceeded, new Detail.None());
        visits.settle(parent, new Success(new Json.Arr(List.of(join.results))));
    }

    /// A branch failed, and its siblings are cut off. AWS: all that is told of it follows the event of the failure, and a task that
    /// failed is told to be aborted as well.
    void failed(Branch branch, Join join, Failure failure) {
        int cause = branch.lastEvent;
        visits.finish(branch);
        join.open.remove(branch);
        if (join.parent.state instanceof State.Map map) {
            tell(branch, Type.MapIterationFailed, cause, new Detail.Iteration(map.name(), branch.index));
        }
        Types.aborted(branch.state).ifPresent(type -> tell(branch, type, cause, new Detail.None()));
        abort(join, cause);
        join.parent.lastEvent = cause;
        visits.settle(join.parent, failure);
    }

    private void tell(Branch branch, Type type, int cause, Detail detail) {
        execution.record(type, cause, detail, branch.step == null ? 0 : branch.step.number());
    }

    /// Cuts off the branches that run.
    ///
    /// @param cause the event that all of the cutting off follows
    private void abort(Join join, int cause) {
        for (Branch branch : join.open) abort(branch, join, cause);
        join.open.clear();
    }

    private void abort(Branch branch, Join join, int cause) {
        visits.finish(branch);
        if (branch.token != null) agenda.forget(branch.token);
        if (branch.fork != null) abort(branch.fork, cause);
        execution.stopChildren(branch, cause);
        if (branch.step != null && branch.step.status() == Step.Status.RUNNING) {
            Types.aborted(branch.state).ifPresent(type -> tell(branch, type, cause, new Detail.None()));
            visits.close(branch.step, Step.Status.ABORTED, null);
        }
        if (join.parent.state instanceof State.Map map) {
            tell(branch, Type.MapIterationAborted, cause, new Detail.Iteration(map.name(), branch.index));
        }
    }

    /// Goes on with a state whose branches were cut off: those that had come to their end keep their results.
    ///
    /// @return whether there is something to go on with
    boolean redrive(Branch parent, Consumer<Branch> again) {
        Join join = parent.lastFork;
        if (join == null) return false;
        parent.fork = join;
        join.open.clear();
        for (Branch branch : join.unfinished) {
            if (branch != null) {
                join.open.add(branch);
                again.accept(branch);
            }
        }
        if (join.ended == join.size) succeed(parent, join, parent.lastEvent);
        return true;
    }
}
