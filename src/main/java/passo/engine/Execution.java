package passo.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import passo.asl.DataFlow;
import passo.asl.Definition;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.engine.Event.Detail;
import passo.engine.Event.Type;
import passo.engine.semantics.DataLimit;
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
import passo.expression.Variables;
import passo.json.Json;

/// One execution of a state machine: the only code that knows time, order and concurrency. Single-threaded; two events
/// at the same instant happen in the order in which they were scheduled.
public final class Execution {

    /// The most events of a Standard execution; the last of them says that it failed. AWS, "Quotas".
    private static final int MOST_EVENTS = 25_000;
    /// AWS, "Quotas": of all variables that are in scope.
    private static final long MOST_VARIABLE_BYTES = 10L << 20;
    private static final int[] NO_ATTEMPTS = {};
    /// Instead of a step's number: the steps are those of the run's first execution.
    private static final int ITSELF = -1;

    private final StartExecution start;
    private final Setting setting;
    private final Agenda agenda;
    private final Budget budget;
    private final RandomGenerator random;
    /// The step of the run's first execution that started this one, itself or through others; 0 where none of them did.
    private final int startedBy;
    private final Consumer<Trace> whenEnded;
    private final Tasks tasks;
    private final Forks forks;

    private final List<Event> events = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Trace.Waiting> waiting = new ArrayList<>();
    private final List<Child> children = new ArrayList<>();
    private final List<MapRun> mapRuns = new ArrayList<>();
    private final List<Instant> redrives = new ArrayList<>();
    private final Branch line;
    private final boolean root;
    private long variableBytes;
    private int transitions;
    private Trace.Status status = Trace.Status.RUNNING;
    private @Nullable Outcome outcome;
    private @Nullable Instant end;
    private Runnable forgetDeadline = () -> {};

    /// @param waiter the branch that waits for its end, and ends it with itself; none where nobody waits
    private record Child(Execution execution, @Nullable Branch waiter) {}

    Execution(StartExecution start, Setting setting, @Nullable Branch starter, Consumer<Trace> whenEnded) {
        this.start = start;
        this.setting = setting;
        this.root = start == setting.root();
        this.agenda = setting.agenda();
        this.budget = setting.budget();
        this.random = new SplittableRandom(start.seed());
        this.startedBy = starter != null ? starter.execution.shownAt(starter.step) : root ? ITSELF : 0;
        this.whenEnded = whenEnded;
        this.tasks = new Tasks(this, setting);
        this.forks = new Forks(this, agenda);
        this.line = new Branch(this, start.machine(), List.of(), null, 0, Optional.empty(), Variables.NONE, 0);
    }

    /// A run without decisions.
    public static Run run(StartExecution start, Services services, Limits limits) {
        return run(start, services, limits, List.of());
    }

    /// Runs a state machine to its end, or until it waits for someone who does not answer. Executions that it started
    /// and does not wait for run to their end as well.
    public static Run run(StartExecution start, Services services, Limits limits, List<Decision> made) {
        var decisions = new Decisions(made);
        var setting = new Setting(start, services, new Agenda(start.at()), new Budget(limits), decisions);
        var root = new Execution(start, setting, null, _ -> {});
        root.begin();
        if (start.isAtLeastOnce()) decisions.repeats(root::repeat);
        root.work();
        for (var redrive = decisions.redrive(); redrive.isPresent(); redrive = decisions.redrive()) {
            if (!root.redrive(redrive.get())) break;
            root.work();
        }
        return setting.budget().refused().<Run>map(refused -> refused).or(decisions::unfit).orElseGet(() -> new Run.Ended(root.trace()));
    }

    /// Does what is on the agenda until nothing of the run is left to be done.
    private void work() {
        Runnable event;
        while (isAlive() && !budget.isSpent() && (event = agenda.next()) != null) event.run();
    }

    StartExecution start() {
        return start;
    }

    /// The number of the step at which the run's trace shows what this step does; 0 for none.
    int shownAt(Step step) {
        return startedBy == ITSELF ? step.number() : startedBy;
    }

    RandomGenerator random() {
        return random;
    }

    /// When the execution was redriven.
    List<Instant> redrives() {
        return redrives;
    }

    boolean isOpen() {
        return status == Trace.Status.RUNNING;
    }

    boolean isAlive() {
        if (isOpen()) return true;
        for (Child child : children) {
            if (child.execution.isAlive()) return true;
        }
        for (MapRun mapRun : mapRuns) {
            if (mapRun.isAlive()) return true;
        }
        return false;
    }

