package passo.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.aws.Reading;
import passo.aws.World;
import passo.json.JsonText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The examples of the gallery, in its order: first steps, then use cases. Immutable.
public final class Examples {

    private static final List<String> LANGUAGES = List.of("en", "pt-BR");
    private static final YAMLMapper YAML = new YAMLMapper();

    private final List<Example> firstSteps;
    private final List<Example> useCases;

    private Examples(List<Example> firstSteps, List<Example> useCases) {
        this.firstSteps = List.copyOf(firstSteps);
        this.useCases = List.copyOf(useCases);
    }

    /// The examples as they are shipped, read at once; in development those of the working folder, read at each question, so
    /// that a change is seen by a reload.
    public static Supplier<Examples> source(boolean development) {
        if (development) return () -> load(Path.of("exercises/examples"));
        var shipped = Content.shipped(folder -> load(folder.resolve("examples")));
        return () -> shipped;
    }

    /// Reads the folder `examples`: `gallery.yaml` names its folders in their order.
    ///
    /// @throws IllegalArgumentException if anything is wrong with it; the message names the file and the reason
    public static Examples load(Path folder) {
        Path gallery = folder.resolve("gallery.yaml");
        Map<String, List<String>> groups = read(gallery, text -> YAML.readValue(text, new TypeReference<>() {}));
        return new Examples(group(folder, groups, "firstSteps"), group(folder, groups, "useCases"));
    }

    private static List<Example> group(Path folder, Map<String, List<String>> groups, String name) {
        return groups.getOrDefault(name, List.of()).stream().map(slug -> example(folder.resolve(slug), slug)).toList();
    }

    private static Example example(Path folder, String slug) {
        Path file = folder.resolve("example.yaml");
        JsonNode about = read(file, YAML::readTree);
        var type = about.path("type").asString("STANDARD").equals("EXPRESS") ? Definition.Type.EXPRESS : Definition.Type.STANDARD;
        Map<String, Example.Text> texts = new HashMap<>();
        for (var language : LANGUAGES) {
            texts.put(language, new Example.Text(
                    text(file, about.path("title"), language),
                    text(file, about.path("sentence"), language),
                    text(file, about.path("about"), language),
                    about.path("try").valueStream().map(one -> text(file, one, language)).toList(),
                    definition(folder.resolve("definition." + language + ".asl.json"), type),
                    input(folder.resolve("input." + language + ".json")),
                    world(folder.resolve("world." + language + ".json")),
                    text(file, about.path("expect").path("status"), language),
                    about.path("expect").has("error") ? Optional.of(text(file, about.path("expect").path("error"), language)) : Optional.empty()));
        }
        List<String> tags = about.path("tags").valueStream().map(JsonNode::asString).toList();
        return new Example(slug, type, about.path("guided").asBoolean(false), tags, texts);
    }

    /// A text of one language, or the same text for all.
    private static String text(Path file, JsonNode node, String language) {
        JsonNode text = node.isObject() ? node.path(language) : node;
        if (!text.isString() || text.asString().isBlank()) throw broken(file, "a text is missing in " + language, null);
        return text.asString();
    }

    private static String definition(Path file, Definition.Type type) {
        String text = read(file, content -> content);
        Definition.parse(text, type).diagnostics().stream().findFirst().ifPresent(wrong -> {
            throw broken(file, wrong.message() + " " + wrong.location(), null);
        });
        return text;
    }

    private static String input(Path file) {
        return read(file, text -> {
            JsonText.parse(text);
            return text;
        });
    }

    private static String world(Path file) {
        return read(file, text -> {
            if (World.parse(JsonText.parse(text)) instanceof Reading.Bad<World>(var problems)) {
                throw broken(file, problems.getFirst().key() + " at " + problems.getFirst().at(), null);
            }
            return text;
        });
    }

    private interface Reader<T> {
        T read(String text);
    }

    private static <T> T read(Path file, Reader<T> reader) {
        try {
            return reader.read(Files.readString(file));
        } catch (IOException missing) {
            throw broken(file, "it cannot be read", missing);
        } catch (JacksonException malformed) {
            throw broken(file, malformed.getOriginalMessage(), malformed);
        }
    }

    private static IllegalArgumentException broken(Path file, String reason, Throwable cause) {
        return new IllegalArgumentException("the example file " + file + " is broken: " + reason, cause);
    }

    public List<Example> all() {
        return Stream.concat(firstSteps.stream(), useCases.stream()).toList();
    }

    /// One thing each.
    public List<Example> firstSteps() {
        return firstSteps;
    }

    /// Something that people build, and what to try on it.
    public List<Example> useCases() {
        return useCases;
    }

    /// The one that a first visit opens.
    public Example first() {
        return firstSteps.getFirst();
    }

    public Optional<Example> find(String slug) {
        return all().stream().filter(example -> example.slug().equals(slug)).findFirst();
    }
}
