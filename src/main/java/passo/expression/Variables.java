package passo.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import passo.json.Json;

/// The workflow variables of one scope, as at one moment, and those of the scopes around it. Immutable: `Assign` makes
/// a new one, so that every expression of a state sees the values as at its entry.
///
/// @param own those of this scope, in the order of their first assignment
/// @param outer those of the scope around it
public record Variables(SequencedMap<String, Json> own, @Nullable Variables outer) {

    public static final Variables NONE = new Variables(Collections.emptyNavigableMap(), null);

    /// The variable's value, of the innermost scope that has it; `null` where none has.
    public @Nullable Json get(String name) {
        Json value = own.get(name);
        return value != null || outer == null ? value : outer.get(name);
    }

    /// These variables after an assignment in this scope.
    public Variables with(Json.Obj assigned) {
        if (assigned.isEmpty()) return this;
        SequencedMap<String, Json> changed = new LinkedHashMap<>(own);
        assigned.forEach(changed::put);
        return new Variables(Collections.unmodifiableSequencedMap(changed), outer);
    }

    /// An empty scope inside this one, for a branch or an iteration.
    public Variables inner() {
        return new Variables(Collections.emptyNavigableMap(), own.isEmpty() && outer != null ? outer : this);
    }

    /// Everything that can be seen from here, inner before outer.
    public Map<String, Json> visible() {
        if (outer == null) return own;
        Map<String, Json> all = new LinkedHashMap<>(outer.visible());
        all.putAll(own);
        return all;
    }
}
