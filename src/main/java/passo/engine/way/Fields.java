package passo.engine.way;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import passo.engine.Step;
import passo.engine.Trace;
import passo.expression.Path;
import passo.json.Json;

/// The paths of all fields that existed in a run, in the order in which they came up.
public final class Fields {

    private static final int DEEPEST = 6;

    private final Set<String> found = new LinkedHashSet<>();
    private final Set<Json> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final int most;

    private Fields(int most) {
        this.most = most;
    }

    /// @param most so many paths and no more
    public static List<String> of(Trace trace, int most) {
        var fields = new Fields(most);
        for (Step step : trace.steps()) {
            fields.collect(step.input(), Place.START, 0);
            step.output().ifPresent(output -> fields.collect(output, Place.START, 0));
            if (fields.found.size() >= most) break;
        }
        return List.copyOf(fields.found);
    }

    private void collect(Json json, Place at, int depth) {
        if (found.size() >= most || depth > DEEPEST || depth == 0 && !seen.add(json)) return;
        if (depth > 0) found.add(at.text());
        switch (json) {
            case Json.Obj obj -> obj.forEach((name, value) -> collect(value, at.in(List.of(new Path.Step.Name(name))), depth + 1));
            case Json.Arr arr when arr.size() > 0 -> collect(arr.get(0), at.in(List.of(new Path.Step.Index(0))), depth + 1);
            case Json.Arr _, Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }
}
