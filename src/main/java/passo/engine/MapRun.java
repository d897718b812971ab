package passo.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import passo.asl.Definition;
import passo.asl.State;
import passo.asl.catalogue.Resource;
import passo.engine.Event.Detail;
import passo.engine.Event.Type;
import passo.engine.items.Batches;
import passo.engine.items.ItemReading;
import passo.engine.items.Items;
import passo.engine.items.ResultWriting;
import passo.engine.items.Tolerance;
import passo.engine.semantics.DataLimit;
import passo.engine.semantics.Effect;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome;
import passo.engine.semantics.Outcome.Failure;
import passo.engine.semantics.Outcome.Success;
import passo.engine.semantics.Semantics;
import passo.expression.QueryError;
import passo.json.Json;

/// One Map Run: a distributed Map's items, each worked on by an execution of its own. AWS, "Using Map state in Distributed
/// mode". The children publish nothing in the parent's history, and of most of them only their result and their number is kept.
final class MapRun {

    /// So many of the first children keep their traces, and as many of the first that fail.
    static final int KEPT = 50;
    /// AWS, "Redrive eligibility for child workflows in a Map Run".
    private static final Resource START_EXECUTION =
            new Resource.Service("arn:aws:states:::states:startExecution", false, "states", "startExecution", Resource.Pattern.REQUEST_RESPONSE);
    private static final int MOST_REDRIVES = 1_000;
    private static final Failure STOPPED = new Failure("", "The parent Map Run was stopped.");

    private final Visits visits;
    private final Execution execution;
    private final Setting setting;
    private final Services services;
    private final Agenda agenda;
    private final Branch branch;
    private final State.Map map;
    private final State.Distributed distributed;
    private final int concurrency;
    private final String name;
    private final Step step;
    private final Tally items = new Tally();
    private final Tally executions = new Tally();
    /// Those that run, and those that are kept.
    private final Set<MapRunChild> children = new LinkedHashSet<>();
    private int failuresKept;
    /// The children that wait for their redrive, and the inputs that no child was started with before it.
    private final Deque<MapRunChild> unfinished = new ArrayDeque<>();
    private final Deque<Batches.Batch> waiting = new ArrayDeque<>();
    private int redrives;

    /// Empty until the Map Run has started.
    private String arn = "";
    private Instant start = Instant.MIN;
    private Instant end = Instant.MIN;
    private MapRunTrace.Status status = MapRunTrace.Status.RUNNING;
    private Tolerance tolerance;
    private Batches batches;
    private ResultWriting results;
    /// None until they have been read.
    private @Nullable Iterator<Effect.Item> rest;
    private Effect.@Nullable Read read;
    /// Did a field of the Map itself fail, so that no more items can be had?
    private boolean broken;
    /// The id of `MapStateStarted`.
    private int stateStarted;

    MapRun(Visits visits, Setting setting, Branch branch, State.Map map, int concurrency) {
        this.visits = visits;
        this.execution = visits.execution;
        this.setting = setting;
        this.services = setting.services();
        this.agenda = setting.agenda();
        this.branch = branch;
        this.map = map;
        this.distributed = map.distributed().orElseThrow();
        this.concurrency = concurrency;
        this.step = branch.step;
        String label = distributed.label().isEmpty() ? Chance.uuid(execution.random()).toString() : distributed.label();
        this.name = execution.start().machineName() + "/" + label;
    }

    /// Runs over items that are there.
    void run(List<Effect.Item> items) {
        stateStarted = execution.follow(branch, Type.MapStateStarted, new Detail.Length(items.size()));
        if (prepare()) begin(Items.of(items));
    }

    /// Reads the items from where they lie, then runs over them.
    void read(Effect.Read read) {
        stateStarted = execution.follow(branch, Type.MapStateStarted, new Detail.Length(0));
        this.read = read;
        long most;
        try {
            most = ItemReading.most(read.reader(), branch.inside());
        } catch (QueryError query) {
            undefined(query);
            return;
        }
        if (prepare()) fetch(read, most);
    }

    private void fetch(Effect.Read read, long most) {
        new ItemFetch(execution, services, agenda, branch, this::begin, this::fail).fetch(read, most);
    }

    /// Reads what the fields say of the whole, and tells of the Map Run's start.
    private boolean prepare() {
        try {
            tolerance = Tolerance.of(distributed, branch.inside());
            batches = Batches.of(distributed.batcher(), branch.inside());
            results = ResultWriting.of(map, branch.inside(), setting.budget()::write);
        } catch (QueryError query) {
            undefined(query);
            return false;
        }
        arn = "arn:aws:states:" + StartExecution.REGION + ":" + execution.start().account() + ":mapRun:" + name + ":"
                + Chance.uuid(execution.random());
        start = agenda.now();
        execution.follow(branch, Type.MapRunStarted, new Detail.MapRun(arn));
        execution.started(this);
        return true;
    }

