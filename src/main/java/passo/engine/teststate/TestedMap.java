package passo.engine.teststate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import passo.asl.State;
import passo.engine.Budget;
import passo.engine.items.Batches;
import passo.engine.items.ItemReading;
import passo.engine.items.Tolerance;
import passo.engine.semantics.Effect;
import passo.engine.semantics.Entry;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Numbers;
import passo.engine.semantics.Outcome;
import passo.engine.semantics.Outcome.Failure;
import passo.engine.semantics.Semantics;
import passo.expression.QueryError;
import passo.expression.Scope;
import passo.json.Json;

/// A Map that is tested by itself: what its iterations would start with. They do not run; a mock says how they went.
///
/// @param items as they were found
/// @param selected the items after `ItemSelector`
/// @param batches the selected items after `ItemBatcher`
record TestedMap(State.Map map, List<Effect.Item> items, List<Json> selected, List<Batches.Batch> batches, long maxConcurrency,
        Tolerance tolerance) {

    /// Nothing where the state is no Map, or its items cannot be known. Only as much as the budget allows.
    static Optional<TestedMap> of(TestState test, Entry entry, Scope scope, Budget budget) {
        Scope inside = entry.effectiveInput() == null ? scope : scope.on(entry.effectiveInput());
        return switch (entry.effect()) {
            // AWS: unlike an execution, a test does not iterate over an object's members.
            case Effect.Iterations(var map, var items, _) when !items.isEmpty() && items.getFirst().key().isPresent() ->
                throw Semantics.notIterable(map, map.items().evaluate(inside));
            case Effect.Iterations(var map, var items, _) -> Optional.of(of(map, items, inside, budget));
            case Effect.Read(var map, var reader, var arguments, _) ->
                Optional.of(of(map, read(test, reader, arguments, inside), inside, budget));
            case Effect.Value _, Effect.Sleep _, Effect.Invoke _, Effect.Branches _, Effect.Fail _, Effect.Undefined _ -> Optional.empty();
        };
    }

    private static List<Effect.Item> read(TestState test, State.ItemReader reader, Json arguments, Scope scope) {
        if (test.itemReaderData().isEmpty()) return List.of();
        Json.Obj found = Json.Obj.of("Body", Json.of(test.itemReaderData().get()));
        return switch (ItemReading.read(reader, arguments, found, ItemReading.most(reader, scope))) {
            case ItemReading.Read.Found(var items) -> StreamSupport.stream(items.each().spliterator(), false).toList();
            case ItemReading.Read.Unreadable(var cause) -> throw new QueryError(ErrorName.ITEM_READER_FAILED, cause);
            // What a manifest names cannot be given here.
            case ItemReading.Read.In _ -> List.of();
        };
    }

    private static TestedMap of(State.Map map, List<Effect.Item> items, Scope scope, Budget budget) {
        List<Json> selected = new ArrayList<>(items.size());
        for (Effect.Item item : items) {
            budget.event();
            if (budget.isSpent()) break;
            Json input = Semantics.iterationInput(map, scope, item);
            budget.write(input);
            selected.add(input);
        }
        Optional<State.Distributed> distributed = map.distributed();
        var batches = Batches.of(distributed.flatMap(State.Distributed::batcher), scope);
        List<Batches.Batch> all = new ArrayList<>();
        for (Json input : selected) batches.add(input).ifPresent(all::add);
        batches.rest().ifPresent(all::add);
        return new TestedMap(map, items, selected, all,
                Numbers.nonNegative("MaxConcurrency", map.maxConcurrency(), scope),
                distributed.isEmpty() ? Tolerance.NONE : Tolerance.of(distributed.get(), scope));
    }

    int iterations() {
        return batches.size();
    }

    /// The mocked outcome, unless more iterations are said to have failed than the Map tolerates.
    Outcome outcome(TestState test) {
        Outcome mock = test.mock().orElseThrow();
        int failed = test.failedIterations().orElse(0);
        // AWS: unlike in an execution, a Map that names no tolerance tolerates every failure here.
        boolean tolerated = tolerance.equals(Tolerance.NONE) || !tolerance.isExceeded(failed, iterations());
        return tolerated || mock instanceof Failure ? mock : Tolerance.failure();
    }
}
