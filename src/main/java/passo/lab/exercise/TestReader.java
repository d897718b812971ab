package passo.lab.exercise;

import java.util.List;
import java.util.Optional;
import passo.aws.Reading;
import passo.aws.World;
import passo.json.Json;
import passo.lab.exercise.TestCase.Sample;
import passo.lab.exercise.TestCase.Simulation;

/// Reads tests: documents of YAML.
final class TestReader {

    private static final int SEEDS = 3;

    private final ContentReader content;
    private final String file;
    private final Json.Obj world;
    private final Json.Obj asked;

    /// @param world in which they run
    /// @param asked what of it the answer brings along, as the reference has it
    TestReader(ContentReader content, String file, Json.Obj world, Json.Obj asked) {
        this.content = content;
        this.file = file;
        this.world = world;
        this.asked = asked;
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
        if (World.parse(World.changed(asked, changed)) instanceof Reading.Bad<World>(var problems)) {
            throw content.broken(file, "the world of test " + id + ": " + problems.getFirst().key() + " at " + problems.getFirst().at());
        }
        return new TestCase(id, content.words(file, content.need(file, test, "name")), kind, test.get("hidden") instanceof Json.Bool(var hidden) && hidden,
                changed, runs.stream().map(run -> sample(run, run == test)).toList(), test.has("seeds") ? content.needNumber(file, test, "seeds") : SEEDS,
                content.object(file, test, "expect"), expectation(content.object(file, test, "expect")), simulate);
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
        try {
            return Expectation.of(expect);
        } catch (IllegalArgumentException broken) {
            throw content.broken(file, broken.getMessage());
        }
    }
}
