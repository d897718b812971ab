package passo.engine;

import java.util.ArrayList;
import java.util.List;
import passo.asl.State;
import passo.expression.Scope;
import passo.expression.Template;
import passo.json.Json;

/// Puts a distributed Map's items together, as its `ItemBatcher` says. AWS, "ItemBatcher (Map)".
final class Batches {

    private Batches() {}

    /// The inputs of the child executions. The scope's input is the Map's effective input.
    static List<Json> of(State.ItemBatcher batcher, List<Json> items, Scope scope) {
        long mostItems = batcher.maxItemsPerBatch().isEmpty() ? Long.MAX_VALUE
                : Numbers.positive("MaxItemsPerBatch", batcher.maxItemsPerBatch().get(), scope);
        long mostBytes = batcher.maxInputBytesPerBatch().isEmpty() ? Semantics.MOST_BYTES
                : Numbers.positive("MaxInputBytesPerBatch", batcher.maxInputBytesPerBatch().get(), scope);
        var frame = Json.Obj.builder();
        if (batcher.batchInput() != Template.NOTHING) frame.put("BatchInput", batcher.batchInput().evaluate(scope));
        Json.Obj empty = frame.build().with("Items", Json.Arr.EMPTY);
        List<Json> batches = new ArrayList<>();
        List<Json> batch = new ArrayList<>();
        long bytes = empty.bytes();
        for (Json item : items) {
            if (!batch.isEmpty() && (batch.size() >= mostItems || bytes + item.bytes() + 1 > mostBytes)) {
                batches.add(empty.with("Items", new Json.Arr(batch)));
                batch.clear();
                bytes = empty.bytes();
            }
            batch.add(item);
            bytes += item.bytes() + 1;
        }
        if (!batch.isEmpty()) batches.add(empty.with("Items", new Json.Arr(batch)));
        return batches;
    }
}