    Trace trace() {
        List<Trace> started = new ArrayList<>(children.size());
        for (Child child : children) started.add(child.execution.trace());
        return new Trace(start, status, Optional.ofNullable(outcome), end == null ? agenda.now() : end, events, steps,
                isOpen() ? List.copyOf(waiting) : List.of(), transitions, List.copyOf(redrives), started,
                mapRuns.stream().map(MapRun::trace).toList());
    }

    /// Makes an execution that this one starts, on the same agenda and in the same world.
    ///
    /// @param waits does the branch wait for its end, and end it with itself?
    Execution child(StartExecution child, Branch starter, boolean waits, Consumer<Trace> whenEnded) {
        var execution = new Execution(child, setting, starter, whenEnded);
        children.add(new Child(execution, waits ? starter : null));
        return execution;
    }

    void started(MapRun mapRun) {
        mapRuns.add(mapRun);
    }

    /// Has this started executions of its own?
    boolean hasStarted() {
        return !children.isEmpty() || !mapRuns.isEmpty();
    }

    /// Stops the executions that a branch waits for, because of an event. AWS: they end with the state that waits for them.
    void stopChildren(Branch waiter, int cause) {
        for (Child child : children) {
            if (child.waiter == waiter) child.execution.stop(new Failure("", ""));
        }
        for (MapRun mapRun : mapRuns) {
            if (mapRun.isOf(waiter)) mapRun.abort(cause);
        }
    }

    void stop(Failure failure) {
        // AWS: an end from outside follows no event.
        finish(Trace.Status.ABORTED, failure, Type.ExecutionAborted, 0, failed(failure));
    }

    void begin() {
        budget.keep(start.input());
        record(Type.ExecutionStarted, 0, new Detail.Started(start.input(), start.roleArn()), 0);
        allowTime();
        // AWS: the first state's event follows no event, not the one of the start.
        go(line, start.machine().startAt(), start.input());
    }

    private void repeat(Decision.Repeat decision) {
        var again = new Execution(start.again(start.at().plus(decision.after())), setting, null, _ -> {});
        children.add(new Child(again, null));
        agenda.after(decision.after(), again::begin);
    }

    private void allowTime() {
        Duration life = start.type() == Definition.Type.EXPRESS ? StartExecution.EXPRESS_LIFE : StateMachine.FOREVER;
        Duration allowed = start.machine().timeout().compareTo(life) < 0 ? start.machine().timeout() : life;
        if (!allowed.equals(StateMachine.FOREVER)) forgetDeadline = agenda.until(allowed, () -> timeOut(agenda.now()));
    }

    /// Goes on from where the execution failed, timed out or was stopped, if AWS does.
    private boolean redrive(Decision.Redrive decision) {
        Duration pause = Duration.between(agenda.now(), trace().end().plus(decision.after()));
        Instant at = pause.isNegative() ? agenda.now() : agenda.now().plus(pause);
        Optional<String> refusal = trace().notRedrivable(at);
        refusal.ifPresent(reason -> setting.decisions().refuse(decision, reason));
        if (refusal.isPresent()) return false;
        reopen(at);
        agenda.after(pause, () -> {
            setting.services().change(decision.world());
            goOn();
        });
        return true;
    }

    /// The Map Run that started this redrives it.
    void redrive() {
        reopen(agenda.now());
        goOn();
    }

    private void reopen(Instant at) {
        redrives.add(at);
        status = Trace.Status.RUNNING;
        outcome = null;
        end = null;
        waiting.clear();
    }

    private void goOn() {
        record(Type.ExecutionRedriven, events.size(), new Detail.Redriven(redrives.size()), 0);
        transitions++;
        allowTime();
        again(line);
    }

    /// Begins a branch's unfinished state again, or what is unfinished inside it. AWS: its history goes on from its entry.
    private void again(Branch branch) {
        if (!branch.live) variableBytes += branch.variableBytes;
        branch.live = true;
        branch.begun++;
        if (branch.destination != null) {
            go(branch, branch.destination, branch.carried);
            return;
        }
        Optional<Failure> failure = branch.step.failure();
        branch.step.reopen();
        branch.retries = 0;
        branch.attempts = attempts(branch.state);
        branch.lastEvent = branch.step.enteredEvent();
        branch.scope = scope(branch, branch.step.input());
        // AWS: a state that itself got too much, or that a path of its own failed, is run anew with all its branches.
        boolean anew = failure.filter(f -> f.error().equals(ErrorName.DATA_LIMIT_EXCEEDED) || f.error().equals(ErrorName.RUNTIME)).isPresent();
        if (anew || !forks.redrive(branch, this::again) && !redriveMapRun(branch)) later(branch, Duration.ZERO, () -> enter(branch));
    }

