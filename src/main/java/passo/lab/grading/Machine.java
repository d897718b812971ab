package passo.lab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Notation;
import passo.lab.exercise.Exercise;

/// The text of a machine as rules see it.
///
/// @param states every state as `{name, path, state}`, those in branches and processors too
record Machine(String text, Json.Obj definition, Json.Arr states) {

    static Machine of(String text) {
        Json.Obj definition = Notation.of(text).read(text) instanceof JsonText.Reading.Value(Json.Obj obj, _) ? obj : Json.Obj.EMPTY;
        var states = new ArrayList<Json>();
        collect(definition, "", states);
        return new Machine(text, definition, new Json.Arr(states));
    }

    /// The variables of a predicate that are known before anything runs.
    ///
    /// @param world what was handed in beside it
    Json.Obj.Builder told(Json.Obj world) {
        var told = Json.Obj.builder().put("text", text).put("definition", definition).put("all", states);
        Exercise.PARTS.forEach(part -> told.put(part, Optional.ofNullable(world.get(part)).orElse(Json.Obj.EMPTY)));
        return told;
    }

    private static void collect(Json.Obj machine, String path, List<Json> states) {
        if (!(machine.get("States") instanceof Json.Obj all)) return;
        all.forEach((name, state) -> {
            String at = path + "/" + name;
            states.add(Json.Obj.builder().put("name", name).put("path", at).put("state", state).build());
            if (!(state instanceof Json.Obj fields)) return;
            if (fields.get("Branches") instanceof Json.Arr branches) {
                for (int i = 0; i < branches.size(); i++) {
                    if (branches.get(i) instanceof Json.Obj branch) collect(branch, at + "/" + i, states);
                }
            }
            for (String processor : List.of("ItemProcessor", "Iterator")) {
                if (fields.get(processor) instanceof Json.Obj inner) collect(inner, at, states);
            }
        });
    }
}
