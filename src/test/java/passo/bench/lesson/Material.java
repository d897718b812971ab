package passo.bench.lesson;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import passo.json.Json;
import passo.lab.Example;
import passo.lab.Examples;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Submission;
import passo.study.Question;
import passo.study.Questions;

/// What learners work at: read from the files, as only these know the answers.
///
/// @param tasks whose answer is a machine and nothing beside it
/// @param questions that are answered by one option, or an order
record Material(List<Task> tasks, List<String> examples, List<Question> questions) {

    /// @param wrong answers, as texts of machines
    record Task(String slug, List<String> wrong, List<String> right) {}

    static Material read(Path folder) {
        Curriculum curriculum = Curriculum.load(folder);
        return new Material(curriculum.all().filter(exercise -> exercise.kind().isMachine() && exercise.asked().isEmpty()).map(Material::task).toList(),
                Examples.load(folder.resolve("examples")).all().stream().map(Example::slug).toList(),
                Questions.load(folder, curriculum).all().stream().filter(question -> question.kind() != Question.Kind.MULTIPLE).toList());
    }

    private static Task task(Exercise exercise) {
        return new Task(exercise.slug(), machines(exercise.wrong().values().stream().map(Exercise.Wrong::answer)), machines(exercise.solutions().values().stream()));
    }

    private static List<String> machines(Stream<Json.Obj> answers) {
        return answers.flatMap(answer -> Submission.of(answer).definition().stream()).toList();
    }
}
