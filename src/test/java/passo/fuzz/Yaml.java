package passo.fuzz;

import java.util.regex.Pattern;
import passo.json.Json;

/// Values as people write YAML: a line a member, strings without quotes where they need none.
final class Yaml {

    private static final Pattern PLAIN = Pattern.compile("(?!(true|false|null|yes|no|on|off|y|n)$)[A-Za-z][A-Za-z0-9_. ]*[A-Za-z0-9_]");

    private Yaml() {}

    static String of(Json json) {
        var text = new StringBuilder();
        write(json, "\n", text);
        return text.append('\n').toString().stripLeading();
    }

    private static void write(Json json, String newLine, StringBuilder text) {
        switch (json) {
            case Json.Obj obj when !obj.isEmpty() -> obj.forEach((name, value) -> {
                text.append(newLine).append(string(name)).append(": ");
                write(value, newLine + "  ", text);
            });
            case Json.Arr arr when arr.size() > 0 -> arr.forEach(item -> {
                text.append(newLine).append("- ");
                write(item, newLine + "  ", text);
            });
            case Json.Str(String string) -> text.append(string(string));
            case Json.Obj _, Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> text.append(json);
        }
    }

    private static String string(String text) {
        return PLAIN.matcher(text).matches() ? text : Json.of(text).toString();
    }
}
