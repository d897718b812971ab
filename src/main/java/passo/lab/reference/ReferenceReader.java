package passo.lab.reference;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import passo.json.Json;
import passo.lab.exercise.ContentReader;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Words;
import passo.lab.notes.Notes;

/// Reads the reference. Used once.
final class ReferenceReader {

    private static final String FILE = "topics.yaml";

    private final ContentReader content;
    private final Curriculum curriculum;
    private final Notes notes;
    private final Set<String> expected = new HashSet<>(Set.of(FILE));

    ReferenceReader(Path folder, Curriculum curriculum, Notes notes) {
        this.content = new ContentReader(folder);
        this.curriculum = curriculum;
        this.notes = notes;
    }

    Reference reference() {
        Json.Obj topics = content.yaml(FILE);
        content.only(FILE, topics, "groups");
        var reference = new Reference(content.objects(FILE, topics, "groups").stream().map(this::group).toList());
        content.names().stream().filter(name -> !expected.contains(name)).findFirst().ifPresent(name -> {
            throw content.broken(name, "nothing in the reference names this file");
        });
        return reference;
    }

    private Reference.Group group(Json.Obj group) {
        content.only(FILE, group, "title", "topics");
        return new Reference.Group(content.words(FILE, content.need(FILE, group, "title")), content.objects(FILE, group, "topics").stream().map(this::topic).toList());
    }

    private Topic topic(Json.Obj topic) {
        content.only(FILE, topic, "id", "exercises", "concepts");
        String id = content.needText(FILE, topic, "id");
        List<String> exercises = known(topic, "exercises", slug -> curriculum.find(slug).isPresent());
        List<String> concepts = known(topic, "concepts", line -> notes.find(line).isPresent());
        Map<String, Topic.Text> texts = new HashMap<>();
        Set<List<String>> shown = new HashSet<>();
        for (var language : Words.LANGUAGES) {
            String file = id + "/" + language + ".md";
            if (!expected.add(file)) throw content.broken(FILE, "two topics have the id " + id);
            Topic.Text text = new TextReader(content, file).text();
            texts.put(language, text);
            shown.add(text.shown());
        }
        if (shown.size() != 1) throw content.broken(FILE, "the languages show other examples in " + id + ": " + shown);
        return new Topic(id, texts, shown.iterator().next().stream().map(sample -> sample(id, sample)).toList(), exercises, concepts);
    }

    private List<String> known(Json.Obj topic, String name, Predicate<String> exists) {
        List<String> names = content.strings(FILE, topic, name);
        names.stream().filter(exists.negate()).findFirst().ifPresent(unknown -> {
            throw content.broken(FILE, "of the " + name + " none is called " + unknown);
        });
        return names;
    }

    private Sample sample(String topic, String id) {
        String file = topic + "/" + id + ".yaml";
        if (!expected.add(file)) throw content.broken(file, "it is shown twice");
        Json.Obj written = content.yaml(file);
        return Sample.read(content, file, written.without("title"), id, content.words(file, content.need(file, written, "title")));
    }
}
