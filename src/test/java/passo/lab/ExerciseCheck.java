package passo.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.json.Json;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.TestCase;
import passo.lab.grading.Grader;
import passo.lab.grading.Submission;
import passo.lab.grading.TestResult;
import passo.lab.grading.Verdict;

/// Something that must be true of an exercise.
///
/// @param says it, as a sentence
/// @param faults why it is not; empty where it is
public record ExerciseCheck(String says, List<String> faults) {

    private static final int WRONG = 3;
    private static final int SOLUTIONS = 2;

    /// For authors: checks one exercise and says all of it.
    ///
    /// @param arguments its slug
    public static void main(String... arguments) {
        try {
            Exercise exercise = Curriculum.load(Path.of("exercises")).find(arguments[0])
                    .orElseThrow(() -> new IllegalArgumentException("curriculum.yaml names no exercise " + arguments[0]));
            List<ExerciseCheck> checks = of(exercise);
            checks.forEach(check -> System.out.println(check.holds() ? "  ok   " + check.says() : "  NO   " + check.says() + ": " + String.join(", ", check.faults())));
            long broken = checks.stream().filter(check -> !check.holds()).count();
            System.out.println(broken == 0 ? exercise.slug() + " is as it should be; a server that mvn has started shows it at the next reload" : broken + " to mend in " + exercise.slug());
            if (broken > 0) System.exit(1);
        } catch (IllegalArgumentException unreadable) {
            System.out.println("  NO   " + unreadable.getMessage());
            System.exit(1);
        }
    }

    static List<ExerciseCheck> of(Exercise exercise) {
        var checks = new ArrayList<ExerciseCheck>();
        exercise.solutions().forEach((name, solution) -> checks.add(new ExerciseCheck("the solution " + name + " passes", told(exercise, grade(exercise, solution)))));
        checks.add(check("the reference has three stars", grade(exercise, exercise.reference()).stars() == 3, "it has fewer"));
        exercise.wrong().forEach((name, wrong) -> checks.add(wrong(exercise, name, wrong)));
        checks.add(check("the starter does not pass", !grade(exercise, exercise.untouched()).passed(), "it passes"));
        checks.add(check("there are three wrong answers", exercise.wrong().size() >= WRONG, "there are " + exercise.wrong().size()));
        if (exercise.kind().isMachine()) checks.addAll(ofMachine(exercise));
        return List.copyOf(checks);
    }

    private static List<ExerciseCheck> ofMachine(Exercise exercise) {
        List<String> untaught = exercise.teaches().stream().filter(field -> !exercise.reference().toString().contains(field)).toList();
        return List.of(check("there are two solutions", exercise.solutions().size() >= SOLUTIONS, "there is one"),
                check("a test is visible", !exercise.tests().stream().allMatch(TestCase::hidden), "all are hidden"),
                check("a test is hidden", exercise.tests().stream().anyMatch(TestCase::hidden), "none is"),
                new ExerciseCheck("the reference shows what it teaches", untaught));
    }

    private static ExerciseCheck wrong(Exercise exercise, String name, Exercise.Wrong wrong) {
        Verdict verdict = grade(exercise, wrong.answer());
        List<String> told = told(exercise, verdict);
        var faults = new ArrayList<String>();
        if (verdict.passed()) faults.add("it passes");
        if (!told.contains(wrong.caughtBy())) faults.add("it is caught by " + told);
        int spoke = verdict.mistakes().isEmpty() ? 0 : exercise.mistakes().indexOf(verdict.mistakes().getFirst()) + 1;
        if (wrong.mistake() > 0 && spoke != wrong.mistake()) faults.add(spoke == 0 ? "no mistake is recognised" : "the mistake " + spoke + " is recognised first");
        return new ExerciseCheck("the wrong answer " + name + " is caught by " + wrong.caughtBy()
                + (wrong.mistake() > 0 ? " and recognised as the mistake " + wrong.mistake() : ""), faults);
    }

    boolean holds() {
        return faults.isEmpty();
    }

    private static ExerciseCheck check(String says, boolean holds, String fault) {
        return new ExerciseCheck(says, holds ? List.of() : List.of(fault));
    }

    private static Verdict grade(Exercise exercise, Json.Obj answer) {
        return new Grader(exercise, (start, cloud, decisions) -> Execution.run(start, cloud, Limits.NORMAL, decisions)).grade(Submission.of(answer));
    }

    /// All that does not pass, by the names that exercises give it.
    private static List<String> told(Exercise exercise, Verdict verdict) {
        var told = new ArrayList<String>();
        verdict.diagnostics().forEach(diagnostic -> told.add("diagnostic " + diagnostic.code()));
        verdict.tests().stream().filter(result -> !result.passed()).map(TestResult::test).forEach(test -> told.add(test.id()));
        for (int rule = 1; rule <= exercise.structure().size(); rule++) {
            if (verdict.broken().contains(exercise.structure().get(rule - 1))) told.add("structure " + rule);
        }
        verdict.answers().stream().filter(answered -> !answered.right()).forEach(answered -> told.add("question " + answered.question().id()));
        verdict.examination().tests().faults().forEach(fault -> told.add("line " + fault.line()));
        verdict.examination().machines().stream().filter(machine -> !machine.told()).forEach(machine -> told.add("machine " + machine.suspect().name()));
        return told;
    }
}
