package passo.lab.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.asl.StateMachine;
import passo.aws.Cloud;
import passo.aws.Decisions;
import passo.aws.Problem;
import passo.aws.Reading;
import passo.aws.World;
import passo.aws.cloudwatch.LogLevel;
import passo.aws.iam.Roles;
import passo.engine.Decision;
import passo.engine.Run;
import passo.engine.StartExecution;
import passo.json.Json;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.Expectation;
import passo.lab.exercise.TestCase;
import passo.lab.exercise.TestCase.Sample;
import passo.lab.exercise.TestCase.Simulation;

/// The tests of an exercise, put to one machine.
final class Trial {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    /// How far the chance of one run of a test is from that of the next: no two executions make the same identifiers.
    private static final long ANOTHER_RUN = 1_000;

    private final Exercise exercise;
    private final Submission submission;
    private final StateMachine machine;
    private final Grader.Runs runs;

    /// A test, with what rules are told of it, and all that was made for it.
    record Judged(TestResult result, Json.Obj facts, List<TestResult.Told> runs, Check check) {}

    Trial(Exercise exercise, Submission submission, StateMachine machine, Grader.Runs runs) {
        this.exercise = exercise;
        this.submission = submission;
        this.machine = machine;
        this.runs = runs;
    }

    /// Made with seed after seed; the first that does not pass tells.
    Judged judge(TestCase test) {
        List<String> missing = exercise.asksForRoles().stream().filter(role -> !(submission.world().get("roles") instanceof Json.Obj roles && roles.has(role))).toList();
        if (!missing.isEmpty()) return unmade(test, new Json.Arr(missing.stream().map(Json::of).toList()), Json.NULL);
        if (!exercise.asked().isEmpty() && World.parse(world(test)) instanceof Reading.Bad<World>(var problems)) return unmade(test, Json.NULL, told(problems.getFirst()));
        List<Finding> simulated = test.simulate().stream().flatMap(question -> simulate(question, test).stream()).toList();
        Judged first = null;
        for (int seed = 0; seed < Math.max(1, test.seeds()); seed++) {
            Judged made = once(test, seed, simulated);
            if (!made.result().passed()) return made;
            if (first == null) first = made;
            if (test.runs().isEmpty()) break;
        }
        return first;
    }

    /// Without its roles a machine is not made; none that is missing is made up for.
    private static Judged unmade(TestCase test, Json expected, Json got) {
        var finding = new Finding(Finding.Kind.ROLES, expected, got, List.of(), 0);
        return new Judged(new TestResult(test, List.of(finding), Optional.empty()), Json.Obj.builder().put("test", test.id()).put("passed", false).build(), List.of(),
                new Check());
    }

    /// A role is asked what it may do; nothing is run.
    private Optional<Finding> simulate(Simulation question, TestCase test) {
        if (allows(question, test) == question.allowed()) return Optional.empty();
        Json told = Json.Obj.builder().put("role", question.role()).put("principal", question.principal().orElse("")).put("action", question.action())
                .put("resource", question.resource()).build();
        return Optional.of(new Finding(Finding.Kind.ALLOWED, Json.of(question.allowed()), told, List.of(), 0));
    }

    boolean allows(Simulation question, TestCase test) {
        if (!(World.parse(world(test)) instanceof Reading.Good<World>(var world))) return false;
        Roles roles = world.roles();
        return roles.find(question.role()).isPresent() && question.principal().map(principal -> roles.trusts(question.role(), principal))
                .orElseGet(() -> roles.simulate(question.role(), question.action(), question.resource(), Map.of()).isAllowed());
    }

    /// The world of a test, with what of it is asked for; what it has of that itself stays as it is.
    private Json.Obj world(TestCase test) {
        return World.changed(exercise.askedOf(submission.world()), test.world());
    }

    private Judged once(TestCase test, int seed, List<Finding> simulated) {
        var check = new Check();
        var findings = new ArrayList<>(simulated);
        var told = new ArrayList<TestResult.Told>();
        Optional<TestResult.Told> failed = Optional.empty();
        Json.Obj at = world(test);
        for (Sample sample : test.runs()) {
            Json.Obj before = World.changed(at, sample.change());
            Reading<World> read = World.parse(before);
            if (!(read instanceof Reading.Good<World>(var world))) {
                findings.add(new Finding(Finding.Kind.ROLES, Json.NULL, read instanceof Reading.Bad<World>(var problems) ? told(problems.getFirst()) : Json.NULL,
                        List.of(), 0));
                break;
            }
            Expectation expect = sample.expect().orElse(test.expect());
            int number = told.size() + 1;
            var start = world.underItsRole(new StartExecution(machine, exercise.type(), exercise.slug(), number == 1 ? "run" : "run-" + number,
                    world.account(), sample.input(), world.clock().orElse(START), world.seed().orElse(0) + seed + (number - 1) * ANOTHER_RUN));
            Optional<String> unmade = world.refusedRole(start, world.logging().level() != LogLevel.OFF);
            if (unmade.isPresent()) {
                findings.add(new Finding(Finding.Kind.ROLES, Json.NULL, Json.of(unmade.get()), List.of(), 0));
                break;
            }
            var cloud = new Cloud(world, List.of(), start);
            if (!(runs.run(start, cloud, decisions(sample, world)) instanceof Run.Ended(var trace))) {
                findings.add(new Finding(Finding.Kind.TOO_FAR, Json.NULL, Json.NULL, List.of(), 0));
                break;
            }
            check.execution(expect, trace, cloud, world.logging());
            at = cloud.world();
            told.add(new TestResult.Told(trace, sample, before, at));
            if (failed.isEmpty() && !check.findings().isEmpty()) failed = Optional.of(told.getLast());
        }
        if (!told.isEmpty()) check.afterAll(test.expect(), at);
        findings.addAll(check.findings());
        Optional<TestResult.Told> last = told.isEmpty() ? Optional.empty() : Optional.of(told.getLast());
        return new Judged(new TestResult(test, List.copyOf(findings), failed.isPresent() ? failed : last), Facts.of(test, findings.isEmpty(), told, check),
                List.copyOf(told), check);
    }

    private static Json told(Problem problem) {
        return Json.Obj.builder().put("at", problem.at().toString()).put("key", problem.key())
                .put("arguments", new Json.Arr(problem.arguments().stream().map(Json::of).toList())).build();
    }

    private List<Decision> decisions(Sample sample, World world) {
        return Decisions.parse(sample.decisions(), exercise.type(), world) instanceof Reading.Good<List<Decision>>(var list) ? list : List.of();
    }
}
