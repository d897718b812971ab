package passo.engine.teststate;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import passo.asl.DataFlow;
import passo.asl.State;
import passo.engine.items.Batches;
import passo.engine.items.Tolerance;
import passo.engine.semantics.Effect;
import passo.engine.semantics.Entry;
import passo.engine.semantics.Exit;
import passo.engine.semantics.Outcome;
import passo.engine.semantics.Outcome.Success;
import passo.engine.semantics.Transition;
import passo.expression.Template;
import passo.expression.Variables;
import passo.json.Json;

/// Makes the `inspectionData` of a tested state: the data at every stage that AWS shows for its kind and language, as far as it
/// came. AWS, "InspectionData".
record Inspection(TestState test, Entry entry, Outcome outcome, Exit exit, Optional<TestedMap> map) {

    Json.Obj json() {
        var data = Json.Obj.builder().put("input", test.start().input());
        switch (test.state().common().flow()) {
            case DataFlow.JsonPath _ -> paths(data);
            case DataFlow.Jsonata _ -> query(data);
        }
        map.ifPresent(tested -> map(data, tested));
        Json.Obj details = errorDetails();
        if (!details.isEmpty()) data.put("errorDetails", details);
        Json.Obj variables = Json.Obj.of(Variables.NONE.with(test.variables()).with(exit.assigned()).own());
        if (!variables.isEmpty()) data.put("variables", variables);
        return data.build();
    }

    private void paths(Json.Obj.Builder data) {
        switch (test.state()) {
            // AWS: where there is a fixed Result, what goes in is not shown; so with a Parallel.
            case State.Pass pass when pass.result().isPresent() -> result(data);
            case State.Parallel _ -> {}
            case State.Pass _ -> arguments(data);
            case State.Task _ -> {
                arguments(data);
                result(data);
            }
            case State.Map _, State.Choice _, State.Wait _, State.Succeed _, State.Fail _ -> put(data, "afterInputPath", entry.effectiveInput());
        }
        if (exit.placed() == null || !(test.state() instanceof State.Recoverable || test.state() instanceof State.Pass)) return;
        put(data, "afterResultSelector", exit.selected() != null ? exit.selected() : ((Success) outcome).result());
        put(data, "afterResultPath", exit.placed());
    }

    private void query(Json.Obj.Builder data) {
        if (!(test.state() instanceof State.Task)) return;
        put(data, "afterArguments", entry.arguments());
        result(data);
    }

    private void arguments(Json.Obj.Builder data) {
        put(data, "afterInputPath", entry.effectiveInput());
        put(data, "afterParameters", entry.arguments());
    }

    private void result(Json.Obj.Builder data) {
        if (outcome instanceof Success(var result)) data.put("result", result);
    }

    private static void put(Json.Obj.Builder data, String name, Json value) {
        if (value != null) data.put(name, value);
    }

    private static void map(Json.Obj.Builder data, TestedMap tested) {
        State.Map map = tested.map();
        boolean paths = map.common().flow() instanceof DataFlow.JsonPath;
        Optional<State.ItemReader> reader = map.distributed().flatMap(State.Distributed::reader);
        Json.Arr items = new Json.Arr(tested.items().stream().map(Effect.Item::value).toList());
        if (paths && reader.isEmpty()) data.put("afterItemsPath", items);
        if (paths && reader.isPresent() && reader.get().config().has("ItemsPointer")) data.put("afterItemsPointer", items);
        if (map.itemSelector() != Template.NOTHING) data.put("afterItemSelector", new Json.Arr(tested.selected()));
        if (map.distributed().flatMap(State.Distributed::batcher).isPresent()) data.put("afterItemBatcher", new Json.Arr(tested.batches().stream().map(Batches.Batch::input).toList()));
        data.put("maxConcurrency", tested.maxConcurrency());
        Tolerance tolerance = tested.tolerance();
        if (tolerance.count() > 0) data.put("toleratedFailureCount", tolerance.count());
        if (tolerance.percentage() > 0) data.put("toleratedFailurePercentage", new Json.Num(BigDecimal.valueOf(tolerance.percentage())));
    }

    private Json.Obj errorDetails() {
        var details = Json.Obj.builder();
        exit.handling().ifPresent(handling -> {
            if (handling.catcher() >= 0) details.put("catchIndex", handling.catcher());
            if (handling.retrier() >= 0) details.put("retryIndex", handling.retrier());
        });
        if (exit.transition() instanceof Transition.Retry(Duration delay)) details.put("retryBackoffIntervalSeconds", delay.toSeconds());
        return details.build();
    }
}
