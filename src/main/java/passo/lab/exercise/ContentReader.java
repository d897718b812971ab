package passo.lab.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import passo.json.Json;
import passo.json.JsonText;

/// Reads the files of a folder of content, each once; whatever is wrong is told with the file and the reason.
public final class ContentReader {

    private final Path folder;
    private final Map<String, String> texts = new HashMap<>();

    public ContentReader(Path folder) {
        this.folder = folder;
    }

    public boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    public String text(String file) {
        return texts.computeIfAbsent(file, _ -> {
            try {
                return Files.readString(folder.resolve(file));
            } catch (IOException missing) {
                throw broken(file, "it cannot be read");
            }
        });
    }

    public Json json(String file) {
        if (JsonText.read(text(file)) instanceof JsonText.Reading.Value(var json, _)) return json;
        throw broken(file, "it is not JSON");
    }

    public Json.Obj yaml(String file) {
        return documents(file).stream().findFirst().orElse(Json.Obj.EMPTY);
    }

    /// The documents of a YAML file, each of which is an object.
    public List<Json.Obj> documents(String file) {
        var documents = new ArrayList<Json.Obj>();
        for (JsonText.Reading reading : JsonText.readYamlDocuments(text(file))) {
            switch (reading) {
                case JsonText.Reading.Value(Json.Obj document, _) -> documents.add(document);
                case JsonText.Reading.Value(Json.Null _, _) -> {}
                case JsonText.Reading.Value _ -> throw broken(file, "a document is no object");
                case JsonText.Reading.Malformed(var message, var at) -> throw broken(file, message + " at line " + at.line());
            }
        }
        return documents;
    }

    /// The texts of the files of a folder in here, by their names in order; none where there is no such folder.
    public Map<String, String> texts(String sub) {
        Path inside = folder.resolve(sub);
        if (!Files.isDirectory(inside)) return Map.of();
        var texts = new LinkedHashMap<String, String>();
        for (Path file : list(inside)) texts.put(file.getFileName().toString(), text(sub + "/" + file.getFileName()));
        return texts;
    }

    /// The names of all files, with the folders that they are in.
    public List<String> names() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString().replace('\\', '/')).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public IllegalArgumentException broken(String file, String reason) {
        return new IllegalArgumentException("the content file " + folder.getFileName() + "/" + file + " is broken: " + reason);
    }

    /// A member of an object that must be there.
    public Json need(String file, Json.Obj obj, String name) {
        return Optional.ofNullable(obj.get(name)).orElseThrow(() -> broken(file, name + " is missing"));
    }

    public String needText(String file, Json.Obj obj, String name) {
        if (need(file, obj, name) instanceof Json.Str(var text)) return text;
        throw broken(file, name + " is no text");
    }

    public int needNumber(String file, Json.Obj obj, String name) {
        if (need(file, obj, name) instanceof Json.Num num && num.isInteger()) return num.value().intValue();
        throw broken(file, name + " is no whole number");
    }

    public List<String> strings(String file, Json.Obj obj, String name) {
        if (!obj.has(name)) return List.of();
        if (obj.get(name) instanceof Json.Str(var one)) return List.of(one);
        if (obj.get(name) instanceof Json.Arr list && list.items().stream().allMatch(Json.Str.class::isInstance)) {
            return list.items().stream().map(item -> ((Json.Str) item).value()).toList();
        }
        throw broken(file, name + " is no list of texts");
    }

    boolean flag(String file, Json.Obj obj, String name) {
        if (!obj.has(name)) return false;
        if (obj.get(name) instanceof Json.Bool(var value)) return value;
        throw broken(file, name + " is neither true nor false");
    }

    public Optional<String> string(Json.Obj obj, String name) {
        return obj.get(name) instanceof Json.Str(var text) ? Optional.of(text) : Optional.empty();
    }

    public List<Json.Obj> objects(String file, Json.Obj obj, String name) {
        if (!obj.has(name)) return List.of();
        if (obj.get(name) instanceof Json.Arr list && list.items().stream().allMatch(Json.Obj.class::isInstance)) {
            return list.items().stream().map(Json.Obj.class::cast).toList();
        }
        throw broken(file, name + " is no list of objects");
    }

    public Json.Obj object(String file, Json.Obj obj, String name) {
        if (!obj.has(name)) return Json.Obj.EMPTY;
        if (obj.get(name) instanceof Json.Obj inner) return inner;
        throw broken(file, name + " is no object");
    }

    /// A text in every language.
    public Words words(String file, Json json) {
        if (!(json instanceof Json.Obj obj)) throw broken(file, "a text is not written in every language: " + json);
        var texts = new LinkedHashMap<String, String>();
        obj.forEach((language, text) -> texts.put(language, text instanceof Json.Str(var words) ? words : ""));
        try {
            return new Words(texts);
        } catch (IllegalArgumentException missing) {
            throw broken(file, missing.getMessage() + ": " + json);
        }
    }

    /// Refuses members that nobody knows.
    public void only(String file, Json.Obj obj, String... names) {
        obj.names().stream().filter(name -> !List.of(names).contains(name)).findFirst().ifPresent(name -> {
            throw broken(file, "no such member: " + name);
        });
    }
}
