package passo.engine.way;

import java.util.Optional;
import java.util.stream.Stream;
import passo.asl.ChoiceRule;
import passo.asl.ChoiceRule.Condition;
import passo.asl.DataFlow;
import passo.asl.State;
import passo.engine.Step;
import passo.engine.semantics.ErrorName;
import passo.expression.Compiled;
import passo.expression.Expression;
import passo.expression.Intrinsic;
import passo.expression.Jsonata;
import passo.expression.Literal;
import passo.expression.Path;
import passo.expression.Template;
import passo.expression.jsonata.Mention;
import passo.json.Json;

/// The field for want of which a visit failed.
final class Missing {

    private Missing() {}

    /// The first path of the state into its input that finds nothing there, counted from the raw input.
    static Optional<Sought> in(State state, Step step) {
        return switch (state.common().flow()) {
            case DataFlow.JsonPath flow -> Stream.concat(paths(flow.inputPath()),
                            read(state, flow.parameters()).flatMap(Missing::paths).flatMap(path -> below(flow.inputPath(), path).stream()))
                    .filter(path -> path.root() == Path.Root.DATA && path.isDefinite())
                    .map(Sought::of).filter(sought -> !sought.in(step.input(), Json.Obj.EMPTY)).findFirst();
            case DataFlow.Jsonata flow -> quoted(step).flatMap(cause -> Stream.concat(read(state, flow.arguments()), flow.output().stream())
                    .flatMap(Missing::queries).filter(query -> cause.contains("'" + query.source() + "'"))
                    .flatMap(query -> query.mentions().stream()).flatMap(mention -> input(mention).stream())
                    .filter(sought -> !sought.in(step.input(), Json.Obj.EMPTY)).findFirst());
        };
    }

    /// AWS: the cause quotes the expression that found nothing.
    private static Optional<String> quoted(Step step) {
        return step.failure().filter(failure -> failure.error().equals(ErrorName.QUERY_EVALUATION_ERROR)).map(failure -> failure.cause());
    }

    private static Optional<Sought> input(Mention mention) {
        boolean named = mention.variable().equals("states") && mention.names().size() > 1 && mention.names().getFirst().equals("input");
        return named ? Sought.read("$states." + String.join(".", mention.names())) : Optional.empty();
    }

    /// What the state computes of its effective input before it does its work.
    private static Stream<Expression> read(State state, Optional<Template> request) {
        return Stream.concat(request.stream(), switch (state) {
            case State.Pass _, State.Succeed _, State.Parallel _ -> Stream.empty();
            case State.Task task -> Stream.concat(Stream.of(task.timeout(), task.credentials()), task.heartbeat().stream());
            case State.Choice choice -> choice.choices().stream().map(ChoiceRule::condition).flatMap(Missing::compared);
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
            case Condition.And(var conditions) -> conditions.stream().flatMap(Missing::compared);
            case Condition.Or(var conditions) -> conditions.stream().flatMap(Missing::compared);
            case Condition.Not(var inner) -> compared(inner);
            case Condition.Comparison(_, var operator, _) when operator == ChoiceRule.Operator.IsPresent -> Stream.empty();
            case Condition.Comparison(var variable, _, var operand) -> Stream.of(variable, operand);
            case Condition.Query(var expression) -> Stream.of(expression);
        };
    }

    private static Stream<Path> paths(Expression expression) {
        return switch (expression) {
            case Path path -> Stream.of(path);
            case Intrinsic call -> call.arguments().stream().flatMap(Missing::paths);
            case Template template -> template.computed().stream().flatMap(Missing::paths);
            case Literal _, Jsonata _ -> Stream.empty();
        };
    }

    private static Stream<Jsonata> queries(Expression expression) {
        return switch (expression) {
            case Jsonata query -> Stream.of(query);
            case Template template -> template.computed().stream().flatMap(Missing::queries);
            case Literal _, Path _, Intrinsic _ -> Stream.empty();
        };
    }

    private static Optional<Path> below(Expression inputPath, Path path) {
        if (inputPath == Path.ROOT || path.root() != Path.Root.DATA) return Optional.of(path);
        return Path.compile(inputPath.source() + path.source().substring(1)) instanceof Compiled.Good<Path>(var whole) ? Optional.of(whole) : Optional.empty();
    }
}
