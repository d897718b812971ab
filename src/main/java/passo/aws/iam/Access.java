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

    public Access {
        context = Map.copyOf(context);
    }

    public static Access to(String action, String resource) {
        return new Access(action, resource, Map.of());
    }

    Access with(String key, List<String> values) {
        var more = new HashMap<>(context);
        more.put(key.toLowerCase(Locale.ROOT), List.copyOf(values));
        return new Access(action, resource, more);
    }

    Access with(String key, String value) {
        return value.isEmpty() ? this : with(key, List.of(value));
    }

    /// What the request says of a condition key, whose case means nothing.
    Optional<List<String>> told(String key) {
        return Optional.ofNullable(context.get(key.toLowerCase(Locale.ROOT)));
    }

    String service() {
        return action.substring(0, action.indexOf(':'));
    }
}
