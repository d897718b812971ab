package passo.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.ExerciseFolder;
import passo.lab.exercise.TestCase;
import passo.lab.grading.Grader;
import passo.lab.grading.Submission;
import passo.lab.grading.Verdict;

/// How long it takes to judge an answer: by twelve tests, each with its seeds; and of all exercises the one that takes longest.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class GradingBenchmark {

    private static final int TESTS = 12;

    private final Exercise twelve = ofTwelve(ExerciseFolder.read(Path.of("exercises/validar-arquivo-s3"), "arquivos-no-s3"));
    private final Exercise largest = ExerciseFolder.read(Path.of("exercises/historico-25000"), "operacao");

    @Benchmark public Verdict twelve() {
        return graded(twelve);
    }

    @Benchmark public Verdict largest() {
        return graded(largest);
    }

    private static Verdict graded(Exercise exercise) {
        return new Grader(exercise, (start, cloud, decisions) -> Execution.run(start, cloud, Limits.NORMAL, decisions)).grade(Submission.of(exercise.reference()));
    }

    private static Exercise ofTwelve(Exercise exercise) {
        List<TestCase> twelve = Stream.generate(exercise.tests()::stream).flatMap(tests -> tests).limit(TESTS).toList();
        return exercise.testedBy(twelve);
    }
}
