package passo.lab.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import passo.asl.catalogue.Spelling;
import passo.aws.Reading;
import passo.aws.World;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Pointer;
import passo.json.Positions;
import passo.lab.exercise.TestCase.Sample;
import passo.lab.exercise.WrittenTests.Fault;

/// Reads the documents of a learner's tests, one after the other, then is dropped.
final class WrittenTestReader {

    private static final int MOST_RUNS = 5;
    private static final List<String> MEMBERS = List.of("name", "input", "world", "runs", "expect");
    private static final List<String> STATUSES = List.of("SUCCEEDED", "FAILED", "TIMED_OUT");
    private static final Map<String, String> FORMS = Map.ofEntries(Map.entry("status", "status"), Map.entry("error", "texts"), Map.entry("cause", "text"),
            Map.entry("failedAt", "text"), Map.entry("output", "any"), Map.entry("subset", "any"), Map.entry("effects", "effects"),
            Map.entry("effectsAnyOrder", "effects"), Map.entry("world", "object"), Map.entry("calls", "calls"), Map.entry("visited", "texts"), Map.entry("visitedInOrder", "texts"),
            Map.entry("never", "texts"), Map.entry("transitions", "most"), Map.entry("duration", "between"), Map.entry("logs", "texts"),
            Map.entry("notInLogs", "texts"));

    private final Json.Obj world;
    private final List<TestCase> tests = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private int first;
    private Positions positions = Positions.NONE;

    /// @param world of the exercise
    WrittenTestReader(Json.Obj world) {
        this.world = world;
    }

    WrittenTests tests() {
        return new WrittenTests(List.copyOf(tests), List.copyOf(lines), List.copyOf(faults));
    }

    /// @param line on which the document begins, from 1
    void read(int line, String text) {
        first = line;
        switch (JsonText.readYaml(text)) {
            case JsonText.Reading.Malformed(_, var at) -> faults.add(new Fault(first - 1 + at.line(), "answers.fault.yaml", List.of()));
            case JsonText.Reading.Value(Json.Obj test, var places) -> {
                positions = places;
                test(test);
            }
            case JsonText.Reading.Value _ -> faults.add(new Fault(first, "answers.fault.test", List.of()));
        }
    }

    private void test(Json.Obj test) {
        known(Pointer.ROOT, test, MEMBERS);
        Optional<String> name = test.get("name") instanceof Json.Str(var text) && !text.isBlank() ? Optional.of(text) : Optional.empty();
        if (name.isEmpty()) wrong(Pointer.ROOT, "answers.fault.name");
        Json.Obj expected = object(test, "expect");
        if (expected.isEmpty()) wrong(Pointer.ROOT.child("expect"), "answers.fault.expect");
        Optional<Expectation> expect = expectation(expected);
        Json.Obj changed = world(object(test, "world"));
        List<Sample> runs = runs(test);
        if (name.isEmpty() || expect.isEmpty()) return;
        lines.add(first - 1 + positions.start().line());
        tests.add(new TestCase(String.valueOf(tests.size() + 1), new Words(Map.of("en", name.get(), "pt-BR", name.get())), TestCase.Kind.HAPPY, false,
                changed, runs, 1, expected, expect.get(), List.of()));
    }

    private List<Sample> runs(Json.Obj test) {
        if (!test.has("runs")) return run(Pointer.ROOT, test).stream().toList();
        Pointer at = Pointer.ROOT.child("runs");
        if (!(test.get("runs") instanceof Json.Arr list) || list.size() == 0 || list.size() > MOST_RUNS) {
            wrong(at, "answers.fault.runs", String.valueOf(MOST_RUNS));
            return List.of();
        }
        return IntStream.range(0, list.size()).boxed().flatMap(i -> run(at.child(i), list.get(i)).stream()).toList();
    }

    private Optional<Sample> run(Pointer at, Json run) {
        if (!(run instanceof Json.Obj obj) || !obj.has("input")) {
            wrong(at, "answers.fault.input");
            return Optional.empty();
        }
        if (!at.steps().isEmpty()) known(at, obj, List.of("input"));
        return Optional.of(new Sample(obj.get("input"), Json.Obj.EMPTY, Json.Arr.EMPTY, Optional.empty()));
    }

    /// Each member is read by itself, so that each fault is told where it stands.
    private Optional<Expectation> expectation(Json.Obj expected) {
        Pointer at = Pointer.ROOT.child("expect");
        known(at, expected, FORMS.keySet().stream().sorted().toList());
        expected.forEach((name, value) -> {
            if (FORMS.containsKey(name) && !isReadable(name, value)) wrong(at.child(name), "answers.fault." + FORMS.get(name), name);
        });
        return isExpectation(expected) ? Optional.of(Expectation.of(expected)) : Optional.empty();
    }

    private static boolean isReadable(String name, Json value) {
        return name.equals("status") ? value instanceof Json.Str(var status) && STATUSES.contains(status) : isExpectation(Json.Obj.of(name, value));
    }

    private static boolean isExpectation(Json.Obj expected) {
        try {
            Expectation.of(expected);
            return true;
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            return false;
        }
    }

    private Json.Obj world(Json.Obj change) {
        Json.Obj changed = World.changed(world, change);
        if (World.parse(changed) instanceof Reading.Bad<World>(var problems)) {
            problems.forEach(problem -> wrong(Pointer.ROOT.child("world").under(problem.at()), problem.key(), problem.arguments().toArray(String[]::new)));
        }
        return changed;
    }

    private Json.Obj object(Json.Obj from, String name) {
        return switch (from.get(name)) {
            case null -> Json.Obj.EMPTY;
            case Json.Obj obj -> obj;
            default -> {
                wrong(Pointer.ROOT.child(name), "answers.fault.object", name);
                yield Json.Obj.EMPTY;
            }
        };
    }

    private void known(Pointer at, Json.Obj obj, List<String> known) {
        obj.names().stream().filter(name -> !known.contains(name)).forEach(name -> Spelling.nearest(name, known).ifPresentOrElse(
                near -> wrong(at.child(name), "answers.fault.near", name, near),
                () -> wrong(at.child(name), "answers.fault.unknown", name, String.join(", ", known))));
    }

    private void wrong(Pointer at, String key, String... arguments) {
        faults.add(new Fault(first - 1 + positions.at(at).name().line(), key, List.of(arguments)));
    }
}
