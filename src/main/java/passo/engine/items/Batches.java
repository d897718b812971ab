package passo.engine.items;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.asl.State;
import passo.engine.semantics.DataLimit;
import passo.engine.semantics.Numbers;
import passo.expression.Scope;
import passo.expression.Template;
import passo.json.Json;

/// Puts a distributed Map's items together to the inputs of its child executions, as its `ItemBatcher` says; where there is
/// none, each item is an input. AWS, "ItemBatcher (Map)".
public final class Batches {

    /// The input of one child execution.
    ///
    /// @param items how many of the Map's items it holds
    public record Batch(Json input, int items) {}

    private final Optional<Json.Obj> frame;
    private final long mostItems;
    private final long mostBytes;
    private final List<Json> items = new ArrayList<>();
    private long bytes;

    private Batches(Optional<Json.Obj> frame, long mostItems, long mostBytes) {
        this.frame = frame;
        this.mostItems = mostItems;
        this.mostBytes = mostBytes;
    }

    /// The scope's input is the Map's effective input.
    public static Batches of(Optional<State.ItemBatcher> batcher, Scope scope) {
        if (batcher.isEmpty()) return new Batches(Optional.empty(), 1, DataLimit.MOST_BYTES);
        State.ItemBatcher sizes = batcher.get();
        long mostItems = sizes.maxItemsPerBatch().isEmpty() ? Long.MAX_VALUE
                : Numbers.positive("MaxItemsPerBatch", sizes.maxItemsPerBatch().get(), scope);
        long mostBytes = sizes.maxInputBytesPerBatch().isEmpty() ? DataLimit.MOST_BYTES
                : Numbers.positive("MaxInputBytesPerBatch", sizes.maxInputBytesPerBatch().get(), scope);
        var frame = Json.Obj.builder();
        if (sizes.batchInput() != Template.NOTHING) frame.put("BatchInput", sizes.batchInput().evaluate(scope));
        return new Batches(Optional.of(frame.build().with("Items", Json.Arr.EMPTY)), mostItems, mostBytes);
    }

    /// Takes an item.
    ///
    /// @return the batch that is full, where it no longer fits into it
    public Optional<Batch> add(Json item) {
        if (frame.isEmpty()) return Optional.of(new Batch(item, 1));
        boolean fits = items.size() < mostItems && frame.get().bytes() + bytes + item.bytes() + 1 <= mostBytes;
        Optional<Batch> full = fits ? Optional.empty() : rest();
        items.add(item);
        bytes += item.bytes() + 1;
        return full;
    }

    /// The batch that was begun, where there is one.
    public Optional<Batch> rest() {
        if (items.isEmpty()) return Optional.empty();
        var batch = new Batch(frame.orElseThrow().with("Items", new Json.Arr(items)), items.size());
        items.clear();
        bytes = 0;
        return Optional.of(batch);
    }
}
