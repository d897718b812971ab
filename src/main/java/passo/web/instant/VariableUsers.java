package passo.web.instant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Notation;

/// Which states of a definition name a variable in what they compute.
final class VariableUsers {

    /// The texts of each state, one below the other, without those of the states inside.
    private final Map<String, StringBuilder> texts = new LinkedHashMap<>();

    VariableUsers(String definition) {
        if (Notation.of(definition).read(definition) instanceof JsonText.Reading.Value(var json, _)) collect(json, new StringBuilder());
    }

    private void collect(Json json, StringBuilder text) {
        switch (json) {
            case Json.Obj obj -> obj.forEach((name, value) -> {
                if (name.equals("States") && value instanceof Json.Obj states) {
                    states.forEach((state, fields) -> collect(fields, texts.computeIfAbsent(state, _ -> new StringBuilder())));
                } else {
                    collect(value, text);
                }
            });
            case Json.Arr arr -> arr.items().forEach(item -> collect(item, text));
            case Json.Str(var string) -> text.append(string).append('\n');
            case Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    List<String> of(String variable) {
        Pattern use = Pattern.compile("(?<![$\\w])\\$" + Pattern.quote(variable) + "(?!\\w)");
        return texts.entrySet().stream().filter(state -> use.matcher(state.getValue()).find()).map(Map.Entry::getKey).toList();
    }
}
