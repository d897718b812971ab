package passo.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import passo.json.Json;

/// The workflow variables of one scope, as at one moment, and those of the scopes around it. Immutable: `Assign` makes
/// a new one, so that every expression of a state sees the values as at its entry.
///
/// Each visit of a state keeps its own, so an assignment shares what it does not change: it is laid over what was there. Layers
/// grow from above to below at least twofold, so there are few to look through.
public final class Variables {

    private static final SequencedMap<String, Json> EMPTY = Collections.unmodifiableSequencedMap(new LinkedHashMap<>());
    public static final Variables NONE = new Variables(EMPTY, null, null);

    private final SequencedMap<String, Json> top;
    /// What was assigned before in the same scope.
    private final @Nullable Variables below;
    private final @Nullable Variables outer;

    private Variables(SequencedMap<String, Json> top, @Nullable Variables below, @Nullable Variables outer) {
        this.top = top;
        this.below = below;
        this.outer = outer;
    }

    /// The variable's value, of the innermost scope that has it; `null` where none has.
    public @Nullable Json get(String name) {
        Json value = own(name);
        return value != null || outer == null ? value : outer.get(name);
    }

    /// The value of a variable of this very scope; `null` where it has none of this name.
    public @Nullable Json own(String name) {
        for (Variables layer = this; layer != null; layer = layer.below) {
            Json value = layer.top.get(name);
            if (value != null) return value;
        }
        return null;
    }

    /// These variables after an assignment in this scope.
    public Variables with(Json.Obj assigned) {
        if (assigned.isEmpty()) return this;
        SequencedMap<String, Json> changed = new LinkedHashMap<>();
        assigned.forEach(changed::put);
        Variables rest = this;
        while (rest != null && rest.top.size() <= 2 * changed.size()) {
            SequencedMap<String, Json> merged = new LinkedHashMap<>(rest.top);
            merged.putAll(changed);
            changed = merged;
            rest = rest.below;
        }
        return new Variables(changed, rest, outer);
    }

    /// An empty scope inside this one, for a branch or an iteration.
    public Variables inner() {
        boolean empty = top.isEmpty() && below == null;
        return new Variables(EMPTY, null, empty && outer != null ? outer : this);
    }

    /// The variables of this scope, in the order of their first assignment.
    public SequencedMap<String, Json> own() {
        SequencedMap<String, Json> all = below == null ? new LinkedHashMap<>() : below.own();
        all.putAll(top);
        return all;
    }

    /// Everything that can be seen from here, outer before inner.
    public SequencedMap<String, Json> visible() {
        SequencedMap<String, Json> all = outer == null ? new LinkedHashMap<>() : outer.visible();
        all.putAll(own());
        return all;
    }
}
