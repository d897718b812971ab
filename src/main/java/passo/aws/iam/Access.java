package passo.aws.iam;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What somebody wants to do.
///
/// @param action such as `s3:GetObject`
/// @param resource its ARN; `*` where the action is not for one resource
/// @param context what is known of the request, by condition key in lower case, such as `s3:prefix`
public record Access(String action, String resource, Map<String, List<String>> context) {

    /// AWS: an ARN has no more characters. What a request says is cut there, too: nothing a policy can say is longer.
    private static final int LONGEST = 2_048;

    public Access {
        resource = cut(resource);
        context = Map.copyOf(context);
    }

    public static Access to(String action, String resource) {
        return new Access(action, resource, Map.of());
    }

    /// The same, and more is known of the request.
    Access with(Map<String, List<String>> told) {
        var more = new HashMap<>(context);
        told.forEach((key, values) -> more.put(key.toLowerCase(Locale.ROOT), values.stream().map(Access::cut).toList()));
        return new Access(action, resource, more);
    }

    /// @param value empty where the request does not say it
    Access with(String key, String value) {
        return value.isEmpty() ? this : with(Map.of(key, List.of(value)));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /// What the request says of a condition key, whose case means nothing.
    Optional<List<String>> told(String key) {
        return Optional.ofNullable(context.get(key.toLowerCase(Locale.ROOT)));
    }

    String service() {
        return action.substring(0, action.indexOf(':'));
    }
}
