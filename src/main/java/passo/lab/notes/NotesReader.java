package passo.lab.notes;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import passo.asl.Definition;
import passo.aws.Reading;
import passo.aws.World;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Pointer;
import passo.json.Positions;
import passo.lab.Examples;
import passo.lab.exercise.ContentReader;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Words;

/// Reads the notes. Used once.
final class NotesReader {

    private static final String FILE = "notes.yaml";

    private final ContentReader content;
    private final Curriculum curriculum;
    private final Examples examples;
    private final Set<String> ids = new HashSet<>();

    NotesReader(Path folder, Curriculum curriculum, Examples examples) {
        this.content = new ContentReader(folder);
        this.curriculum = curriculum;
        this.examples = examples;
    }

    Notes notes() {
        Json.Obj notes = content.yaml(FILE);
        content.only(FILE, notes, "parts");
        return new Notes(content.strings(FILE, notes, "parts").stream().map(this::part).toList());
    }

    private Notes.Part part(String id) {
        String file = id + ".yaml";
        Json.Obj part = content.yaml(file);
        content.only(file, part, "title", "lines");
        isNew(file, id);
        return new Notes.Part(id, words(file, part, "title"), content.objects(file, part, "lines").stream().map(line -> line(file, line)).toList());
    }

    private Notes.Line line(String file, Json.Obj line) {
        content.only(file, line, "id", "note", "erratum", "fact", "fragment", "exercises", "examples");
        String id = content.needText(file, line, "id");
        isNew(file, id);
        Optional<Words> erratum = line.has("erratum") ? Optional.of(words(file, line, "erratum")) : Optional.empty();
        Optional<Notes.Fragment> fragment = line.has("fragment") ? Optional.of(fragment(file, content.object(file, line, "fragment"))) : Optional.empty();
        List<String> exercises = known(file, line, "exercises", slug -> curriculum.find(slug).isPresent());
        List<String> shown = known(file, line, "examples", slug -> examples.find(slug).isPresent());
        if (fragment.isEmpty() && exercises.isEmpty() && shown.isEmpty()) throw content.broken(file, "the line " + id + " leads nowhere");
        return new Notes.Line(id, words(file, line, "note"), erratum, words(file, line, "fact"), fragment, exercises, shown);
    }

    private void isNew(String file, String id) {
        if (!ids.add(id)) throw content.broken(file, "two have the id " + id);
    }

    private Words words(String file, Json.Obj obj, String name) {
        return content.words(file, content.need(file, obj, name));
    }

    private List<String> known(String file, Json.Obj line, String name, Predicate<String> exists) {
        List<String> slugs = content.strings(file, line, name);
        slugs.stream().filter(exists.negate()).findFirst().ifPresent(slug -> {
            throw content.broken(file, name + " has none that is called " + slug);
        });
        return slugs;
    }

    private Notes.Fragment fragment(String file, Json.Obj fragment) {
        content.only(file, fragment, "type", "definition", "show", "input", "world");
        var type = content.string(fragment, "type").orElse("STANDARD").equals("EXPRESS") ? Definition.Type.EXPRESS : Definition.Type.STANDARD;
        String text = content.needText(file, fragment, "definition");
        Definition definition = Definition.parse(text, type);
        definition.diagnostics().stream().findFirst().ifPresent(wrong -> {
            throw content.broken(file, wrong.message() + " " + wrong.location());
        });
        Json.Obj world = content.object(file, fragment, "world");
        if (World.parse(world) instanceof Reading.Bad<World>(var problems)) {
            throw content.broken(file, "a world: " + problems.getFirst().key() + " at " + problems.getFirst().at());
        }
        String shown = shown(file, text, content.string(fragment, "show").orElse(""));
        return new Notes.Fragment(type, text, shown, JsonText.pretty(content.need(file, fragment, "input")), JsonText.pretty(world));
    }

    /// What a definition writes at a place, with its name, as it is written there.
    private String shown(String file, String definition, String place) {
        if (place.isEmpty()) return definition;
        Pointer pointer = Pointer.parse(place).orElseThrow(() -> content.broken(file, "no place: " + place));
        if (!(JsonText.read(definition) instanceof JsonText.Reading.Value(var json, var positions)) || pointer.find(json).isEmpty()) {
            throw content.broken(file, "nothing stands at " + place);
        }
        Positions there = positions.at(pointer);
        return definition.substring(there.name().offset(), there.end().offset()).replace("\n" + " ".repeat(there.name().column() - 1), "\n");
    }
}
