package passo.web.executions;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import passo.store.Executions;

/// What of the executions of a machine is looked at, as the address says it.
///
/// @param given the parameters of the address that are known here
record Look(SequencedMap<String, String> given) {

    private static final List<String> KNOWN = List.of("range", "from", "to", "status", "find", "before", "after", "skip", "open", "level", "log");
    private static final Map<String, List<String>> STATUSES = Map.of("bad", List.of("FAILED", "TIMED_OUT", "ABORTED"), "RUNNING", List.of("RUNNING"),
            "SUCCEEDED", List.of("SUCCEEDED"), "FAILED", List.of("FAILED"), "TIMED_OUT", List.of("TIMED_OUT"), "ABORTED", List.of("ABORTED"));

    static Look of(Context ctx) {
        SequencedMap<String, String> given = new LinkedHashMap<>();
        KNOWN.forEach(name -> Optional.ofNullable(ctx.queryParam(name)).filter(value -> !value.isBlank() && value.length() <= 300)
                .ifPresent(value -> given.put(name, value.strip())));
        return new Look(given);
    }

    String get(String name) {
        return given.getOrDefault(name, "");
    }

    Range range(Instant clock) {
        return Range.part(get("from"), get("to")).orElseGet(() -> Range.last(get("range"), clock));
    }

    /// Which status is chosen; `all` for every one.
    String status() {
        return STATUSES.containsKey(get("status")) ? get("status") : "all";
    }

    /// Those that are listed, by their status or by another.
    Executions.Wanted wanted(String status, Range range) {
        return new Executions.Wanted(STATUSES.getOrDefault(status, List.of()), get("find"), range.from(), range.to(), "");
    }

    /// Those of the page that is shown.
    Executions.Wanted page(Range range) {
        Executions.Wanted first = wanted(status(), range);
        if (!get("before").matches("\\d{1,15}")) return first;
        return new Executions.Wanted(first.statuses(), first.text(), first.from(), Instant.ofEpochMilli(Long.parseLong(get("before"))), get("after"));
    }

    int skipped() {
        return get("skip").matches("\\d{1,5}") ? Integer.parseInt(get("skip")) : 0;
    }

    /// The address that differs in this: names and values in turn; an empty value takes a parameter away.
    String with(String... changes) {
        var next = new LinkedHashMap<>(given);
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1].isEmpty()) next.remove(changes[i]);
            else next.put(changes[i], changes[i + 1]);
        }
        return "?" + next.entrySet().stream().map(one -> one.getKey() + "=" + StartHandler.encoded(one.getValue())).collect(Collectors.joining("&"));
    }

    /// The same from its first page on.
    String first(String... changes) {
        var top = new LinkedHashMap<>(given);
        List.of("before", "after", "skip").forEach(top::remove);
        return new Look(top).with(changes);
    }
}
