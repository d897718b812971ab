package passo.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.diagram.Drawing;
import passo.export.Deliverable.File;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.TestCase;
import passo.lab.grading.Submission;

/// The folder of a piece: its answer, what it was tested with, and a README.
final class Folder {

    private final Piece piece;
    private final Voice voice;
    private final Function<Definition, Optional<Drawing>> drawings;
    private final Submission submission;
    private final List<File> files = new ArrayList<>();

    Folder(Piece piece, Voice voice, Function<Definition, Optional<Drawing>> drawings) {
        this.piece = piece;
        this.voice = voice;
        this.drawings = drawings;
        this.submission = Submission.of(piece.answer());
    }

    List<File> files() {
        Exercise exercise = piece.exercise();
        submission.definition().ifPresent(text -> add(exercise.slug() + ".asl.json", definition(text)));
        submission.tests().ifPresent(text -> add("tests.yaml", text.stripTrailing() + "\n"));
        parts();
        if (exercise.kind().isMachine()) {
            if (!exercise.world().isEmpty()) add("world.json", exercise.world());
            exercise.tests().stream().filter(test -> !test.hidden()).forEach(this::test);
        }
        Optional<Definition> definition = submission.definition().map(text -> Definition.parse(text, exercise.type()));
        Optional<StateMachine> machine = definition.flatMap(Definition::machine);
        definition.flatMap(drawings).ifPresent(drawing -> add("diagram.svg", new Picture(drawing, exercise.in(voice.language()).title().replace("`", ""),
                machine.map(of -> Outlining.plain(of, voice)).orElse("")).svg()));
        var inside = files.stream().map(File::path).map(path -> path.substring(piece.folder().length() + 1)).toList();
        add("README.md", new PiecePage(piece, voice, machine, inside).text());
        return List.copyOf(files);
    }

    /// What else was handed in: roles, how the machine logs.
    private void parts() {
        submission.world().forEach((name, part) -> add(name + ".json", part));
    }

    /// As the learner wrote it, where that is JSON in lines; else what it says, in lines.
    private static String definition(String text) {
        if (JsonText.read(text) instanceof JsonText.Reading.Value(var json, _)) return (text.strip().contains("\n") ? text.strip() : JsonText.pretty(json)) + "\n";
        return JsonText.readYaml(text) instanceof JsonText.Reading.Value(Json.Obj yaml, _) ? JsonText.pretty(yaml) + "\n" : text.stripTrailing() + "\n";
    }

    /// What a test gives and expects.
    private void test(TestCase test) {
        String name = "tests/" + test.id() + ".";
        if (test.runs().size() == 1) add(name + "input.json", test.runs().getFirst().input());
        else if (!test.runs().isEmpty()) add(name + "inputs.json", new Json.Arr(test.runs().stream().map(TestCase.Sample::input).toList()));
        if (!test.world().equals(piece.exercise().world())) add(name + "world.json", test.world());
        if (!test.simulate().isEmpty()) add(name + "asked.json", new Json.Arr(test.simulate().stream().map(Folder::asked).toList()));
        if (!test.expected().isEmpty()) add(name + "expected.json", test.expected());
    }

    private static Json asked(TestCase.Simulation question) {
        var json = Json.Obj.builder().put("role", question.role());
        question.principal().ifPresentOrElse(principal -> json.put("principal", principal),
                () -> json.put("action", question.action()).put("resource", question.resource()));
        return json.put("allowed", question.allowed()).build();
    }

    private void add(String name, Json json) {
        add(name, JsonText.pretty(json) + "\n");
    }

    private void add(String name, String text) {
        files.add(new File(piece.folder() + "/" + name, text));
    }
}
