package passo.engine.items;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import passo.asl.State;
import passo.engine.semantics.DataLimit;
import passo.engine.semantics.Outcome;
import passo.engine.semantics.Outcome.Success;
import passo.json.Json;

/// A Map Run's results as the state's own: in the order of the items, without those that have none.
final class ResultArray implements ResultWriting {

    private final State.Map map;
    private final Format format;
    private final Consumer<Json> written;
    private final List<@Nullable Json> results = new ArrayList<>();
    private long bytes;

    ResultArray(State.Map map, Format format, Consumer<Json> written) {
        this.map = map;
        this.format = format;
        this.written = written;
    }

    @Override
    public void expect() {
        results.add(null);
    }

    @Override
    public void add(int index, Optional<Json> output, Supplier<Json> description) {
        if (format.transformation() == Transformation.NONE) keep(index, description.get());
        else output.ifPresent(result -> keep(index, result));
    }

    @Override
    public void again(int index) {
        Json before = results.set(index, null);
        if (before != null) bytes -= before.bytes();
    }

    private void keep(int index, Json result) {
        written.accept(result);
        bytes += result.bytes();
        // What is too large for a state is not kept any longer than it takes to know it.
        if (!isTooLarge()) results.set(index, result);
    }

    private boolean isTooLarge() {
        return bytes > DataLimit.MOST_BYTES;
    }

    @Override
    public Outcome end(String mapRunArn, int redrives, Supplier<List<Batches.Batch>> pending, Function<Json, Outcome> put) {
        List<Json> all = new ArrayList<>(results.size());
        for (Json result : results) {
            if (result instanceof Json.Arr arr && format.transformation() == Transformation.FLATTEN) all.addAll(arr.items());
            else if (result != null) all.add(result);
        }
        Json result = format.lines() ? Json.of(all.stream().map(line -> line + "\n").collect(Collectors.joining())) : new Json.Arr(all);
        return isTooLarge() || DataLimit.isTooLarge(result) ? DataLimit.tooLarge(map.name()) : new Success(result);
    }
}
