package passo.engine;

import java.util.ArrayList;
import java.util.List;
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
    private final Budget budget;
    private final List<@Nullable Json> results = new ArrayList<>();
    private long bytes;

    ResultArray(State.Map map, Format format, Budget budget) {
        this.map = map;
        this.format = format;
        this.budget = budget;
    }

    @Override
    public void expect() {
        results.add(null);
    }

    @Override
    public void add(int index, Trace child) {
        if (format.transformation() == Transformation.NONE) keep(index, ResultWriting.description(child));
        else child.output().ifPresent(output -> keep(index, output));
    }

    @Override
    public void again(int index) {
        Json before = results.set(index, null);
        if (before != null) bytes -= before.bytes();
    }

    private void keep(int index, Json result) {
        budget.write(result);
        bytes += result.bytes();
        // What is too large for a state is not kept any longer than it takes to know it.
        if (!isTooLarge()) results.set(index, result);
    }

    private boolean isTooLarge() {
        return bytes > DataLimit.MOST_BYTES;
    }

    @Override
    public Outcome end(String mapRunArn, int redrives, Supplier<List<Batches.Batch>> pending, Function<Json, Reply> service) {
        List<Json> all = new ArrayList<>(results.size());
        for (Json result : results) {
            if (result instanceof Json.Arr arr && format.transformation() == Transformation.FLATTEN) all.addAll(arr.items());
            else if (result != null) all.add(result);
        }
        Json result = format.lines() ? Json.of(all.stream().map(line -> line + "\n").collect(Collectors.joining())) : new Json.Arr(all);
        return isTooLarge() || DataLimit.isTooLarge(result) ? DataLimit.tooLarge(map.name()) : new Success(result);
    }
}