    private boolean redriveMapRun(Branch branch) {
        return mapRuns.reversed().stream().filter(mapRun -> mapRun.isOf(branch.step)).findFirst().map(MapRun::redrive).orElse(false);
    }

    /// Schedules what happens to a branch after a while, if nothing was begun there since then.
    void later(Branch branch, Duration delay, Runnable event) {
        BooleanSupplier stays = stays(branch);
        agenda.after(delay, () -> {
            if (stays.getAsBoolean()) event.run();
        });
    }

    /// Tells, whenever it is asked, whether nothing else was begun in a branch since now.
    BooleanSupplier stays(Branch branch) {
        int begun = branch.begun;
        return () -> branch.live && isOpen() && branch.begun == begun && !expired();
    }

    private boolean expired() {
        Instant deadline = start.at().plus(StartExecution.STANDARD_LIFE);
        if (!agenda.now().isAfter(deadline)) return false;
        timeOut(deadline);
        return true;
    }

    void go(Branch branch, String name, Json input) {
        branch.destination = name;
        branch.carried = input;
        int begun = branch.begun;
        agenda.after(Duration.ZERO, () -> {
            if (branch.live && isOpen() && branch.begun == begun) arrive(branch, branch.machine.state(name), input);
        });
    }

    private void arrive(Branch branch, State state, Json carried) {
        Json input = root && !setting.decisions().isEmpty() ? setting.decisions().changed(events.size() + 1, carried) : carried;
        branch.state = state;
        branch.destination = null;
        branch.carried = null;
        branch.lastFork = null;
        branch.beforeEntry = branch.lastEvent;
        branch.retries = 0;
        branch.tries = null;
        branch.attempts = attempts(state);
        branch.step = new Step(steps.size() + 1, state.name(), state.type(), branch.frames, agenda.now(), events.size() + 1, input);
        branch.step.variables = branch.variables;
        branch.step.item = branch.item.or(() -> ContextObject.enclosing(branch.join));
        branch.step.jsonata = state.common().flow() instanceof DataFlow.Jsonata;
        steps.add(branch.step);
        transitions++;
        follow(branch, Types.entered(state), new Detail.Entered(state.name(), input));
        branch.scope = scope(branch, input);
        if (isOpen()) enter(branch);
    }

    private static int[] attempts(State state) {
        return state instanceof State.Recoverable recoverable && !recoverable.retry().isEmpty() ? new int[recoverable.retry().size()] : NO_ATTEMPTS;
    }

    private Scope scope(Branch branch, Json input) {
        return new Scope(input, Optional.empty(), Optional.empty(), branch, branch.variables, random, agenda.now());
    }

    private void enter(Branch branch) {
        Step step = branch.step;
        branch.begun++;
        branch.attemptStart = agenda.now();
        branch.token = branch.state instanceof State.Task task && task.resource().hasToken() ? Chance.token(random) : null;
        step.token = branch.token;
        Entry entry = Semantics.enter(branch.state, branch.scope, step.enteredEvent());
        branch.entry = entry;
        step.effectiveInput = entry.effectiveInput();
        step.arguments = entry.arguments() == entry.effectiveInput() ? null : entry.arguments();
        step.rule = entry.rule();
        keep(entry.effectiveInput());
        keep(entry.arguments());
        switch (entry.effect()) {
            case Effect.Value(var result) -> settle(branch, new Success(result));
            case Effect.Sleep(var duration) -> later(branch, duration, () -> settle(branch, new Success(step.effectiveInput)));
            case Effect.Invoke invoke -> tasks.invoke(branch, invoke);
            case Effect.Branches(var machines, var input) -> forks.fork(branch, machines, input);
            case Effect.Iterations(var map, var items, var concurrency) when map.distributed().isPresent() ->
                new MapRun(this, setting, branch, map, concurrency).run(items);
            case Effect.Iterations(var map, var items, var concurrency) -> forks.iterate(branch, map, items, concurrency);
            case Effect.Read read -> new MapRun(this, setting, branch, read.map(), read.concurrency()).read(read);
            case Effect.Fail(var failure) -> settle(branch, failure);
            case Effect.Undefined(var failure, var location) -> {
                if (isEvaluation(failure)) {
                    // AWS: an evaluation that fails at the first try follows the event before the entry; a Wait's follows the entry.
                    if (branch.retries == 0 && !(branch.state instanceof State.Wait)) branch.lastEvent = branch.beforeEntry;
                    evaluationFailed(branch, failure, location);
                }
                settle(branch, failure);
            }
        }
    }

