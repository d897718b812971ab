package passo.lab.grading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import passo.asl.Definition;
import passo.asl.text.Diagnostic;
import passo.asl.StateMachine;
import passo.aws.Cloud;
import passo.engine.Decision;
import passo.engine.Run;
import passo.engine.StartExecution;
import passo.json.Json;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.Rule;
import passo.lab.exercise.TestCase;
import passo.lab.exercise.WrittenTests;

/// Judges an answer to an exercise. Pure; may be shared between threads.
public final class Grader {

    private final Exercise exercise;
    private final Runs runs;

    /// Makes the runs of a grading, within the time that it is given.
    public interface Runs {
        Run run(StartExecution start, Cloud cloud, List<Decision> decisions);
    }

    public Grader(Exercise exercise, Runs runs) {
        this.exercise = exercise;
        this.runs = runs;
    }

    public Verdict grade(Submission submission) {
        List<Answered> answered = exercise.questions().stream()
                .map(question -> Answered.of(question, Optional.ofNullable(submission.answers().get(question.id())))).toList();
        if (exercise.kind() == Exercise.Kind.TESTS) return examined(Examination.of(exercise, submission.tests().orElse(""), runs));
        if (!exercise.kind().isMachine()) return verdict(List.of(), List.of(), answered, answered.stream().allMatch(Answered::right) ? 3 : 0);
        String text = submission.definition().orElse("");
        Definition definition = Definition.parse(text, exercise.type());
        var machine = Machine.of(text);
        if (definition.machine().isEmpty()) return unmade(errors(definition), machine.told(submission.world()), answered);
        return judge(submission, machine, definition.machine().get(), answered);
    }

    private Verdict examined(Examination examination) {
        return new Verdict(List.of(), List.of(), List.of(), List.of(), List.of(), examination, examination.stars(exercise.golf().orElse(WrittenTests.MOST)));
    }

    /// Where nothing is run.
    private static Verdict verdict(List<Diagnostic> diagnostics, List<Rule> mistakes, List<Answered> answered, int stars) {
        return new Verdict(diagnostics, List.of(), List.of(), mistakes, answered, Examination.NONE, stars);
    }

    private static List<Diagnostic> errors(Definition definition) {
        return definition.diagnostics().stream().filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR).toList();
    }

    /// The text may still show a mistake that is known.
    private Verdict unmade(List<Diagnostic> errors, Json.Obj.Builder told, List<Answered> answered) {
        told.put("results", Json.Arr.EMPTY).put("diagnostics", new Json.Arr(errors.stream().<Json>map(error -> Json.Obj.builder().put("code", error.code())
                .put("location", error.location()).put("message", error.message()).build()).toList()));
        return verdict(errors, recognised(told.build(), true), answered, 0);
    }

    private Verdict judge(Submission submission, Machine machine, StateMachine states, List<Answered> answered) {
        var trial = new Trial(exercise, submission, states, runs);
        List<Trial.Judged> judged = exercise.tests().stream().sorted(Comparator.comparing(TestCase::hidden)).map(trial::judge).toList();
        List<TestResult> tests = judged.stream().map(Trial.Judged::result).toList();
        Json.Obj told = machine.told(submission.world()).put("results", new Json.Arr(judged.stream().map(Trial.Judged::facts).toList())).build();
        List<Rule> broken = exercise.structure().stream().filter(rule -> !rule.holds(told)).toList();
        int stars = stars(tests, broken, answered, transitions(judged));
        return new Verdict(List.of(), tests, broken, stars >= Verdict.PASSING ? List.of() : recognised(told, false), answered, Examination.NONE, stars);
    }

    private List<Rule> recognised(Json.Obj told, boolean ofText) {
        return exercise.mistakes().stream().filter(rule -> rule.isOfText() == ofText && rule.holds(told)).toList();
    }

    private int stars(List<TestResult> tests, List<Rule> broken, List<Answered> answered, int transitions) {
        if (!tests.stream().filter(result -> !result.test().hidden()).allMatch(TestResult::passed)) return 0;
        if (!tests.stream().allMatch(TestResult::passed) || !broken.isEmpty() || !answered.stream().allMatch(Answered::right)) return 1;
        return exercise.golf().isEmpty() || transitions <= exercise.golf().getAsInt() ? 3 : 2;
    }

    /// Of all runs of the visible tests together: what golf counts.
    private static int transitions(List<Trial.Judged> judged) {
        return judged.stream().filter(test -> !test.result().test().hidden()).flatMap(test -> test.runs().stream()).mapToInt(told -> told.trace().transitions()).sum();
    }
}
