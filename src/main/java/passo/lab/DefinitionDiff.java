package passo.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import passo.json.Json;

/// What one definition has that another has not, told by states. How it is written down makes no difference.
public sealed interface DefinitionDiff {

    /// States that only the second has.
    record Added(List<String> states) implements DefinitionDiff {}

    /// States that only the first has.
    record Removed(List<String> states) implements DefinitionDiff {}

    /// The fields of a state that differ; of the machine itself where the name is empty.
    record Changed(String state, List<String> fields) implements DefinitionDiff {}

    /// Fields that hold states, which are told by themselves.
    Set<String> AROUND = Set.of("States", "Branches", "ItemProcessor", "Iterator");

    /// Nothing where both mean the same.
    static List<DefinitionDiff> of(Json before, Json after) {
        Map<String, Json.Obj> old = states(before);
        Map<String, Json.Obj> now = states(after);
        var differences = new ArrayList<DefinitionDiff>();
        var added = now.keySet().stream().filter(state -> !old.containsKey(state)).toList();
        var removed = old.keySet().stream().filter(state -> !now.containsKey(state)).toList();
        if (!added.isEmpty()) differences.add(new Added(added));
        if (!removed.isEmpty()) differences.add(new Removed(removed));
        now.forEach((state, fields) -> {
            List<String> changed = old.containsKey(state) ? changed(old.get(state), fields) : List.of();
            if (!changed.isEmpty()) differences.add(new Changed(state, changed));
        });
        return differences;
    }

    private static List<String> changed(Json.Obj before, Json.Obj after) {
        var names = new LinkedHashSet<>(before.names());
        names.addAll(after.names());
        return names.stream().filter(name -> !Objects.equals(field(before, name), field(after, name))).toList();
    }

    /// What a field says, without the states in it.
    private static Json field(Json.Obj state, String name) {
        Json value = state.get(name);
        return value == null || !AROUND.contains(name) ? value : shell(value);
    }

    private static Json shell(Json value) {
        return switch (value) {
            case Json.Obj obj -> {
                var bare = Json.Obj.builder();
                obj.forEach((name, member) -> {
                    if (!name.equals("States")) bare.put(name, member);
                });
                yield bare.build();
            }
            case Json.Arr arr -> new Json.Arr(arr.items().stream().map(DefinitionDiff::shell).toList());
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> value;
        };
    }

    /// The machine under the empty name and every state under its own, wherever it stands. A name is there once in a definition.
    private static Map<String, Json.Obj> states(Json definition) {
        var all = new LinkedHashMap<String, Json.Obj>();
        if (definition instanceof Json.Obj machine) {
            var bare = Json.Obj.builder();
            machine.forEach((name, value) -> {
                if (!name.equals("States")) bare.put(name, value);
            });
            all.put("", bare.build());
            collect(machine, all);
        }
        return all;
    }

    private static void collect(Json.Obj around, Map<String, Json.Obj> all) {
        if (!(around.get("States") instanceof Json.Obj states)) return;
        states.forEach((name, value) -> {
            if (!(value instanceof Json.Obj state)) return;
            all.put(name, state);
            if (state.get("Branches") instanceof Json.Arr branches) {
                branches.items().forEach(branch -> {
                    if (branch instanceof Json.Obj obj) collect(obj, all);
                });
            }
            for (String field : List.of("ItemProcessor", "Iterator")) if (state.get(field) instanceof Json.Obj processor) collect(processor, all);
        });
    }
}
