package passo.lab.notes;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import passo.asl.Definition;
import passo.lab.Content;
import passo.lab.Examples;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Words;

/// The notes that learners keep about Step Functions, and of each line what is so. Immutable.
public record Notes(List<Part> parts) {

    public record Part(String id, Words title, List<Line> lines) {}

    /// A line of the notes.
    ///
    /// @param note what it says
    /// @param erratum what in it is not so, told kindly
    /// @param fact what is so, in Markdown
    /// @param exercises by their slugs: those that let one try it
    /// @param examples by their slugs: those that show it
    public record Line(String id, Words note, Optional<Words> erratum, Words fact, Optional<Fragment> fragment, List<String> exercises,
            List<String> examples) {}

    /// A machine that shows what a line is about.
    ///
    /// @param shown the lines of it that are looked at
    public record Fragment(Definition.Type type, String definition, String shown, String input, String world) {}

    public Notes {
        parts = List.copyOf(parts);
    }

    /// The notes as they are shipped, read at once; in development those of the working folder, read at each question.
    public static Supplier<Notes> source(boolean development, Supplier<Curriculum> curriculum, Supplier<Examples> examples) {
        if (development) return () -> load(Path.of("exercises"), curriculum.get(), examples.get());
        var shipped = Content.shipped(folder -> load(folder, curriculum.get(), examples.get()));
        return () -> shipped;
    }

    /// Reads the folder `notes`: `notes.yaml` names its parts in their order, a file each.
    ///
    /// @param curriculum whose exercises the lines may name
    /// @param examples which the lines may name
    /// @throws IllegalArgumentException if anything is wrong with it; the message names the file and the reason
    public static Notes load(Path folder, Curriculum curriculum, Examples examples) {
        return new NotesReader(folder.resolve("notes"), curriculum, examples).notes();
    }

    public Stream<Line> lines() {
        return parts.stream().flatMap(part -> part.lines().stream());
    }

    public Optional<Line> find(String id) {
        return lines().filter(line -> line.id().equals(id)).findFirst();
    }
}
