package passo.convert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Notation;

/// A definition in which states were converted from JSONPath to JSONata, and what there is to say about it.
///
/// @param definition the new one; a state that could not be converted stands there as it was
/// @param changes the states that were converted
/// @param remarks in the order of the states
public record JsonataConversion(Json.Obj definition, List<Change> changes, List<Remark> remarks) {

    /// A state before and after, without the machines inside it.
    public record Change(String state, Json.Obj before, Json.Obj after) {}

    private static final Pattern CALL = Pattern.compile("\\$(\\w+)\\(");

    public JsonataConversion {
        changes = List.copyOf(changes);
        remarks = List.copyOf(remarks);
    }

    /// The definition that was given as JSON, or as a text of JSON or YAML. It must be valid.
    public static Json.Obj read(Json given) {
        if (given instanceof Json.Str(var text)) return read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        return (Json.Obj) given;
    }

    private static Json.Obj read(String text) {
        return Notation.of(text).read(text) instanceof JsonText.Reading.Value(Json.Obj json, _) ? json : Json.Obj.EMPTY;
    }

    /// Converts the whole machine. The definition must be valid.
    ///
    /// Where every state can be converted, the machine itself speaks JSONata; else each converted state says that it does.
    public static JsonataConversion of(Json.Obj definition) {
        JsonataConversion whole = new Machines(definition, Optional.empty(), false).convert();
        return whole.refusals().isEmpty() ? whole : new Machines(definition, Optional.empty(), true).convert();
    }

    /// Converts one state, at whatever depth. The definition must be valid.
    public static JsonataConversion ofState(Json.Obj definition, String state) {
        return new Machines(definition, Optional.of(state), true).convert();
    }

    public List<Remark> refusals() {
        return of(Remark.Kind.REFUSED);
    }

    public List<Remark> differences() {
        return of(Remark.Kind.DIFFERS);
    }

    private List<Remark> of(Remark.Kind kind) {
        return remarks.stream().filter(remark -> remark.kind() == kind).toList();
    }

    /// One walk through a definition.
    private static final class Machines {
        private final Json.Obj definition;
        private final Optional<String> only;
        private final boolean isMarked;
        private final Set<String> variables = new HashSet<>();
        private final List<Change> changes = new ArrayList<>();
        private final List<Remark> remarks = new ArrayList<>();

        /// @param only the one state to convert
        /// @param isMarked does each converted state say its language?
        Machines(Json.Obj definition, Optional<String> only, boolean isMarked) {
            this.definition = definition;
            this.only = only;
            this.isMarked = isMarked;
        }

        JsonataConversion convert() {
            collectVariables(definition);
            boolean isJsonata = isJsonata(definition, false);
            Json.Obj machine = machine(definition, "", isJsonata);
            return new JsonataConversion(isMarked || isJsonata ? machine : inJsonata(machine), changes, remarks);
        }

        private static boolean isJsonata(Json.Obj holder, boolean otherwise) {
            return holder.has("QueryLanguage") ? holder.get("QueryLanguage").equals(Json.of("JSONata")) : otherwise;
        }

        private static Json.Obj inJsonata(Json.Obj machine) {
            var marked = Json.Obj.builder();
            if (machine.has("Comment")) marked.put("Comment", machine.get("Comment"));
            return marked.put("QueryLanguage", "JSONata").putAll(machine.without("QueryLanguage")).build();
        }

        private void collectVariables(Json json) {
            switch (json) {
                case Json.Obj obj -> obj.forEach((name, value) -> {
                    if (name.equals("Assign") && value instanceof Json.Obj assigned) {
                        assigned.names().forEach(variable -> variables.add(variable.replaceFirst("\\.\\$$", "")));
                    }
                    collectVariables(value);
                });
                case Json.Arr arr -> arr.forEach(this::collectVariables);
                case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
            }
        }

        private Json.Obj machine(Json.Obj machine, String location, boolean isJsonata) {
            return with(machine, "States", states -> ((Json.Obj) states).withValues(place ->
                    state(((Json.Obj) states).name(place), (Json.Obj) ((Json.Obj) states).value(place), location + "/States/", isJsonata)));
        }

        private Json.Obj state(String name, Json.Obj state, String location, boolean isJsonata) {
            String here = location + name;
            Json.Obj nested = inside(state, here, isJsonata);
            if (isJsonata(state, isJsonata)) return isMarked || isJsonata ? nested : nested.without("QueryLanguage");
            if (only.isPresent() && !only.get().equals(name)) return nested;
            var notes = new Notes(name, here);
            Json.Obj jsonata = new StateConversion(nested, notes).convert();
            if (!notes.refused()) refuseHiddenFunctions(jsonata, notes);
            remarks.addAll(notes.remarks());
            if (notes.refused()) return nested;
            Json.Obj changed = isMarked ? marked(jsonata) : jsonata;
            changes.add(new Change(name, own(state), own(changed)));
            return changed;
        }

        private Json.Obj inside(Json.Obj state, String here, boolean isJsonata) {
            Json.Obj nested = state;
            for (String processor : List.of("ItemProcessor", "Iterator")) {
                nested = with(nested, processor, machine -> machine((Json.Obj) machine, here + "/" + processor, isJsonata));
            }
            return with(nested, "Branches", branches -> {
                List<Json> changed = new ArrayList<>();
                for (Json branch : (Json.Arr) branches) changed.add(machine((Json.Obj) branch, here + "/Branches[" + changed.size() + "]", isJsonata));
                return new Json.Arr(changed);
            });
        }

        private static Json.Obj with(Json.Obj obj, String name, UnaryOperator<Json> change) {
            return obj.has(name) ? obj.with(name, change.apply(obj.get(name))) : obj;
        }

        private static Json.Obj marked(Json.Obj state) {
            return Json.Obj.builder().put("Type", state.get("Type")).put("QueryLanguage", "JSONata").putAll(state).build();
        }

        private static Json.Obj own(Json.Obj state) {
            return state.without("ItemProcessor").without("Iterator").without("Branches");
        }

        /// A variable hides the function of its name: `$count` of the machine's own, and JSONata's `$count(…)`.
        private void refuseHiddenFunctions(Json.Obj state, Notes notes) {
            CALL.matcher(own(state).toString()).results().map(call -> call.group(1)).filter(variables::contains).distinct()
                    .forEach(name -> notes.refuse("variable", "$" + name));
        }
    }
}
