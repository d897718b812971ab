package passo.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import passo.lab.Content;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Words;

/// The bank of questions. Immutable.
///
/// @param topics in the order of their letters
/// @param exams that the questions are tagged with
public record Questions(List<Topic> topics, List<Exam> exams, List<Question> all) {

    public record Topic(String letter, Words title) {}

    /// An exam of AWS.
    ///
    /// @param code such as `DVA-C02`
    public record Exam(String code, String name) {}

    public Questions {
        topics = List.copyOf(topics);
        exams = List.copyOf(exams);
        all = List.copyOf(all);
    }

    /// The bank as it is shipped, read at once; in development that of the working folder, read at each question.
    public static Supplier<Questions> source(boolean development, Supplier<Curriculum> curriculum) {
        if (development) return () -> load(Path.of("exercises"), curriculum.get());
        var shipped = Content.shipped(folder -> load(folder, curriculum.get()));
        return () -> shipped;
    }

    /// Reads the folder `questions`: `bank.yaml` names the topics and the exams; every other file is a question, in the order of their names.
    ///
    /// @param curriculum whose exercises a question may name
    /// @throws IllegalArgumentException if anything is wrong with it; the message names the file and the reason
    public static Questions load(Path folder, Curriculum curriculum) {
        return new QuestionReader(folder.resolve("questions"), curriculum).questions();
    }

    public Optional<Question> find(String id) {
        return all.stream().filter(question -> question.id().equals(id)).findFirst();
    }

    public Optional<Topic> topic(String letter) {
        return topics.stream().filter(topic -> topic.letter().equals(letter)).findFirst();
    }

    public Stream<Question> about(String letter) {
        return all.stream().filter(question -> question.topic().equals(letter));
    }

    public Stream<Question> of(String exam) {
        return all.stream().filter(question -> question.exams().containsKey(exam));
    }
}
