package passo.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import passo.engine.semantics.Effect;
import passo.json.Json;

/// Waits for the branches of one Parallel or Map state: starts them as far as its concurrency allows, and keeps their
/// results in order. Written by `Execution` alone.
final class Join {

    final Branch parent;
    final int size;
    final Json[] results;
    final int concurrency;
    final List<Branch> open = new ArrayList<>();
    /// The branches that have started and not come to their end, by index.
    final Branch[] unfinished;
    int next;
    int ended;
    /// A Map's items; none for a Parallel.
    @Nullable List<Effect.Item> items;

    Join(Branch parent, int size, int concurrency) {
        this.parent = parent;
        this.size = size;
        this.results = new Json[size];
        this.unfinished = new Branch[size];
        this.concurrency = concurrency;
    }

    void start(Branch branch) {
        open.add(branch);
        unfinished[branch.index] = branch;
        next++;
    }

    void end(Branch branch, Json result) {
        open.remove(branch);
        unfinished[branch.index] = null;
        results[branch.index] = result;
        ended++;
    }

    boolean mayStart() {
        return next < size && open.size() < concurrency;
    }
}
