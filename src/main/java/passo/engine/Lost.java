package passo.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import passo.asl.ChoiceRule;
import passo.asl.ChoiceRule.Condition;
import passo.asl.DataFlow;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.expression.Compiled;
import passo.expression.Expression;
import passo.expression.Intrinsic;
import passo.expression.Jsonata;
import passo.expression.Literal;
import passo.expression.Path;
import passo.expression.Scope;
import passo.expression.Template;
import passo.expression.Variables;
import passo.json.Json;

/// Where a field was lost that a state asked for and did not get: the question put to a trace that failed.
///
/// @param path the path that found nothing
/// @param trail the way that the data came, oldest step first; the last is the step that asked
public record Lost(Path path, List<Presence> trail) {

    private static final Set<String> ON_THE_WAY = Set.of("InputPath", "ResultPath", "OutputPath");

    /// Whether the field was there.
    ///
    /// @param before in the step's input
    /// @param after in its output; of the step that asked, which has none, false
    public record Presence(Step step, boolean before, boolean after) {}

    /// The answer for a run, where a path into the data of a failed step found nothing.
    public static Optional<Lost> of(StateMachine machine, Trace trace) {
        return trace.steps().stream()
                .filter(step -> step.status() == Step.Status.FAILED)
                .flatMap(step -> machine.find(step.state()).flatMap(state -> missing(state, step))
                        .map(path -> traced(path, step, trace, machine)).stream())
                .findFirst();
    }

    /// The step that had the field and handed on none; empty where the field never was.
    public Optional<Step> culprit() {
        return trail.reversed().stream().filter(presence -> presence.before && !presence.after).map(Presence::step).findFirst();
    }

    /// The field of the culprit that took it away: `InputPath`, `ResultPath` or `OutputPath`. What a call sends and gets
    /// stands beside the way of the data; it comes onto it at `ResultPath`.
    public String stage() {
        return culprit().flatMap(step -> step.stages().stream()
                .filter(stage -> ON_THE_WAY.contains(stage.field()) && !has(stage.value(), path))
                .map(Step.Stage::field)
                .findFirst()).orElse("");
    }

    private static Lost traced(Path path, Step asking, Trace trace, StateMachine machine) {
        var trail = new ArrayList<Presence>();
        trail.add(new Presence(asking, has(asking.input(), path), false));
        Optional<Step> step = before(asking, trace, machine);
        while (step.isPresent()) {
            Step found = step.get();
            trail.addFirst(new Presence(found, has(found.input(), path), found.output().filter(output -> has(output, path)).isPresent()));
            step = before(found, trace, machine);
        }
        return new Lost(path, List.copyOf(trail));
    }

    /// The step whose output is this one's input. A branch of a Parallel state begins with the input of the state itself,
    /// unless `Parameters` makes another; an iteration of a Map begins anew.
    private static Optional<Step> before(Step step, Trace trace, StateMachine machine) {
        List<Step> earlier = trace.steps().subList(0, step.number() - 1);
        return earlier.reversed().stream()
                .filter(other -> other.frames().equals(step.frames()) && other.next().filter(step.state()::equals).isPresent())
                .findFirst()
                .or(() -> step.frames().isEmpty() ? Optional.empty() : earlier.reversed().stream()
                        .filter(other -> other.state().equals(step.frames().getLast().state()) && handsOnItsInput(other, machine))
                        .findFirst()
                        .flatMap(container -> before(container, trace, machine)));
    }

    private static boolean handsOnItsInput(Step container, StateMachine machine) {
        return machine.find(container.state()).filter(state -> state instanceof State.Parallel
                && state.common().flow() instanceof DataFlow.JsonPath flow && flow.parameters().isEmpty()
                && flow.inputPath() == Path.ROOT).isPresent();
    }

    /// The first path of the state into its input that finds nothing there, counted from the raw input.
    private static Optional<Path> missing(State state, Step step) {
        if (!(state.common().flow() instanceof DataFlow.JsonPath flow)) return Optional.empty();
        return Stream.concat(paths(flow.inputPath()), read(state, flow).flatMap(Lost::paths).flatMap(path -> below(flow.inputPath(), path).stream()))
                .filter(path -> path.root() == Path.Root.DATA && path.isDefinite() && !has(step.input(), path))
                .findFirst();
    }

    /// What the state computes of its effective input before it does its work.
    private static Stream<Expression> read(State state, DataFlow.JsonPath flow) {
        return Stream.concat(flow.parameters().stream(), switch (state) {
            case State.Pass _, State.Succeed _, State.Parallel _ -> Stream.empty();
            case State.Task task -> Stream.concat(Stream.of(task.timeout(), task.credentials()), task.heartbeat().stream());
            case State.Choice choice -> choice.choices().stream().flatMap(rule -> compared(rule.condition()));
            case State.Wait wait -> switch (wait.until()) {
                case State.Wait.Until.Seconds(_, var seconds) -> Stream.of(seconds);
                case State.Wait.Until.Timestamp(_, var timestamp) -> Stream.of(timestamp);
            };
            case State.Fail fail -> Stream.concat(fail.error().stream(), fail.cause().stream());
            case State.Map map -> Stream.of(map.items(), map.itemSelector());
        });
    }

    private static Stream<Expression> compared(Condition condition) {
        return switch (condition) {
            case Condition.And(var conditions) -> conditions.stream().flatMap(Lost::compared);
            case Condition.Or(var conditions) -> conditions.stream().flatMap(Lost::compared);
            case Condition.Not(var inner) -> compared(inner);
            case Condition.Comparison(_, var operator, _) when operator == ChoiceRule.Operator.IsPresent -> Stream.empty();
            case Condition.Comparison(var variable, _, var operand) -> Stream.of(variable, operand);
            case Condition.Query(var expression) -> Stream.of(expression);
        };
    }

    private static Stream<Path> paths(Expression expression) {
        return switch (expression) {
            case Path path -> Stream.of(path);
            case Intrinsic call -> call.arguments().stream().flatMap(Lost::paths);
            case Template template -> template.computed().stream().flatMap(Lost::paths);
            case Literal _, Jsonata _ -> Stream.empty();
        };
    }

    private static Optional<Path> below(Expression inputPath, Path path) {
        if (inputPath == Path.ROOT || path.root() != Path.Root.DATA) return Optional.of(path);
        return Path.compile(inputPath.source() + path.source().substring(1)) instanceof Compiled.Good<Path>(var whole)
                ? Optional.of(whole) : Optional.empty();
    }

    private static boolean has(Json data, Path path) {
        return path.find(new Scope(data, Optional.empty(), Optional.empty(), () -> Json.Obj.EMPTY, Variables.NONE,
                new SplittableRandom(0), Instant.EPOCH)).isPresent();
    }
}
