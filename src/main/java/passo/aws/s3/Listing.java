package passo.aws.s3;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.BiFunction;
import passo.json.Json;

/// A page of a bucket's keys: those that begin with the prefix, and in place of those that go on beyond a delimiter the part up to it.
final class Listing {

    private static final int MOST = 1000;

    private final List<Json> entries = new ArrayList<>();
    private final List<Json> prefixes = new ArrayList<>();
    private String last = "";
    private boolean truncated;

    /// @param after begins behind this key or common prefix
    /// @param most entries and common prefixes together
    /// @param show what an object is shown as; nothing for what is not listed
    Listing(NavigableMap<String, List<Stored>> objects, String prefix, String delimiter, String after, int most,
            BiFunction<String, List<Stored>, List<Json>> show) {
        String begin = after.compareTo(prefix) < 0 ? prefix : after;
        for (Map.Entry<String, List<Stored>> entry : objects.tailMap(begin, begin.equals(prefix) && !begin.equals(after)).entrySet()) {
            String key = entry.getKey();
            if (!key.startsWith(prefix)) break;
            int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
            String group = end < 0 ? "" : key.substring(0, end + delimiter.length());
            List<Json> shown = show.apply(key, entry.getValue());
            if (shown.isEmpty() || !group.isEmpty() && (group.equals(last) || after.startsWith(group))) continue;
            truncated = entries.size() + prefixes.size() >= most;
            if (truncated) break;
            last = group.isEmpty() ? key : group;
            if (group.isEmpty()) entries.addAll(shown);
            else prefixes.add(Json.Obj.of("Prefix", Json.of(group)));
        }
    }

    static int most(Json.Obj request) {
        return request.get("MaxKeys") instanceof Json.Num(var keys) ? Math.clamp(keys.longValue(), 0, MOST) : MOST;
    }

    List<Json> entries() {
        return entries;
    }

    /// The common prefixes, in the manner of an answer.
    List<Json> prefixes() {
        return prefixes;
    }

    int count() {
        return entries.size() + prefixes.size();
    }

    boolean isTruncated() {
        return truncated;
    }

    /// Where the next page goes on.
    String last() {
        return last;
    }

    /// S3 does not show where it goes on.
    String token() {
        return Base64.getUrlEncoder().encodeToString(last.getBytes(StandardCharsets.UTF_8));
    }

    /// The key of a token; empty where it is none.
    static Optional<String> key(String token) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
