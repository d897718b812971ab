package passo.lab.exercise;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import passo.aws.Reading;
import passo.aws.World;
import passo.aws.service.Span;
import passo.json.Json;
import passo.lab.exercise.Expectation.Between;
import passo.lab.exercise.Expectation.Calls;
import passo.lab.exercise.Expectation.Effect;
import passo.lab.exercise.TestCase.Sample;
import passo.lab.exercise.TestCase.Simulation;

/// Reads tests: documents of YAML.
final class TestReader {

    private static final int SEEDS = 3;

    private final ContentReader content;
    private final String file;
    private final Json.Obj world;

    /// @param world in which they run
    TestReader(ContentReader content, String file, Json.Obj world) {
        this.content = content;
        this.file = file;
        this.world = world;
    }

    List<TestCase> all() {
        return content.documents(file).stream().map(this::test).toList();
    }

    private TestCase test(Json.Obj test) {
        content.only(file, test, "id", "name", "class", "hidden", "input", "world", "decisions", "runs", "seeds", "expect", "simulate");
        String id = content.needText(file, test, "id");
        TestCase.Kind kind = TestCase.Kind.of(content.needText(file, test, "class"))
                .orElseThrow(() -> content.broken(file, "test " + id + " has no known class: " + test.get("class")));
        List<Simulation> simulate = content.objects(file, test, "simulate").stream().map(this::simulation).toList();
        List<Json.Obj> runs = test.has("runs") ? content.objects(file, test, "runs") : test.has("input") || simulate.isEmpty() ? List.of(test) : List.of();
        Json.Obj changed = World.changed(world, content.object(file, test, "world"));
        if (World.parse(changed) instanceof Reading.Bad<World>(var problems)) {
            throw content.broken(file, "the world of test " + id + ": " + problems.getFirst().key() + " at " + problems.getFirst().at());
        }
        return new TestCase(id, content.words(file, content.need(file, test, "name")), kind, test.get("hidden") instanceof Json.Bool(var hidden) && hidden,
                changed, runs.stream().map(run -> sample(run, run == test)).toList(), test.has("seeds") ? content.needNumber(file, test, "seeds") : SEEDS,
                expectation(content.object(file, test, "expect")), simulate);
    }

    private Sample sample(Json.Obj run, boolean whole) {
        return new Sample(content.need(file, run, "input"), whole ? Json.Obj.EMPTY : content.object(file, run, "world"),
                run.get("decisions") instanceof Json.Arr list ? list : Json.Arr.EMPTY,
                whole || !run.has("expect") ? Optional.empty() : Optional.of(expectation(content.object(file, run, "expect"))));
    }

    private Simulation simulation(Json.Obj one) {
        content.only(file, one, "role", "principal", "action", "resource", "allowed");
        Optional<String> principal = content.string(one, "principal");
        return new Simulation(content.needText(file, one, "role"), principal, principal.isPresent() ? "" : content.needText(file, one, "action"),
                principal.isPresent() ? "" : content.needText(file, one, "resource"), content.need(file, one, "allowed").equals(Json.of(true)));
    }

    private Expectation expectation(Json.Obj expect) {
        content.only(file, expect, "status", "error", "cause", "failedAt", "output", "subset", "effects", "effectsAnyOrder", "world", "calls", "visited", "never",
                "transitions", "duration", "logs", "notInLogs");
        return new Expectation(content.string(expect, "status"), content.strings(file, expect, "error"), content.string(expect, "cause"),
                content.string(expect, "failedAt"), Optional.ofNullable(expect.get("output")), Optional.ofNullable(expect.get("subset")),
                effects(expect, "effects"), effects(expect, "effectsAnyOrder"), content.object(file, expect, "world"), calls(content.object(file, expect, "calls")),
                content.strings(file, expect, "visited"), content.strings(file, expect, "never"),
                expect.has("transitions") ? OptionalInt.of(content.needNumber(file, content.object(file, expect, "transitions"), "most")) : OptionalInt.empty(),
                between(content.object(file, expect, "duration")), content.strings(file, expect, "logs"), content.strings(file, expect, "notInLogs"));
    }

    private Optional<List<Effect>> effects(Json.Obj expect, String name) {
        if (!expect.has(name)) return Optional.empty();
        return Optional.of(content.objects(file, expect, name).stream().map(effect -> new Effect(content.needText(file, effect, "kind"),
                content.needText(file, effect, "resource"), Optional.ofNullable(effect.get("detail")).orElse(Json.of("@any")))).toList());
    }

    private Map<String, Calls> calls(Json.Obj calls) {
        var all = new LinkedHashMap<String, Calls>();
        calls.forEach((name, asked) -> all.put(name, switch (asked) {
            case Json.Num count -> new Calls(count.value().intValue(), List.of());
            case Json.Obj obj -> new Calls(content.needNumber(file, obj, "count"), obj.get("with") instanceof Json.Arr list ? list.items() : List.of());
            default -> throw content.broken(file, "calls of " + name + " is neither a number nor an object");
        }));
        return all;
    }

    private Optional<Between> between(Json.Obj duration) {
        if (!(duration.get("between") instanceof Json.Arr list)) return Optional.empty();
        return Optional.of(new Between(span(list.get(0)), span(list.get(1))));
    }

    private Duration span(Json json) {
        if (json instanceof Json.Str(var text) && Span.PATTERN.matcher(text).matches()) return Span.of(text);
        throw content.broken(file, "not a span of time: " + json);
    }
}
