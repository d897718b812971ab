package passo.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.asl.Definition;
import passo.asl.State;
import passo.engine.Event.Detail;
import passo.engine.Event.Type;
import passo.engine.Outcome.Failure;
import passo.engine.Outcome.Success;
import passo.expression.QueryError;
import passo.expression.Scope;
import passo.json.Json;

/// One Map Run: a distributed Map's items, each worked on by an execution of its own. AWS, "Using Map state in Distributed
/// mode". The children publish nothing in the parent's history.
final class MapRun {

    private final Execution execution;
    private final Forks forks;
    private final Services services;
    private final Agenda agenda;
    private final Branch branch;
    private final State.Map map;
    private final State.Distributed distributed;
    private final int concurrency;
    private final String name;

    /// Empty until the Map Run has started.
    private String arn = "";
    private List<Json> inputs = List.of();
    private Json[] results = {};
    private Tolerance tolerance = Tolerance.NONE;
    private int next;
    private int open;
    private int ended;
    private int failed;
    private boolean over;

    MapRun(Execution execution, Forks forks, Services services, Agenda agenda, Branch branch, State.Map map, int concurrency) {
        this.execution = execution;
        this.forks = forks;
        this.services = services;
        this.agenda = agenda;
        this.branch = branch;
        this.map = map;
        this.distributed = map.distributed().orElseThrow();
        this.concurrency = concurrency;
        String label = distributed.label().isEmpty() ? Chance.uuid(execution.random()).toString() : distributed.label();
        this.name = execution.start().machineName() + "/" + label;
    }

    /// Runs over items that are there.
    void run(List<Effect.Item> items) {
        execution.follow(branch, Type.MapStateStarted, new Detail.Length(items.size()));
        if (prepare()) begin(items);
    }

    /// Reads the items from where they lie, then runs over them.
    void read(Effect.Read read) {
        execution.follow(branch, Type.MapStateStarted, new Detail.Length(0));
        Optional<Long> most;
        try {
            most = ItemReading.most(read.reader(), scope());
        } catch (QueryError query) {
            undefined(query);
            return;
        }
        if (!prepare()) return;
        var call = new Call(read.reader().resource(), read.arguments(), map.name(), branch.retries, Optional.empty(), Optional.empty(),
                execution.start().executionArn(), branch.step.number());
        Reply reply = services.invoke(call, agenda);
        branch.step.automatic = reply.automatic();
        switch (reply) {
            case Reply.After(var latency, Success(var result), var automatic) -> execution.later(branch, latency, () -> {
                switch (ItemReading.read(read.reader(), read.arguments(), result, most, automatic)) {
                    case ItemReading.Read.Items(var items) -> begin(items);
                    case ItemReading.Read.Unreadable(var cause) -> fail(new Failure(ErrorName.ITEM_READER_FAILED, cause));
                }
            });
            case Reply.After(var latency, Failure failure, _) ->
                execution.later(branch, latency, () -> fail(new Failure(ErrorName.ITEM_READER_FAILED, failure.cause())));
            case Reply.Refused(var failure) -> fail(failure);
            case Reply.Job _, Reply.Waiting _, Reply.Start _ -> throw new IllegalStateException("Not an answer to reading items: " + reply);
        }
    }

    private Scope scope() {
        return branch.scope.on(branch.entry.effectiveInput());
    }

    /// Reads the tolerance and tells of the Map Run's start.
    private boolean prepare() {
        try {
            tolerance = Tolerance.of(distributed, scope());
        } catch (QueryError query) {
            undefined(query);
            return false;
        }
        arn = "arn:aws:states:" + StartExecution.REGION + ":" + execution.start().account() + ":mapRun:" + name + ":"
                + Chance.uuid(execution.random());
        execution.follow(branch, Type.MapRunStarted, new Detail.MapRun(arn));
        return true;
    }

    private void undefined(QueryError query) {
        if (query.error().equals(ErrorName.ITEM_READER_FAILED)) fail(new Failure(query.error(), query.cause()));
        else execution.settle(branch, Semantics.failure(map, branch.step.enteredEvent(), query));
    }

    private void begin(List<Effect.Item> items) {
        List<Json> selected = new ArrayList<>(items.size());
        for (Effect.Item item : items) {
            Optional<Json> input = forks.iterationInput(branch, map, item);
            if (input.isEmpty()) return;
            selected.add(input.get());
        }
        try {
            inputs = distributed.batcher().isEmpty() ? selected : Batches.of(distributed.batcher().get(), selected, scope());
        } catch (QueryError query) {
            undefined(query);
            return;
        }
        results = new Json[inputs.size()];
        if (inputs.isEmpty()) succeed();
        else startMore();
    }

