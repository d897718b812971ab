package passo.lab.exercise;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import passo.asl.Definition;
import passo.aws.Reading;
import passo.aws.World;
import passo.json.Json;
import passo.lab.exercise.Machines.Shown;
import passo.lab.exercise.Machines.Suspect;

/// Reads what an exercise says of the machines in its folder.
final class MachinesReader {

    private static final String ABOUT = "exercise.yaml";
    private static final String ENDING = ".asl.json";

    private final ContentReader content;
    private final Definition.Type type;
    private final Json.Obj world;
    private final Set<String> unused = new HashSet<>();

    /// @param type of the machines
    /// @param world of the exercise
    MachinesReader(ContentReader content, Definition.Type type, Json.Obj world) {
        this.content = content;
        this.type = type;
        this.world = world;
    }

    Machines of(Exercise.Kind kind, Json.Obj about) {
        unused.addAll(content.texts("machines").keySet());
        var machines = new Machines(content.objects(ABOUT, about, "runs").stream().map(this::shown).toList(), content.flag(ABOUT, about, "compare"),
                content.objects(ABOUT, about, "machines").stream().map(this::suspect).toList());
        if (!unused.isEmpty()) throw content.broken(ABOUT, "machines that nothing names: " + unused);
        if (machines.compared() && machines.runs().size() < 2) throw content.broken(ABOUT, "compare needs two runs at least");
        Set<Boolean> sorts = new HashSet<>(machines.suspects().stream().map(Suspect::right).toList());
        if (sorts.size() != (kind == Exercise.Kind.TESTS ? 2 : 0)) {
            throw content.broken(ABOUT, "an exercise of the kind tests, and no other, has right and wrong machines");
        }
        return machines;
    }

    private Shown shown(Json.Obj run) {
        content.only(ABOUT, run, "machine", "title", "input", "world", "when");
        Json.Obj changed = World.changed(world, content.object(ABOUT, run, "world"));
        if (World.parse(changed) instanceof Reading.Bad<World>(var problems)) {
            throw content.broken(ABOUT, "the world of a run: " + problems.getFirst().key() + " at " + problems.getFirst().at());
        }
        String when = content.string(run, "when").orElse("before");
        if (!List.of("before", "after").contains(when)) throw content.broken(ABOUT, "a run is shown before or after the answers, not " + when);
        return new Shown(content.words(ABOUT, content.need(ABOUT, run, "title")), definition(content.needText(ABOUT, run, "machine")),
                content.need(ABOUT, run, "input"), changed, when.equals("after"));
    }

    private Suspect suspect(Json.Obj one) {
        content.only(ABOUT, one, "machine", "right", "shown", "class", "about");
        String name = content.needText(ABOUT, one, "machine");
        boolean right = content.flag(ABOUT, one, "right");
        TestCase.Kind kind = right ? TestCase.Kind.HAPPY : Optional.of(content.needText(ABOUT, one, "class")).flatMap(TestCase.Kind::of)
                .orElseThrow(() -> content.broken(ABOUT, "the machine " + name + " has no known class: " + one.get("class")));
        return new Suspect(name, definition(name), right, content.flag(ABOUT, one, "shown"), kind, content.words(ABOUT, content.need(ABOUT, one, "about")));
    }

    private String definition(String name) {
        String file = "machines/" + name + ENDING;
        unused.remove(name + ENDING);
        String text = content.text(file);
        Definition definition = Definition.parse(text, type);
        if (!definition.isValid()) throw content.broken(file, definition.diagnostics().getFirst().message());
        return text;
    }
}
