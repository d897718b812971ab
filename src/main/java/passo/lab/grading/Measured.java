package passo.lab.grading;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import passo.asl.Definition;
import passo.asl.StateMachine;
import passo.aws.billing.Bill;
import passo.engine.Run;
import passo.engine.Trace;
import passo.json.Json;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.TestCase;

/// What a machine takes in the visible tests of its exercise, all together.
///
/// @param name of the solution; empty of the learner's own machine
/// @param states that it has, those in branches and processors too
/// @param transitions that it makes
/// @param duration in virtual time
/// @param dollars that Step Functions charges
/// @param permissions that its role needs, in the order in which it needs them
public record Measured(String name, long states, int transitions, Duration duration, BigDecimal dollars, List<Permission> permissions) {

    /// The name of the learner's own.
    public static final String OWN = "";

    public record Permission(String action, String resource) {}

    public boolean isOwn() {
        return name.equals(OWN);
    }

    /// @param answer as it is handed in
    /// @return empty where it is no machine
    public static Optional<Measured> of(String name, Exercise exercise, Json.Obj answer, Grader.Runs runs) {
        var submission = Submission.of(answer);
        return submission.definition().flatMap(text -> Definition.parse(text, exercise.type()).machine()).map(machine -> of(name, exercise, submission, machine, runs));
    }

    private static Measured of(String name, Exercise exercise, Submission submission, StateMachine machine, Grader.Runs runs) {
        Set<Permission> needed = new LinkedHashSet<>();
        var trial = new Trial(exercise, submission, machine, (start, cloud, decisions) -> {
            Run run = runs.run(start, cloud, decisions);
            cloud.permissions().stream().filter(used -> used.role().name().equals(start.role())).flatMap(used -> used.uses().stream())
                    .forEach(use -> needed.add(new Permission(use.access().action(), use.access().resource())));
            return run;
        });
        List<Trace> traces = exercise.tests().stream().filter(test -> !test.hidden()).map(TestCase::once).flatMap(test -> trial.judge(test).runs().stream())
                .map(TestResult.Told::trace).toList();
        return new Measured(name, machine.everyState().count(), traces.stream().mapToInt(Trace::transitions).sum(),
                traces.stream().map(trace -> Duration.between(trace.start().at(), trace.end())).reduce(Duration.ZERO, Duration::plus),
                traces.stream().map(trace -> Bill.of(trace).total()).reduce(BigDecimal.ZERO, BigDecimal::add), List.copyOf(needed));
    }
}
