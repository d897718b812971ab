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
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.engine.Event.Detail;
import passo.engine.Event.Type;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome;
import passo.engine.semantics.Outcome.Failure;
import passo.engine.semantics.Outcome.Success;
import passo.expression.Variables;
import passo.json.Json;

/// One execution of a state machine: the only code that knows time, order and concurrency. Single-threaded; two events
/// at the same instant happen in the order in which they were scheduled.
public final class Execution {

    /// The most events of a Standard execution; the last of them says that it failed. AWS, "Quotas".
    private static final int MOST_EVENTS = 25_000;
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
    private final Visits visits;

    private final List<Event> events = new ArrayList<>();
    private final List<Trace.Waiting> waiting = new ArrayList<>();
    private final List<Child> children = new ArrayList<>();
    private final List<MapRun> mapRuns = new ArrayList<>();
    private final List<Instant> redrives = new ArrayList<>();
    private final Branch line;
    private final boolean root;
    private Trace.Status status = Trace.Status.RUNNING;
    private @Nullable Outcome outcome;
    private @Nullable Instant end;
    private Runnable forgetDeadline = () -> {};

    /// @param waiter the branch that waits for its end, and ends it with itself; none where nobody waits
    private record Child(Execution execution, @Nullable Branch waiter) {}

    Execution(StartExecution start, Setting setting, @Nullable Branch starter, Consumer<Trace> whenEnded) {
        this(start, setting, starter != null ? starter.execution.shownAt(starter.step) : start == setting.root() ? ITSELF : 0, whenEnded);
    }

    private Execution(StartExecution start, Setting setting, int startedBy, Consumer<Trace> whenEnded) {
        this.start = start;
        this.setting = setting;
        this.root = start == setting.root();
        this.agenda = setting.agenda();
        this.budget = setting.budget();
        this.random = new SplittableRandom(start.seed());
        this.startedBy = startedBy;
        this.whenEnded = whenEnded;
        this.visits = new Visits(this, setting);
        agenda.begun();
        this.line = new Branch(this);
    }

    /// A run without decisions.
    public static Run run(StartExecution start, Services services, Limits limits) {
        return run(start, services, limits, List.of());
    }

    /// Runs a state machine to its end, or until it waits for someone who does not answer. Executions that it started
    /// and does not wait for run to their end as well.
    public static Run run(StartExecution start, Services services, Limits limits, List<Decision> made) {
        var decisions = new Decisions(made);
        var budget = new Budget(limits);
        var root = run(start, new Setting(start, services, new Agenda(start.at(), budget), budget, decisions), Integer.MAX_VALUE);
        return budget.refused().<Run>map(refused -> refused).or(decisions::unfit).orElseGet(() -> new Run.Ended(root.trace()));
    }

    /// Makes a run again as far as one of its events: the services are then as they were at that moment.
    public static void runTo(int event, StartExecution start, Services services, Limits limits, List<Decision> made) {
        var budget = new Budget(limits);
        run(start, new Setting(start, services, new Agenda(start.at(), budget), budget, new Decisions(made)), event);
    }

    private static Execution run(StartExecution start, Setting setting, int lastEvent) {
        var root = new Execution(start, setting, null, _ -> {});
        setting.agenda().startsBy(root::start);
        setting.decisions().until().ifPresent(after -> setting.agenda().endsAt(start.at().plus(after)));
        root.begin();
        if (start.isAtLeastOnce()) setting.decisions().repeats(root::repeat);
        root.work(lastEvent);
        for (var redrive = setting.decisions().redrive(); redrive.isPresent(); redrive = setting.decisions().redrive()) {
            if (root.events.size() >= lastEvent || !root.redrive(redrive.get())) break;
            root.work(lastEvent);
        }
        return root;
    }

    /// Does what is on the agenda until nothing of the run is left to be done, or the event is there.
    private void work(int lastEvent) {
        Runnable event;
        while (events.size() < lastEvent && agenda.isBusy() && !budget.isSpent() && (event = agenda.next()) != null) event.run();
    }

    /// What it is made from.
    public StartExecution start() {
        return start;
    }

