package passo.lab.reference;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import passo.lab.Content;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Words;
import passo.lab.notes.Notes;

/// What there is to look up about the language, in an order in which it can be read too. Immutable.
public record Reference(List<Group> groups) {

    public record Group(Words title, List<Topic> topics) {}

    public Reference {
        groups = List.copyOf(groups);
    }

    /// The reference as it is shipped, read at once; in development that of the working folder, read at each question.
    public static Supplier<Reference> source(boolean development, Supplier<Curriculum> curriculum, Supplier<Notes> notes) {
        if (development) return () -> load(Path.of("exercises"), curriculum.get(), notes.get());
        var shipped = Content.shipped(folder -> load(folder, curriculum.get(), notes.get()));
        return () -> shipped;
    }

    /// Reads the folder `reference`: `topics.yaml` names its topics in their order, a folder each.
    ///
    /// @param curriculum whose exercises a topic may name
    /// @param notes whose lines a topic may name
    /// @throws IllegalArgumentException if anything is wrong with it; the message names the file and the reason
    public static Reference load(Path folder, Curriculum curriculum, Notes notes) {
        return new ReferenceReader(folder.resolve("reference"), curriculum, notes).reference();
    }

    public Stream<Topic> topics() {
        return groups.stream().flatMap(group -> group.topics().stream());
    }

    public Optional<Topic> find(String id) {
        return topics().filter(topic -> topic.id().equals(id)).findFirst();
    }

    /// What an exercise trains.
    ///
    /// @param slug of the exercise
    public List<Topic> trainedBy(String slug) {
        return topics().filter(topic -> topic.exercises().contains(slug)).toList();
    }
}
