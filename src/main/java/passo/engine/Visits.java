package passo.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passo.asl.DataFlow;
import passo.asl.State;
import passo.engine.Event.Detail;
import passo.engine.Event.Type;
import passo.engine.semantics.Effect;
import passo.engine.semantics.Entry;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Exit;
import passo.engine.semantics.Outcome;
import passo.engine.semantics.Outcome.Failure;
import passo.engine.semantics.Outcome.Success;
import passo.engine.semantics.Semantics;
import passo.engine.semantics.Transition;
import passo.expression.Scope;
import passo.json.Json;

/// The visits of states in one execution. A branch goes to a state, arrives, enters and asks the world; when it knows how that
/// went it settles: leaves for the next state, tries again, ends or fails. `Semantics` decides all of it; `Tasks`, `Forks` and
/// `MapRun` do what is between entry and exit.
final class Visits {

    final Execution execution;
    private final Setting setting;
    private final Tasks tasks;
    private final Forks forks;
    private final VariablesLimit variables = new VariablesLimit();
    private final List<Step> steps = new ArrayList<>();
    private int transitions;

    Visits(Execution execution, Setting setting) {
        this.execution = execution;
        this.setting = setting;
        this.tasks = new Tasks(this, setting);
        this.forks = new Forks(this, setting.agenda());
    }

    List<Step> steps() {
        return steps;
    }

    /// Entries into states, retries and redrives, as Standard workflows are billed.
    int transitions() {
        return transitions;
    }

    void go(Branch branch, String name, Json input) {
        branch.destination = name;
        branch.carried = input;
        int begun = branch.begun;
        setting.agenda().after(Duration.ZERO, () -> {
            if (branch.live && execution.isOpen() && branch.begun == begun) arrive(branch, branch.machine.state(name), input);
        });
    }

    private void arrive(Branch branch, State state, Json carried) {
        Json input = execution.decided(carried);
        variables.decided(branch, execution.decided(branch.variables));
        var step = new Step(steps.size() + 1, state.name(), state.type(), branch.frames, setting.agenda().now(), execution.nextEvent(), input);
        step.variables = branch.variables;
        step.item = branch.item.or(() -> ContextObject.enclosing(branch.join));
        step.jsonata = state.common().flow() instanceof DataFlow.Jsonata;
        steps.add(step);
        transitions++;
        branch.arrive(state, step);
        execution.follow(branch, Types.entered(state), new Detail.Entered(state.name(), input));
        branch.scope = scope(branch);
        if (execution.isOpen()) enter(branch);
    }

    private Scope scope(Branch branch) {
        return new Scope(branch.step.input(), Optional.empty(), Optional.empty(), branch, branch.variables, execution.random(), setting.agenda().now());
    }

    private void enter(Branch branch) {
        Step step = branch.step;
        branch.begun++;
        branch.attemptStart = setting.agenda().now();
        branch.token = branch.state instanceof State.Task task && task.resource().hasToken() ? Chance.token(execution.random()) : null;
        step.token = branch.token;
        Entry entry = Semantics.enter(branch.state, branch.scope, step.enteredEvent());
        branch.entry = entry;
        step.effectiveInput = entry.effectiveInput();
        step.arguments = entry.arguments() == entry.effectiveInput() ? null : entry.arguments();
        step.rule = entry.rule();
        keep(entry.effectiveInput());
        keep(entry.arguments());
        ask(branch, entry);
    }

    private void ask(Branch branch, Entry entry) {
        switch (entry.effect()) {
            case Effect.Value(var result) -> settle(branch, new Success(result));
            case Effect.Sleep(var duration) -> execution.later(branch, duration, () -> settle(branch, new Success(entry.effectiveInput())));
            case Effect.Invoke invoke -> tasks.invoke(branch, invoke);
            case Effect.Branches(var machines, var input) -> forks.fork(branch, machines, input);
            case Effect.Iterations(var map, var items, var concurrency) -> {
                branch.step.items = items;
                if (map.distributed().isPresent()) new MapRun(this, setting, branch, map, concurrency).run(items);
                else forks.iterate(branch, map, items, concurrency);
            }
            case Effect.Read read -> new MapRun(this, setting, branch, read.map(), read.concurrency()).read(read);
            case Effect.Fail(var failure) -> settle(branch, failure);
            case Effect.Undefined(var failure, var location) -> {
                // AWS: an evaluation that fails at the first try follows the event before the entry; a Wait's follows the entry.
                if (failure.isEvaluation() && branch.retries == 0 && !(branch.state instanceof State.Wait)) branch.lastEvent = branch.beforeEntry;
                failed(branch, failure, location);
            }
        }
    }

    void keep(@Nullable Json value) {
        if (value != null) setting.budget().keep(value);
    }

    /// A state cannot go on.
    ///
    /// @param location the field of a JSONata expression
    void failed(Branch branch, Failure failure, String location) {
        if (failure.isEvaluation()) evaluationFailed(branch, failure, location);
        settle(branch, failure);
    }