    private void startMore() {
        while (!over && next < inputs.size() && open < concurrency) {
            int index = next++;
            open++;
            StartExecution parent = execution.start();
            var type = distributed.express() ? Definition.Type.EXPRESS : Definition.Type.STANDARD;
            var child = new StartExecution(map.processor(), type, name, Chance.uuid(execution.random()).toString(), parent.account(),
                    inputs.get(index), agenda.now(), execution.random().nextLong());
            execution.child(child, branch, trace -> agenda.after(Duration.ZERO, () -> ended(index, trace))).begin();
        }
    }

    private void ended(int index, Trace child) {
        if (over || !branch.live || !execution.isOpen()) return;
        open--;
        ended++;
        if (child.outcome().orElseThrow() instanceof Success(var result)) results[index] = result;
        else failed++;
        if (tolerance.isExceeded(failed, inputs.size())) {
            fail(Tolerance.failure());
        } else if (ended == inputs.size()) {
            succeed();
        } else {
            startMore();
        }
    }

    private void succeed() {
        over = true;
        List<Json> succeeded = new ArrayList<>(results.length);
        for (Json result : results) {
            if (result != null) succeeded.add(result);
        }
        var all = new Json.Arr(succeeded);
        boolean exports = distributed.writer().flatMap(State.ResultWriter::resource).isPresent();
        if (exports) {
            if (execution.mayWrite(all)) export(distributed.writer().get(), all);
        } else if (Semantics.isTooLarge(all)) {
            fail(Semantics.tooLarge(map.name()));
        } else {
            done(all);
        }
    }

    private void done(Json result) {
        // AWS since November 2024: the exit follows the start of the Map Run, not its success.
        int succeeded = execution.beside(branch, Type.MapRunSucceeded, new Detail.None());
        execution.record(Type.MapStateSucceeded, succeeded, new Detail.None(), branch.step.number());
        execution.settle(branch, new Success(result));
    }

    /// Writes the results as AWS's `ResultWriter` lays them out: a manifest, and a file of those that succeeded.
    private void export(State.ResultWriter writer, Json.Arr all) {
        Json parameters;
        try {
            parameters = writer.parameters().evaluate(scope());
        } catch (QueryError query) {
            undefined(query);
            return;
        }
        String bucket = text(parameters, "Bucket");
        String prefix = text(parameters, "Prefix");
        String folder = (prefix.isEmpty() ? "" : prefix + "/") + arn.substring(arn.lastIndexOf(':') + 1) + "/";
        Json.Obj file = Json.Obj.builder().put("Key", folder + "SUCCEEDED_0.json").put("Size", all.bytes()).build();
        Json.Obj manifest = Json.Obj.builder().put("DestinationBucket", bucket).put("MapRunArn", arn)
                .put("ResultFiles", Json.Obj.builder().put("FAILED", Json.Arr.EMPTY).put("PENDING", Json.Arr.EMPTY).put("SUCCEEDED", Json.array(file)).build())
                .build();
        Optional<Failure> failure = put(writer, bucket, folder + "SUCCEEDED_0.json", all.toString())
                .or(() -> put(writer, bucket, folder + "manifest.json", manifest.toString()));
        if (failure.isPresent()) {
            fail(new Failure(ErrorName.RESULT_WRITER_FAILED, failure.get().cause()));
            return;
        }
        done(Json.Obj.of("MapRunArn", Json.of(arn), "ResultWriterDetails",
                Json.Obj.of("Bucket", Json.of(bucket), "Key", Json.of(folder + "manifest.json"))));
    }

    private Optional<Failure> put(State.ResultWriter writer, String bucket, String key, String body) {
        Json.Obj request = Json.Obj.builder().put("Bucket", bucket).put("Key", key).put("Body", body).build();
        var call = new Call(writer.resource().orElseThrow(), request, map.name(), 0, Optional.empty(), Optional.empty(),
                execution.start().executionArn(), branch.step.number());
        return services.invoke(call, agenda) instanceof Reply.After(_, Failure failure, _) ? Optional.of(failure) : Optional.empty();
    }

    private static String text(Json json, String member) {
        return json instanceof Json.Obj obj && obj.get(member) instanceof Json.Str(var text) ? text : "";
    }

    private void fail(Failure failure) {
        over = true;
        execution.stopChildren(branch);
        if (!arn.isEmpty()) execution.follow(branch, Type.MapRunFailed, Execution.failed(failure));
        execution.settle(branch, failure);
    }
}
