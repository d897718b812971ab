package passo.asl.text;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import passo.json.Json;

/// What a text looks like to a reader: a path, a call, a point in time.
public final class Looks {

    private static final Pattern TIMESTAMP = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern PATH = Pattern.compile("\\$[.\\[].*|\\$\\$([.\\[].*)?", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("States\\.[A-Za-z0-9]+\\(.*\\)", Pattern.DOTALL);

    private Looks() {}

    /// Is it a point in time of RFC 3339, as the specification narrows it?
    public static boolean likeTimestamp(String text) {
        if (!TIMESTAMP.matcher(text).matches()) return false;
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    public static boolean likePath(String text) {
        return PATH.matcher(text).matches();
    }

    /// Does it look like a path or a call of an intrinsic function?
    public static boolean likePathOrCall(String text) {
        return likePath(text) || CALL.matcher(text).matches();
    }

    /// Does the value hold anything that a template would evaluate?
    public static boolean dynamic(Json json) {
        return switch (json) {
            case Json.Str(var text) -> likePathOrCall(text);
            case Json.Obj obj -> obj.names().stream().anyMatch(name -> name.endsWith(".$"))
                    || obj.values().stream().anyMatch(Looks::dynamic);
            case Json.Arr arr -> arr.items().stream().anyMatch(Looks::dynamic);
            case Json.Num _, Json.Bool _, Json.Null _ -> false;
        };
    }
}