    Budget budget() {
        return budget;
    }

    void keep(@Nullable Json value) {
        if (value != null) budget.keep(value);
    }

    static boolean isEvaluation(Failure failure) {
        return failure.error().equals(ErrorName.QUERY_EVALUATION_ERROR);
    }

    /// A state that already runs cannot go on.
    void failed(Branch branch, Failure failure, String location) {
        if (isEvaluation(failure)) evaluationFailed(branch, failure, location);
        settle(branch, failure);
    }

    void evaluationFailed(Branch branch, Failure failure, String location) {
        follow(branch, Type.EvaluationFailed, new Detail.EvaluationFailed(branch.state.name(), location, failure.error(), failure.cause()));
    }

    /// A state's work ended: decides with `Semantics` where its branch goes, and goes.
    void settle(Branch branch, Outcome outcome) {
        if (!branch.live || !isOpen()) return;
        Step step = branch.step;
        branch.fork = null;
        if (outcome instanceof Success(var result)) {
            if (branch.state instanceof State.Recoverable) step.result = result;
            budget.keep(result);
        }
        Exit exit = limited(branch, Semantics.leave(branch.state, branch.scope, step.enteredEvent(), branch.entry, outcome, branch.attempts));
        step.selected = exit.selected();
        step.placed = exit.placed();
        keep(exit.selected());
        keep(exit.placed());
        keep(exit.assigned());
        Optional<Failure> failure = exit.failure();
        if (!exit.location().isEmpty() && failure.isPresent()) {
            // AWS: and so does any of a state that asks nothing of the world, such as the Output of a Pass state.
            if (isEvaluation(failure.get()) && branch.entry.effect() instanceof Effect.Value) branch.lastEvent = branch.beforeEntry;
            evaluationFailed(branch, failure.get(), exit.location());
        }
        if (branch.state instanceof State.Recoverable) {
            branch.tried(agenda.now(), failure, exit.transition() instanceof Transition.Retry(var delay) ? Optional.of(delay) : Optional.empty());
        }
        switch (exit.transition()) {
            case Transition.Goto(var next, var output) -> {
                step.next = next;
                leave(branch, exit, failure, output);
                if (isOpen()) go(branch, next, output);
            }
            case Transition.End(var output) -> {
                leave(branch, exit, failure, output);
                if (isOpen()) end(branch, output);
            }
            case Transition.Retry(var delay) -> {
                transitions++;
                branch.retries++;
                later(branch, delay, () -> enter(branch));
            }
            case Transition.Fail(var cause) -> {
                Types.failed(branch.state).ifPresent(type -> follow(branch, type, new Detail.None()));
                close(step, cause.isTimeout() ? Step.Status.TIMED_OUT : Step.Status.FAILED, cause);
                if (isOpen()) fail(branch, cause);
            }
            case Transition.Halt(var cause) -> {
                close(step, Step.Status.FAILED, cause);
                fail(cause, branch.lastEvent);
            }
        }
    }

    /// All variables together have their limit too.
    private Exit limited(Branch branch, Exit exit) {
        if (exit.assigned().isEmpty()) return exit;
        long growth = branch.growth(exit.assigned());
        long over = variableBytes + growth - MOST_VARIABLE_BYTES;
        if (over > 0) {
            return new Exit(new Transition.Halt(DataLimit.tooManyVariables(branch.state, over)), exit.selected(), exit.placed(), Json.Obj.EMPTY,
                    "Assign", exit.handling());
        }
        variableBytes += growth;
        branch.variableBytes += growth;
        return exit;
    }

    /// The variables of a branch that ends go out of scope.
    void outOfScope(Branch branch) {
        variableBytes -= branch.variableBytes;
    }

