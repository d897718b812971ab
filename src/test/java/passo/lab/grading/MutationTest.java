package passo.lab.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passo.asl.Definition;
import passo.aws.service.Change;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.TestCase;

/// Are the tests of the exercises strict? Of each reference solution machines are made that differ in one thing; tests that let them pass
/// have a gap, or the thing makes no difference. It makes none where such a machine does the same on everything that the tests try and on
/// other examples of it: the same end, output, time, states and effects. What is not caught otherwise is what a statement leaves free, such
/// as how long a wait lasts, or under which name a caught error is kept. `-Dmutants=print` prints all of it.
class MutationTest {

    private static final Grader.Runs RUNS = (start, cloud, decisions) -> Execution.run(start, cloud, Limits.NORMAL, decisions);
    private static final int ENOUGH = 95;

    /// What became of the mutants of an exercise.
    private record Score(String track, String slug, int killed, int equal, List<String> survivors) {

        int percent() {
            return killed * 100 / Math.max(1, killed + survivors.size());
        }
    }

    @Test void ofHundredMutantsNinetyFiveAreCaughtInEveryTrack() {
        List<Score> scores = Curriculum.load(Path.of("exercises")).all().toList().parallelStream().filter(exercise -> exercise.kind().isMachine())
                .map(MutationTest::score).toList();
        Map<String, List<Score>> tracks = scores.stream().collect(Collectors.groupingBy(Score::track, LinkedHashMap::new, Collectors.toList()));
        if (System.getProperty("mutants", "").equals("print")) print(tracks);

        assertThat(tracks).allSatisfy((track, own) ->
                assertThat(sum(track, own).percent()).as("not caught: " + sum(track, own).survivors()).isGreaterThanOrEqualTo(ENOUGH));
    }

    private static void print(Map<String, List<Score>> tracks) {
        tracks.forEach((track, own) -> {
            print(sum(track, own));
            own.forEach(MutationTest::print);
            sum(track, own).survivors().forEach(survivor -> System.out.println("        " + survivor));
        });
        print(sum("all", tracks.values().stream().flatMap(List::stream).toList()));
    }

    private static Score sum(String name, List<Score> scores) {
        return new Score(name, "", scores.stream().mapToInt(Score::killed).sum(), scores.stream().mapToInt(Score::equal).sum(),
                scores.stream().flatMap(score -> score.survivors().stream()).toList());
    }

    private static void print(Score score) {
        System.out.printf("%3d %% %5d caught %4d the same %4d not caught  %s%n", score.percent(), score.killed(), score.equal(), score.survivors().size(),
                score.slug().isEmpty() ? score.track() : "  " + score.slug());
    }

    private static Score score(Exercise exercise) {
        var survivors = new ArrayList<String>();
        int killed = 0;
        int equal = 0;
        String text = ((Json.Str) exercise.reference().get("definition")).value();
        List<TestCase> tried = tried(exercise);
        List<Object> reference = told(exercise, exercise.reference(), tried);
        for (var mutant : Mutants.of(JsonText.parse(text)).entrySet()) {
            Json.Obj answer = exercise.reference().with("definition", Json.of(mutant.getValue().toString()));
            if (!Definition.parse(mutant.getValue().toString(), exercise.type()).isValid()) continue;
            if (isCaught(exercise, answer)) killed++;
            else if (told(exercise, answer, tried).equals(reference)) equal++;
            else survivors.add(exercise.slug() + mutant.getKey());
        }
        return new Score(exercise.track(), exercise.slug(), killed, equal, survivors);
    }

    /// One test that it fails is enough; only what passes all is graded.
    private static boolean isCaught(Exercise exercise, Json.Obj answer) {
        Trial trial = trial(exercise, answer);
        return exercise.tests().stream().map(TestCase::once).anyMatch(test -> !trial.judge(test).result().passed())
                || !new Grader(exercise, RUNS).grade(Submission.of(answer)).passed();
    }

    private static Trial trial(Exercise exercise, Json.Obj answer) {
        var submission = Submission.of(answer);
        return new Trial(exercise, submission, Definition.parse(submission.definition().orElseThrow(), exercise.type()).machine().orElseThrow(), RUNS);
    }

    /// The tests and other examples of each.
    private static List<TestCase> tried(Exercise exercise) {
        return exercise.tests().stream().flatMap(test -> Stream.concat(Stream.of(test), Variants.of(exercise, test, new SplittableRandom(1)))).map(TestCase::once).toList();
    }

    private static List<Object> told(Exercise exercise, Json.Obj answer, List<TestCase> tests) {
        Trial trial = trial(exercise, answer);
        return tests.stream().<Object>map(test -> {
            Trial.Judged judged = trial.judge(test);
            return List.of(judged.runs().stream().map(MutationTest::told).toList(), judged.check().changes().stream().map(MutationTest::told).toList());
        }).toList();
    }

    private static List<Object> told(TestResult.Told told) {
        var trace = told.trace();
        return List.of(trace.status(), trace.failure().map(failure -> failure.error()), trace.output(), trace.end(), trace.steps().stream().map(step -> step.state()).toList());
    }

    private static List<Object> told(Change change) {
        return List.of(change.kind(), change.resource(), change.detail(), change.at());
    }
}
