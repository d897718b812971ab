package passo.aws.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import passo.aws.service.Span;
import passo.json.Json;
import passo.json.JsonText;

/// A kind of job, as `kinds.yaml` has it, where the words are explained.
///
/// @param service as the AWS SDK for Java 2 calls it
/// @param action that starts one
/// @param result what a state that waits gets
/// @param phases what the description has at each time
record Kind(String service, String action, String id, Json answer, Json result, Asking asking, Asking stopping, Duration after, Json.Obj described,
        Map<Phase, Json.Obj> phases) {

    /// A call about jobs that were started.
    ///
    /// @param action empty where there is none
    /// @param by the member of its request that holds an id, or a list of them
    /// @param document the member of its answer that holds the description; empty for the answer itself
    record Asking(String action, String by, String document) {}

    private static final Json.Str DOCUMENT = new Json.Str("{document}");
    private static final List<Kind> ALL = read();

    /// All of them.
    static List<Kind> all() {
        return ALL;
    }

    private static List<Kind> read() {
        try (InputStream in = Kind.class.getResourceAsStream("kinds.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^---$")).skip(1).map(Kind::of).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Kind of(String row) {
        if (!(JsonText.readYaml(row) instanceof JsonText.Reading.Value(Json.Obj kind, _))) throw new IllegalStateException("Not a kind: " + row);
        String[] start = text(kind, "start").split(":");
        var phases = new EnumMap<Phase, Json.Obj>(Phase.class);
        for (Phase phase : Phase.values()) phases.put(phase, (Json.Obj) kind.get(phase.name().toLowerCase(Locale.ROOT)));
        return new Kind(start[0], start[1], text(kind, "id"), kind.get("answer"), Optional.ofNullable(kind.get("result")).orElse(DOCUMENT),
                new Asking(text(kind, "ask"), text(kind, "by"), text(kind, "document")), new Asking(text(kind, "stop"), text(kind, "stopBy"), ""),
                Span.of(text(kind, "after")), kind.get("described") instanceof Json.Obj described ? described : Json.Obj.EMPTY, phases);
    }

    private static String text(Json.Obj kind, String name) {
        return kind.get(name) instanceof Json.Str(var text) ? text : "";
    }
}
