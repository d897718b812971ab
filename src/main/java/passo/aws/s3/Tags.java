package passo.aws.s3;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import passo.json.Json;

/// The tags of an object: values by name.
final class Tags {

    private Tags() {}

    /// @param set as requests have it: pairs of `Key` and `Value`
    static Json.Obj of(@Nullable Json set) {
        var tags = Json.Obj.builder();
        List<Json> pairs = set instanceof Json.Arr arr ? arr.items() : List.of();
        for (Json pair : pairs) {
            if (!(pair instanceof Json.Obj obj && obj.get("Key") instanceof Json.Str(var key))) continue;
            if (obj.get("Value") instanceof Json.Str value) tags.put(key, value);
        }
        return tags.build();
    }

    /// @param query such as `a=1&b=2`
    static Json.Obj ofQuery(String query) {
        var tags = Json.Obj.builder();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            tags.put(decoded(parts[0]), decoded(parts.length > 1 ? parts[1] : ""));
        }
        return tags.build();
    }

    /// A text as it was before it was encoded for an address; what cannot have been encoded is taken as it is.
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    static Json.Arr set(Json.Obj tags) {
        return new Json.Arr(tags.names().stream().map(name -> Json.Obj.of("Key", Json.of(name), "Value", tags.get(name))).toList());
    }
}
