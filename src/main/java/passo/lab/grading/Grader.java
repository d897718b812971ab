package passo.lab.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.asl.Definition;
import passo.asl.text.Diagnostic;
import passo.asl.StateMachine;
import passo.aws.Cloud;
import passo.aws.Decisions;
import passo.aws.Reading;
import passo.aws.World;
import passo.aws.iam.Roles;
import passo.engine.Decision;
import passo.engine.Run;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.Expectation;
import passo.lab.exercise.Rule;
import passo.lab.exercise.TestCase;
import passo.lab.exercise.TestCase.Sample;
import passo.lab.exercise.TestCase.Simulation;
import passo.lab.exercise.WrittenTests;

/// Judges an answer to an exercise. Pure; may be shared between threads.
public final class Grader {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final Exercise exercise;
    private final Runs runs;

    /// Makes the runs of a grading, within the time that it is given.
    public interface Runs {
        Run run(StartExecution start, Cloud cloud, List<Decision> decisions);
    }

    /// A test with what rules are told of it.
    private record Judged(TestResult result, Json.Obj facts) {}

    public Grader(Exercise exercise, Runs runs) {
        this.exercise = exercise;
        this.runs = runs;
    }

    public Verdict grade(Submission submission) {
        List<Answered> answered = exercise.questions().stream()
                .map(question -> Answered.of(question, Optional.ofNullable(submission.answers().get(question.id())))).toList();
        if (exercise.kind() == Exercise.Kind.TESTS) return examined(Examination.of(exercise, submission.tests().orElse(""), runs));
        if (!exercise.kind().isMachine()) return verdict(List.of(), answered, answered.stream().allMatch(Answered::right) ? 3 : 0);
        String text = submission.definition().orElse("");
        Definition definition = Definition.parse(text, exercise.type());
        if (definition.machine().isEmpty()) return verdict(errors(definition), answered, 0);
        return judge(submission, Machine.of(text), definition.machine().get(), answered);
    }

    private Verdict examined(Examination examination) {
        return new Verdict(List.of(), List.of(), List.of(), List.of(), List.of(), examination, examination.stars(exercise.golf().orElse(WrittenTests.MOST)));
    }

    /// Where nothing is run.
    private static Verdict verdict(List<Diagnostic> diagnostics, List<Answered> answered, int stars) {
        return new Verdict(diagnostics, List.of(), List.of(), List.of(), answered, Examination.NONE, stars);
    }

