package passo.asl.editing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.json.Json;

/// What a state had when it last ran, cut down to what tells its form: what a path in it can name.
///
/// @param stages the data after each field that acts on them, such as `InputPath` or `Result`
/// @param variables that could be seen at its entry
/// @param context the Context Object
public record Sample(Json input, Map<String, Json> stages, Json.Obj variables, Json.Obj context) {

    private static final int DEEPEST = 8;
    private static final int MOST_MEMBERS = 200;
    private static final int LONGEST_TEXT = 40;

    /// The data after a field; its input where the field did not act.
    Json after(String field) {
        return stages.getOrDefault(field, input);
    }

    /// What the state handed on, where it did.
    Optional<Json> output() {
        return Optional.ofNullable(stages.get("Output")).or(() -> Optional.ofNullable(stages.get("OutputPath")));
    }

    /// The form of a value: of a list its first item, of a text its beginning.
    public static Json cut(Json json) {
        return cut(json, DEEPEST);
    }

    private static Json cut(Json json, int deepest) {
        return switch (json) {
            case Json.Obj obj -> {
                var kept = Json.Obj.builder();
                for (int i = 0; deepest > 0 && i < Math.min(obj.size(), MOST_MEMBERS); i++) kept.put(obj.name(i), cut(obj.value(i), deepest - 1));
                yield kept.build();
            }
            case Json.Arr arr -> deepest > 0 && arr.size() > 0 ? new Json.Arr(List.of(cut(arr.get(0), deepest - 1))) : Json.Arr.EMPTY;
            case Json.Str(var text) when text.length() > LONGEST_TEXT -> Json.of(text.substring(0, LONGEST_TEXT) + "…");
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> json;
        };
    }
}