    void evaluationFailed(Branch branch, Failure failure, String location) {
        execution.follow(branch, Type.EvaluationFailed,
                new Detail.EvaluationFailed(branch.state.name(), location, failure.error(), failure.cause()));
    }

    /// A state's work ended: decides with `Semantics` where its branch goes, and goes.
    void settle(Branch branch, Outcome outcome) {
        if (!branch.live || !execution.isOpen()) return;
        Step step = branch.step;
        branch.fork = null;
        if (outcome instanceof Success(var result)) {
            if (branch.state instanceof State.Recoverable) step.result = result;
            keep(result);
        }
        Exit exit = variables.limited(branch, Semantics.leave(branch.state, branch.scope, step.enteredEvent(), branch.entry, outcome, branch.attempts));
        step.selected = exit.selected();
        step.placed = exit.placed();
        keep(exit.selected());
        keep(exit.placed());
        keep(exit.assigned());
        exit.failure().filter(_ -> !exit.location().isEmpty()).ifPresent(failure -> {
            // AWS: and so does any of a state that asks nothing of the world, such as the Output of a Pass state.
            if (failure.isEvaluation() && branch.entry.effect() instanceof Effect.Value) branch.lastEvent = branch.beforeEntry;
            evaluationFailed(branch, failure, exit.location());
        });
        if (branch.state instanceof State.Recoverable) branch.tried(setting.agenda().now(), exit);
        transit(branch, exit);
    }

    private void transit(Branch branch, Exit exit) {
        switch (exit.transition()) {
            case Transition.Goto(var next, var output) -> {
                branch.step.next = next;
                leave(branch, exit, output);
                if (execution.isOpen()) go(branch, next, output);
            }
            case Transition.End(var output) -> {
                leave(branch, exit, output);
                if (execution.isOpen()) end(branch, output);
            }
            case Transition.Retry(var delay) -> {
                transitions++;
                branch.retries++;
                execution.later(branch, delay, () -> enter(branch));
            }
            case Transition.Fail(var failure) -> {
                Types.failed(branch.state).ifPresent(type -> execution.follow(branch, type, new Detail.None()));
                close(branch.step, failure.isTimeout() ? Step.Status.TIMED_OUT : Step.Status.FAILED, failure);
                if (execution.isOpen()) fail(branch, failure);
            }
            case Transition.Halt(var failure) -> {
                close(branch.step, Step.Status.FAILED, failure);
                execution.fail(failure, branch.lastEvent);
            }
        }
    }

    private void leave(Branch branch, Exit exit, Json output) {
        Step step = branch.step;
        if (exit.caught()) Types.failed(branch.state).ifPresent(type -> execution.follow(branch, type, new Detail.None()));
        keep(output);
        step.output = output;
        step.assigned = exit.assigned();
        close(step, exit.caught() ? Step.Status.CAUGHT : Step.Status.SUCCEEDED, exit.caught() ? exit.failure().orElse(null) : null);
        branch.variables = branch.variables.with(exit.assigned());
        execution.follow(branch, Types.exited(branch.state), new Detail.Exited(branch.state.name(), output, exit.assigned()));
    }

    void close(Step step, Step.Status how, @Nullable Failure failure) {
        step.exited = setting.agenda().now();
        step.status = how;
        step.failure = failure;
    }

    /// The execution has ended: what goes on in it is cut off.
    void abort() {
        for (Step step : steps) {
            if (step.status() == Step.Status.RUNNING) close(step, Step.Status.ABORTED, null);
        }
    }

    private void end(Branch branch, Json output) {
        if (branch.join != null) forks.ended(branch, branch.join, output);
        else execution.succeed(output, branch.lastEvent);
    }

    private void fail(Branch branch, Failure failure) {
        if (branch.join != null) forks.failed(branch, branch.join, failure);
        else execution.fail(failure, branch.lastEvent);
    }

    /// A branch has come to its end, or is cut off. Its variables go out of scope.
    void finish(Branch branch) {
        branch.live = false;
        variables.left(branch);
    }

    /// Goes on from where the execution failed or was cut off. AWS, "Redriving executions".
    void redrive(Branch line) {
        transitions++;
        again(line);
    }

    /// Begins a branch's unfinished state again, or what is unfinished inside it. AWS: its history goes on from its entry.
    private void again(Branch branch) {
        if (!branch.live) variables.back(branch);
        branch.live = true;
        branch.begun++;
        if (branch.destination != null) {
            go(branch, branch.destination, branch.carried);
            return;
        }
        Optional<Failure> failure = branch.step.failure();
        branch.reopen();
        branch.scope = scope(branch);
        // AWS: a state that itself got too much, or that a path of its own failed, is run anew with all its branches.
        boolean anew = failure.filter(f -> f.error().equals(ErrorName.DATA_LIMIT_EXCEEDED) || f.error().equals(ErrorName.RUNTIME)).isPresent();
        if (anew || !forks.redrive(branch, this::again) && !execution.redriveMapRun(branch.step)) {
            execution.later(branch, Duration.ZERO, () -> enter(branch));
        }
    }
}
