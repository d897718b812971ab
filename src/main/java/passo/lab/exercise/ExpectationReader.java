package passo.lab.exercise;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import passo.aws.cloudwatch.Alarm;
import passo.aws.service.Span;
import passo.json.Json;
import passo.lab.exercise.Expectation.Between;
import passo.lab.exercise.Expectation.Calls;
import passo.lab.exercise.Expectation.Effect;

/// Reads what a test expects. Refuses with an `IllegalArgumentException` what it does not know.
final class ExpectationReader {

    private static final List<String> MEMBERS = List.of("status", "error", "cause", "failedAt", "output", "subset", "effects", "effectsAnyOrder", "world",
            "calls", "visited", "visitedInOrder", "never", "transitions", "duration", "logs", "notInLogs", "alarms");

    private final Json.Obj written;

    ExpectationReader(Json.Obj written) {
        this.written = written;
    }

    Expectation expectation() {
        written.names().stream().filter(name -> !MEMBERS.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("nothing is expected that is called " + name);
        });
        return new Expectation(texts("status"), texts("error"), text("cause"), text("failedAt"), Optional.ofNullable(written.get("output")),
                Optional.ofNullable(written.get("subset")), effects("effects"), effects("effectsAnyOrder"), object("world"), calls(), texts("visited"), texts("visitedInOrder"),
                texts("never"), transitions(), between(), texts("logs"), texts("notInLogs"), alarms());
    }

    private Optional<String> text(String name) {
        return switch (written.get(name)) {
            case null -> Optional.empty();
            case Json.Str(var text) -> Optional.of(text);
            default -> throw wrong(name, "a text");
        };
    }

    private List<String> texts(String name) {
        return switch (written.get(name)) {
            case null -> List.of();
            case Json.Str(var text) -> List.of(text);
            case Json.Arr list when list.items().stream().allMatch(Json.Str.class::isInstance) ->
                list.items().stream().map(item -> ((Json.Str) item).value()).toList();
            default -> throw wrong(name, "a text or a list of texts");
        };
    }

    private Json.Obj object(String name) {
        return switch (written.get(name)) {
            case null -> Json.Obj.EMPTY;
            case Json.Obj obj -> obj;
            default -> throw wrong(name, "an object");
        };
    }

    private Optional<List<Effect>> effects(String name) {
        return switch (written.get(name)) {
            case null -> Optional.empty();
            case Json.Arr list -> Optional.of(list.items().stream().map(item -> effect(name, item)).toList());
            default -> throw wrong(name, "a list");
        };
    }

    private static Effect effect(String name, Json item) {
        if (item instanceof Json.Obj obj && obj.get("kind") instanceof Json.Str(var kind) && obj.get("resource") instanceof Json.Str(var resource)) {
            return new Effect(kind, resource, Optional.ofNullable(obj.get("detail")).orElse(Json.of("@any")));
        }
        throw wrong(name, "a list of {kind, resource, detail}");
    }

    private Map<String, Calls> calls() {
        var all = new LinkedHashMap<String, Calls>();
        object("calls").forEach((name, asked) -> all.put(name, switch (asked) {
            case Json.Num count -> new Calls(count.value().intValueExact(), List.of());
            case Json.Obj obj when obj.get("count") instanceof Json.Num count ->
                new Calls(count.value().intValueExact(), obj.get("with") instanceof Json.Arr list ? list.items() : List.of());
            default -> throw wrong("calls", "numbers or {count, with}, by name");
        }));
        return all;
    }

    private Map<String, Alarm.State> alarms() {
        var all = new LinkedHashMap<String, Alarm.State>();
        object("alarms").forEach((name, state) -> all.put(name, Stream.of(Alarm.State.values()).filter(one -> Json.of(one.name()).equals(state)).findFirst()
                .orElseThrow(() -> wrong("alarms", "ALARM, OK or INSUFFICIENT_DATA, by name"))));
        return all;
    }

    private OptionalInt transitions() {
        if (!written.has("transitions")) return OptionalInt.empty();
        if (object("transitions").get("most") instanceof Json.Num most) return OptionalInt.of(most.value().intValueExact());
        throw wrong("transitions", "{most}");
    }

    private Optional<Between> between() {
        if (!written.has("duration")) return Optional.empty();
        if (object("duration").get("between") instanceof Json.Arr list && list.size() == 2) return Optional.of(new Between(span(list.get(0)), span(list.get(1))));
        throw wrong("duration", "{between: [least, most]}");
    }

    private static Duration span(Json json) {
        if (json instanceof Json.Str(var text) && Span.PATTERN.matcher(text).matches()) return Span.of(text);
        throw wrong("duration", "two spans such as 9s");
    }

    private static IllegalArgumentException wrong(String name, String meant) {
        return new IllegalArgumentException(name + " must be " + meant);
    }
}