    private void leave(Branch branch, Exit exit, Optional<Failure> failure, Json output) {
        Step step = branch.step;
        if (exit.caught()) Types.failed(branch.state).ifPresent(type -> follow(branch, type, new Detail.None()));
        budget.keep(output);
        step.output = output;
        step.assigned = exit.assigned();
        close(step, exit.caught() ? Step.Status.CAUGHT : Step.Status.SUCCEEDED, exit.caught() ? failure.orElse(null) : null);
        branch.variables = branch.variables.with(exit.assigned());
        follow(branch, Types.exited(branch.state), new Detail.Exited(branch.state.name(), output, exit.assigned()));
    }

    void close(Step step, Step.Status how, @Nullable Failure failure) {
        step.exited = agenda.now();
        step.status = how;
        step.failure = failure;
    }

    private void end(Branch branch, Json output) {
        if (branch.join != null) forks.ended(branch, branch.join, output);
        else finish(Trace.Status.SUCCEEDED, new Success(output), Type.ExecutionSucceeded, branch.lastEvent, new Detail.Output(output));
    }

    private void fail(Branch branch, Failure failure) {
        if (branch.join != null) forks.failed(branch, branch.join, failure);
        else fail(failure, branch.lastEvent);
    }

    private void fail(Failure failure, int lastEvent) {
        finish(Trace.Status.FAILED, failure, Type.ExecutionFailed, lastEvent, failed(failure));
    }

    static Detail.Failed failed(Failure failure) {
        return new Detail.Failed(failure.error().isEmpty() ? Optional.empty() : Optional.of(failure.told()),
                failure.cause().isEmpty() ? Optional.empty() : Optional.of(failure.cause()));
    }

    private void timeOut(Instant at) {
        if (!isOpen()) return;
        var failure = new Failure(ErrorName.TIMEOUT, "");
        // AWS: the event of a timeout follows no event, and DescribeExecution then shows neither error nor cause.
        finish(Trace.Status.TIMED_OUT, failure, Type.ExecutionTimedOut, 0, failed(failure));
        end = at;
    }

    private void finish(Trace.Status how, Outcome outcome, Type type, int previous, Detail detail) {
        if (!isOpen()) return;
        status = how;
        end = agenda.now();
        forgetDeadline.run();
        this.outcome = outcome;
        events.add(new Event(events.size() + 1, previous, agenda.now(), type, detail, 0));
        for (Step step : steps) {
            if (step.status() == Step.Status.RUNNING) close(step, Step.Status.ABORTED, null);
        }
        for (Child child : children) {
            if (child.waiter != null) child.execution.stop(new Failure("", ""));
        }
        mapRuns.forEach(mapRun -> mapRun.abort(0));
        whenEnded.accept(trace());
    }

    /// Appends an event that the branch goes on from.
    int follow(Branch branch, Type type, Detail detail) {
        branch.lastEvent = record(type, branch.lastEvent, detail, branch.step.number());
        return branch.lastEvent;
    }

    /// Appends an event that stands beside the branch's line: what comes next does not follow it.
    int beside(Branch branch, Type type, Detail detail) {
        return record(type, branch.lastEvent, detail, branch.step == null ? 0 : branch.step.number());
    }

    int record(Type type, int previous, Detail detail, int step) {
        if (!isOpen()) return previous;
        budget.event();
        if (start.type() == Definition.Type.STANDARD && events.size() == MOST_EVENTS - 1) {
            fail(new Failure(ErrorName.RUNTIME, "The execution reached the maximum number of history events (" + MOST_EVENTS + ")."), previous);
            return previous;
        }
        events.add(new Event(events.size() + 1, previous, agenda.now(), type, detail, step));
        if (root && !setting.decisions().isEmpty()) setting.decisions().stops(events.size(), this::stopLater);
        return events.size();
    }

    private void stopLater(Decision.Stop decision) {
        int begun = redrives.size();
        agenda.after(decision.after(), () -> {
            if (redrives.size() == begun) stop(new Failure(decision.error(), decision.cause()));
        });
    }

    void await(Branch branch, int eventId) {
        String token = branch.token;
        waiting.add(new Trace.Waiting(eventId, branch.state.name(), token, agenda.now()));
        if (setting.decisions().isEmpty()) return;
        setting.decisions().answers(start.executionArn(), root, eventId,
                decision -> agenda.after(decision.after(), () -> agenda.answer(token, decision.answer())));
    }

    void answered(String token) {
        waiting.removeIf(task -> task.token().equals(token));
    }
}