    /// The number of the step to which this goes back, in the trace of the run's first execution: of that one itself, its latest.
    public int step() {
        return startedBy == ITSELF ? visits.steps().size() : startedBy;
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

    /// Has it not ended?
    public boolean isOpen() {
        return status == Trace.Status.RUNNING;
    }

    /// What has happened so far; its events and steps go on with the execution.
    public Trace trace() {
        List<Trace> started = new ArrayList<>(children.size());
        for (Child child : children) started.add(child.execution.trace());
        return new Trace(start, status, Optional.ofNullable(outcome), end == null ? agenda.now() : end, events, visits.steps(),
                isOpen() ? List.copyOf(waiting) : List.of(), visits.transitions(), List.copyOf(redrives), started,
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

    /// Begins an execution that no task asked for.
    private void start(StartExecution other, int step, Consumer<Trace> whenEnded) {
        var execution = new Execution(other, setting, step, whenEnded);
        children.add(new Child(execution, null));
        execution.begin();
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

    /// Ends the execution from outside. AWS, StopExecution.
    public void stop(Failure failure) {
        // AWS: an end from outside follows no event.
        finish(Trace.Status.ABORTED, failure, Type.ExecutionAborted, 0, Detail.Failed.of(failure));
    }

    void begin() {
        budget.keep(start.input());
        record(Type.ExecutionStarted, 0, new Detail.Started(start.input(), start.roleArn()), 0);
        setting.services().moved(this, agenda);
        allowTime();
        // AWS: the first state's event follows no event, not the one of the start.
        visits.go(line, start.machine().startAt(), start.input());
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

    /// Goes on from where it failed, which its trace allows. AWS, RedriveExecution.
    public void redrive() {
        reopen(agenda.now());
        goOn();
    }

    private void reopen(Instant at) {
        redrives.add(at);
        agenda.begun();
        status = Trace.Status.RUNNING;
        outcome = null;
        end = null;
        waiting.clear();
    }

    private void goOn() {
        record(Type.ExecutionRedriven, events.size(), new Detail.Redriven(redrives.size()), 0);
        setting.services().moved(this, agenda);
        allowTime();
        visits.redrive(line);
    }

    /// Redrives the Map Run of a visit.
    ///
    /// @return whether there is something to go on with
    boolean redriveMapRun(Step step) {
        return mapRuns.reversed().stream().filter(mapRun -> mapRun.isOf(step)).findFirst().map(MapRun::redrive).orElse(false);
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

    void succeed(Json output, int lastEvent) {
        finish(Trace.Status.SUCCEEDED, new Success(output), Type.ExecutionSucceeded, lastEvent, new Detail.Output(output));
    }

    void fail(Failure failure, int lastEvent) {
        finish(Trace.Status.FAILED, failure, Type.ExecutionFailed, lastEvent, Detail.Failed.of(failure));
    }

    private void timeOut(Instant at) {
        if (!isOpen()) return;
        var failure = new Failure(ErrorName.TIMEOUT, "");
        // AWS: the event of a timeout follows no event, and DescribeExecution then shows neither error nor cause.
        finish(Trace.Status.TIMED_OUT, failure, Type.ExecutionTimedOut, 0, Detail.Failed.of(failure));
        end = at;
    }

    private void finish(Trace.Status how, Outcome outcome, Type type, int previous, Detail detail) {
        if (!isOpen()) return;
        status = how;
        end = agenda.now();
        forgetDeadline.run();
        this.outcome = outcome;
        events.add(new Event(nextEvent(), previous, agenda.now(), type, detail, 0));
        visits.abort();
        for (Child child : children) {
            if (child.waiter != null) child.execution.stop(new Failure("", ""));
        }
        mapRuns.forEach(mapRun -> mapRun.abort(0));
        agenda.ended();
        setting.services().moved(this, agenda);
        whenEnded.accept(trace());
    }

    /// What a state is given that is about to be entered: people may change it.
    Json decided(Json input) {
        return root && !setting.decisions().isEmpty() ? setting.decisions().changed(nextEvent(), input) : input;
    }

    /// The variables that are other ones from the entry of that state on: people may change them.
    Json.Obj decided(Variables variables) {
        return root && !setting.decisions().isEmpty() ? setting.decisions().assigned(nextEvent(), variables) : Json.Obj.EMPTY;
    }

    /// The reply to the call that a branch is about to make, where people decided it.
    Optional<Decision.Reply> decided(Branch branch) {
        return root && !setting.decisions().isEmpty() ? setting.decisions().reply(branch.step.enteredEvent(), branch.attempt()) : Optional.empty();
    }

    int nextEvent() {
        return events.size() + 1;
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
        events.add(new Event(nextEvent(), previous, agenda.now(), type, detail, step));
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
