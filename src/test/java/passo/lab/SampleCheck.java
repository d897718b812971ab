package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import passo.asl.Definition;
import passo.asl.text.Diagnostic;
import passo.aws.Cloud;
import passo.aws.Decisions;
import passo.aws.Reading;
import passo.aws.World;
import passo.aws.cloudwatch.LogLevel;
import passo.engine.Decision;
import passo.engine.Execution;
import passo.engine.Limits;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.engine.semantics.Outcome;
import passo.json.Json;
import passo.lab.grading.Claims;
import passo.lab.reference.Sample;
import passo.lab.reference.Written;

/// Holds an example to what it claims.
public final class SampleCheck {

    private SampleCheck() {}

    public static void holds(Sample sample) {
        switch (sample) {
            case Sample.Machine machine -> holds(machine);
            case Sample.Expressions expressions -> assertThat(expressions.lines().stream().map(line -> new Sample.Line(line.written(), result(expressions, line))))
                    .containsExactlyElementsOf(expressions.lines());
        }
    }

    private static void holds(Sample.Machine machine) {
        if (!(machine.claim() instanceof Sample.Claim.Runs(var expectation))) return;
        Definition definition = Definition.parse(machine.definition(), machine.type());
        World world = ((Reading.Good<World>) World.parse(machine.world())).value().orAutomatic();
        StartExecution start = start(definition, machine.type(), machine.input(), world);
        var cloud = new Cloud(world, List.of(), start);
        List<Decision> decisions = ((Reading.Good<List<Decision>>) Decisions.parse(machine.decisions(), machine.type(), world)).value();

        assertThat(world.refusedRole(start, world.logging().level() != LogLevel.OFF)).isEmpty();
        assertThat(Claims.broken(expectation, Execution.run(start, cloud, Limits.NORMAL, decisions).trace(), cloud, world.logging())).isEmpty();
    }

    private static Sample.Result result(Sample.Expressions expressions, Sample.Line line) {
        Definition definition = Definition.parse(Written.definition(line.written()), Definition.Type.STANDARD);
        if (!definition.isValid()) {
            return new Sample.Result.Fails(definition.diagnostics().stream().filter(wrong -> wrong.severity() == Diagnostic.Severity.ERROR).findFirst().orElseThrow().code());
        }
        StartExecution start = start(definition, Definition.Type.STANDARD, expressions.input(), World.AUTOMATIC);
        Trace trace = Execution.run(start, new Cloud(World.AUTOMATIC, List.of(), start), Limits.NORMAL).trace();
        Optional<Sample.Result> failed = trace.failure().map(Outcome.Failure::told).map(Sample.Result.Fails::new);
        return failed.orElseGet(() -> new Sample.Result.Gives(trace.output().orElseThrow()));
    }

    private static StartExecution start(Definition definition, Definition.Type type, Json input, World world) {
        return world.underItsRole(new StartExecution(definition.machine().orElseThrow(), type, world.called("stateMachine").orElse("passo"),
                world.called("name").orElse("run"), world.account(), input, world.clock().orElse(Instant.parse("2026-01-01T12:00:00Z")), world.seed().orElse(0)));
    }
}