    private static List<Diagnostic> errors(Definition definition) {
        return definition.diagnostics().stream().filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR).toList();
    }

    private Verdict judge(Submission submission, Machine machine, StateMachine states, List<Answered> answered) {
        List<Judged> judged = exercise.tests().stream().sorted(Comparator.comparing(TestCase::hidden)).map(test -> test(test, submission, states)).toList();
        List<TestResult> tests = judged.stream().map(Judged::result).toList();
        var facts = new Json.Arr(judged.stream().map(Judged::facts).toList());
        List<Rule> broken = exercise.structure().stream().filter(rule -> !rule.holds(machine.definition(), machine.states(), facts)).toList();
        int stars = stars(tests, broken, answered);
        List<Rule> mistakes = stars >= 2 ? List.of()
                : exercise.mistakes().stream().filter(rule -> rule.holds(machine.definition(), machine.states(), facts)).toList();
        return new Verdict(List.of(), tests, broken, mistakes, answered, Examination.NONE, stars);
    }

    private int stars(List<TestResult> tests, List<Rule> broken, List<Answered> answered) {
        if (!tests.stream().filter(result -> !result.test().hidden()).allMatch(TestResult::passed)) return 0;
        if (!tests.stream().allMatch(TestResult::passed) || !broken.isEmpty() || !answered.stream().allMatch(Answered::right)) return 1;
        return exercise.golf().isEmpty() || transitions(tests) <= exercise.golf().getAsInt() ? 3 : 2;
    }

    /// Of the visible tests together: what golf counts.
    public static int transitions(List<TestResult> tests) {
        return tests.stream().filter(result -> !result.test().hidden()).flatMap(result -> result.told().stream()).mapToInt(told -> told.trace().transitions()).sum();
    }

    private Judged test(TestCase test, Submission submission, StateMachine machine) {
        List<Finding> simulated = test.simulate().stream().flatMap(question -> simulate(question, test, submission).stream()).toList();
        Judged first = null;
        for (int seed = 0; seed < Math.max(1, test.seeds()); seed++) {
            Judged made = once(test, submission, machine, seed, simulated);
            if (!made.result().passed()) return made;
            if (first == null) first = made;
            if (test.runs().isEmpty()) break;
        }
        return first;
    }

    /// A role is asked what it may do; nothing is run.
    private static Optional<Finding> simulate(Simulation question, TestCase test, Submission submission) {
        if (!(World.parse(world(test, submission)) instanceof Reading.Good<World>(var world))) return Optional.empty();
        Roles roles = world.roles();
        boolean allowed = roles.find(question.role()).isPresent() && question.principal().map(principal -> roles.trusts(question.role(), principal))
                .orElseGet(() -> roles.simulate(question.role(), question.action(), question.resource(), Map.of()).isAllowed());
        if (allowed == question.allowed()) return Optional.empty();
        Json told = Json.Obj.builder().put("role", question.role()).put("principal", question.principal().orElse("")).put("action", question.action())
                .put("resource", question.resource()).build();
        return Optional.of(new Finding(Finding.Kind.ALLOWED, Json.of(question.allowed()), told, List.of(), 0));
    }

    private static Json.Obj world(TestCase test, Submission submission) {
        return submission.roles().isEmpty() ? test.world() : World.changed(test.world(), Json.Obj.of("roles", submission.roles()));
    }

    private Judged once(TestCase test, Submission submission, StateMachine machine, int seed, List<Finding> simulated) {
        var check = new Check(submission.logging());
        var findings = new ArrayList<>(simulated);
        Optional<TestResult.Told> told = Optional.empty();
        Json.Obj at = world(test, submission);
        for (Sample sample : test.runs()) {
            Json.Obj before = World.changed(at, sample.change());
            if (!(World.parse(before) instanceof Reading.Good<World>(var world))) {
                findings.add(new Finding(Finding.Kind.ROLES, Json.NULL, Json.NULL, List.of(), 0));
                break;
            }
            Expectation expect = sample.expect().orElse(test.expect());
            var start = world.underItsRole(new StartExecution(machine, exercise.type(), exercise.slug(), "run", world.account(), sample.input(),
                    world.clock().orElse(START), world.seed().orElse(0) + seed));
            Optional<String> unmade = world.refusedRole(start, false);
            if (unmade.isPresent()) {
                findings.add(new Finding(Finding.Kind.ROLES, Json.NULL, Json.of(unmade.get()), List.of(), 0));
                break;
            }
            var cloud = new Cloud(world, List.of(), start);
            if (!(runs.run(start, cloud, decisions(sample, world)) instanceof Run.Ended(var trace))) {
                findings.add(new Finding(Finding.Kind.TOO_FAR, Json.NULL, Json.NULL, List.of(), 0));
                break;
            }
            check.execution(expect, trace, cloud);
            at = cloud.world();
            told = Optional.of(new TestResult.Told(trace, sample.input(), before, at));
        }
        if (told.isPresent()) check.afterAll(test.expect(), at);
        findings.addAll(check.findings());
        return new Judged(new TestResult(test, List.copyOf(findings), told), facts(test, findings.isEmpty(), told, check));
    }

    private List<Decision> decisions(Sample sample, World world) {
        return Decisions.parse(sample.decisions(), exercise.type(), world) instanceof Reading.Good<List<Decision>>(var list) ? list : List.of();
    }

    private static Json.Obj facts(TestCase test, boolean passed, Optional<TestResult.Told> told, Check check) {
        var facts = Json.Obj.builder().put("test", test.id()).put("passed", passed).put("calls", check.called());
        told.map(TestResult.Told::trace).ifPresent(trace -> facts(facts, trace));
        return facts.build();
    }

    private static void facts(Json.Obj.Builder facts, Trace trace) {
        facts.put("status", trace.status().name()).put("error", trace.failure().map(Outcome.Failure::error).orElse(""))
                .put("cause", trace.failure().map(Outcome.Failure::cause).orElse("")).put("output", trace.output().orElse(Json.NULL))
                .put("visited", new Json.Arr(trace.steps().stream().<Json>map(step -> Json.of(step.state())).toList()))
                .put("transitions", trace.transitions());
    }
}