    private void begin(Items found) {
        var machine = Json.Obj.of("StateMachineArn", Json.of(execution.start().machineArn()));
        Optional<Failure> refused = services.refusal(Call.ofMap(execution, branch, START_EXECUTION, machine), agenda);
        if (refused.isPresent()) {
            fail(refused.get());
            return;
        }
        items.expect(found.size());
        rest = found.each().iterator();
        startMore();
    }

    /// Starts children as far as the concurrency allows; ends the Map Run where none is left.
    private void startMore() {
        boolean more = true;
        while (more && isRunning() && executions.of(Trace.Status.RUNNING) < concurrency) more = startNext();
        if (isRunning() && executions.of(Trace.Status.RUNNING) == 0) succeed();
    }

    private boolean startNext() {
        MapRunChild child = unfinished.poll();
        if (child != null) {
            again(child);
            return true;
        }
        Optional<Batches.Batch> batch = next();
        batch.ifPresent(this::start);
        return batch.isPresent();
    }

    private Optional<Batches.Batch> next() {
        if (!waiting.isEmpty()) return Optional.of(waiting.poll());
        while (rest.hasNext()) {
            Optional<Json> input = select(rest.next());
            if (input.isEmpty()) return Optional.empty();
            Optional<Batches.Batch> full = batches.add(input.get());
            if (full.isPresent()) return full;
        }
        return batches.rest();
    }

    /// An item after `ItemSelector`; nothing where that fails, and the Map Run with it.
    private Optional<Json> select(Effect.Item item) {
        try {
            Json input = Semantics.iterationInput(map, branch.inside(), item);
            if (!DataLimit.isTooLarge(input)) return Optional.of(input);
            // What was never to start need not be possible.
            if (isRunning()) fail(DataLimit.tooLargeArguments(map));
        } catch (QueryError query) {
            if (isRunning()) undefined(query);
        }
        broken = true;
        return Optional.empty();
    }

    private void start(Batches.Batch batch) {
        int index = executions.total();
        executions.expect(1);
        executions.start(1);
        items.start(batch.items());
        results.expect();
        StartExecution parent = execution.start();
        var type = distributed.express() ? Definition.Type.EXPRESS : Definition.Type.STANDARD;
        var input = new StartExecution(map.processor(), type, name, Chance.uuid(execution.random()).toString(), parent.account(),
                batch.input(), agenda.now(), execution.random().nextLong()).as(parent.role());
        var child = new MapRunChild(index, batch.items(), setting.budget().part());
        children.add(child);
        begin(child, input);
    }

    private void begin(MapRunChild child, StartExecution input) {
        child.execution = new Execution(input, setting.with(child.budget), branch, trace -> ended(child, trace));
        child.execution.begin();
    }

    private void ended(MapRunChild child, Trace trace) {
        child.status = trace.status();
        executions.end(trace.status(), 1);
        items.end(trace.status(), child.items);
        if (trace.status() != Trace.Status.SUCCEEDED && !isRedrivable(child)) {
            executions.giveUp(1);
            items.giveUp(child.items);
        }
        results.add(child.index, trace.output(), () -> MapRunChild.description(trace));
        if (!keeps(child, trace)) {
            children.remove(child);
            child.budget.letGo();
        }
        agenda.after(Duration.ZERO, this::goOn);
    }

    private boolean keeps(MapRunChild child, Trace trace) {
        child.failureKept = (trace.status() == Trace.Status.FAILED || trace.status() == Trace.Status.TIMED_OUT) && failuresKept < KEPT;
        if (child.failureKept) failuresKept++;
        boolean mayGoOn = trace.status() != Trace.Status.SUCCEEDED && setting.decisions().mayRedrive();
        return child.failureKept || mayGoOn || child.index < KEPT || child.execution.hasStarted();
    }

    private void goOn() {
        if (!isRunning()) return;
        if (tolerance.isExceeded(items.failed(), items.total())) fail(Tolerance.failure());
        else startMore();
    }

    private void succeed() {
        switch (conclude(MapRunTrace.Status.SUCCEEDED)) {
            case Success success -> done(success);
            case Failure failure -> fail(failure);
        }
    }

    private void done(Success result) {
        // AWS since November 2024: the exit follows the start of the Map Run, not its success.
        int succeeded = execution.beside(branch, Type.MapRunSucceeded, new Detail.None());
        execution.record(Type.MapStateSucceeded, succeeded, new Detail.None(), step.number());
        visits.settle(branch, result);
    }

