package passo.lab.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Folders of exercises, made for a test: to greet somebody by name, with what the test changes.
public final class Folders {

    private static final Map<String, String> GREETING = Map.of(
            "exercise.yaml", "kind: build\nlevel: 1\nminutes: 5\ntopic: B\n",
            "statement.en.md", "# Hello\nGreet.\n## Hint 1\nOne.\n## Hint 2\nTwo.\n## Hint 3\nThree.\n## After\nSo it is.\n",
            "statement.pt-BR.md", "# Olá\nCumprimente.\n## Dica 1\nUma.\n## Dica 2\nDuas.\n## Dica 3\nTrês.\n## Depois\nÉ assim.\n",
            "tests.yaml", "{id: ana, name: {en: Ana, pt-BR: Ana}, class: happy, input: {name: Ana}, expect: {status: SUCCEEDED, output: Hello Ana}}\n",
            "solutions/reference.asl.json", """
                    {"QueryLanguage": "JSONata", "StartAt": "Greet",
                     "States": {"Greet": {"Type": "Pass", "Output": "{% 'Hello ' & $states.input.name %}", "End": true}}}""");

    private Folders() {}

    /// @param changes files and their texts in turn; an empty text for no such file
    public static Exercise read(Path folder, String... changes) {
        var files = new LinkedHashMap<>(GREETING);
        for (int i = 0; i < changes.length; i += 2) files.put(changes[i], changes[i + 1]);
        files.forEach((name, text) -> write(folder.resolve(name), text));
        return ExerciseFolder.read(folder, "test");
    }

    private static void write(Path file, String text) {
        if (text.isEmpty()) return;
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