    private void undefined(QueryError query) {
        broken = true;
        boolean reads = query.error().equals(ErrorName.ITEM_READER_FAILED);
        Failure failure = reads ? new Failure(query.error(), query.cause()) : Semantics.failure(map, step.enteredEvent(), query);
        if (failure.isEvaluation()) visits.evaluationFailed(branch, failure, query.location());
        fail(failure);
    }

    private void fail(Failure failure) {
        conclude(MapRunTrace.Status.FAILED);
        if (!arn.isEmpty()) execution.follow(branch, Type.MapRunFailed, Detail.Failed.of(failure));
        visits.settle(branch, failure);
    }

    /// The Map state is cut off.
    ///
    /// @param cause the event that this follows
    void abort(int cause) {
        if (!isRunning()) return;
        conclude(MapRunTrace.Status.ABORTED);
        execution.record(Type.MapRunAborted, cause, new Detail.None(), step.number());
    }

    /// Stops what still runs, and brings the results where they belong.
    private Outcome conclude(MapRunTrace.Status how) {
        boolean ran = isRunning() && rest != null;
        status = how;
        end = agenda.now();
        for (MapRunChild child : List.copyOf(children)) child.execution.stop(STOPPED);
        if (!ran) return new Success(Json.NULL);
        return results.end(arn, redrives, this::pending, this::put);
    }

    private Outcome put(Json object) {
        Resource writer = distributed.writer().flatMap(State.ResultWriter::resource).orElseThrow();
        return switch (services.invoke(Call.ofMap(execution, branch, writer, object), agenda)) {
            case Reply.After(_, Failure failure, _) -> new Failure(ErrorName.RESULT_WRITER_FAILED, failure.cause());
            case Reply.After(_, Success success, _) -> success;
            case Reply.Refused(var failure) -> failure;
            case Reply other -> throw new IllegalStateException("Not an answer to writing: " + other);
        };
    }

    private List<Batches.Batch> pending() {
        List<Batches.Batch> never = new ArrayList<>();
        for (Optional<Batches.Batch> batch = next(); batch.isPresent(); batch = next()) never.add(batch.get());
        waiting.addAll(never);
        return never;
    }

    /// Goes on from where it ended: what succeeded stays, what failed or was stopped goes on, what never started starts. AWS,
    /// "Redriving Map Runs".
    ///
    /// @return whether there is something to go on with
    boolean redrive() {
        if (broken) return false;
        if (redrives == MOST_REDRIVES) {
            visits.settle(branch, new Failure(ErrorName.RUNTIME, "The Map Run has been redriven " + MOST_REDRIVES + " times and cannot be redriven again."));
            return true;
        }
        status = MapRunTrace.Status.RUNNING;
        redrives++;
        branch.lastEvent = stateStarted;
        execution.follow(branch, Type.MapRunRedriven, new Detail.MapRunRedriven(arn, redrives));
        if (rest == null) {
            fetch(read, ItemReading.most(read.reader(), branch.inside()));
            return true;
        }
        unfinished.clear();
        for (MapRunChild child : children) {
            if (isRedrivable(child)) reopen(child);
        }
        startMore();
        return true;
    }

    private boolean isRedrivable(MapRunChild child) {
        boolean failed = child.status != Trace.Status.SUCCEEDED && child.status != Trace.Status.RUNNING;
        return failed && (distributed.express() || child.execution.trace().notRedrivable(agenda.now()).isEmpty());
    }

    private void reopen(MapRunChild child) {
        executions.reopen(child.status, 1);
        items.reopen(child.status, child.items);
        if (child.failureKept) failuresKept--;
        results.again(child.index);
        unfinished.add(child);
    }

    /// AWS: an Express execution starts anew, by the same name; a Standard one goes on from the state that failed.
    private void again(MapRunChild child) {
        child.status = Trace.Status.RUNNING;
        executions.redrive(1);
        items.redrive(child.items);
        if (distributed.express()) begin(child, child.execution.start().at(agenda.now()));
        else child.execution.redrive();
    }

    private boolean isRunning() {
        return status == MapRunTrace.Status.RUNNING;
    }

    boolean isOf(Branch branch) {
        return this.branch == branch;
    }

    boolean isOf(Step step) {
        return this.step == step;
    }

    MapRunTrace trace() {
        return new MapRunTrace(arn, step.number(), status, start, isRunning() ? agenda.now() : end, redrives,
                items.counts(!isRunning()), executions.counts(!isRunning()),
                children.stream().limit(2 * KEPT).map(child -> child.execution.trace()).toList());
    }
}
