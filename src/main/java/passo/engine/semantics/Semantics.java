package passo.engine.semantics;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import passo.asl.ChoiceRule;
import passo.asl.DataFlow;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.engine.semantics.Outcome.Failure;
import passo.engine.semantics.Outcome.Success;
import passo.expression.Expression;
import passo.expression.Literal;
import passo.expression.Path;
import passo.expression.QueryError;
import passo.expression.Scope;
import passo.expression.Template;
import passo.json.Json;

/// The meaning of the eight kinds of states, as two pure functions: what a state asks of the world when it is entered,
/// and where it leads once it knows how that went. Together they are AWS's TestState.
public final class Semantics {

    /// How many iterations of an inline Map run at once where it sets no limit. AWS, "Map state".
    private static final int INLINE_CONCURRENCY = 40;

    /// Stands for the event of the entry where a state is tested by itself.
    public static final int NO_EVENT = 0;

    private static final int DISTRIBUTED_CONCURRENCY = 10_000;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(Integer.MAX_VALUE);

    private Semantics() {}

    /// What the state asks. The scope's input is the state's raw input.
    ///
    /// @param event the id of the event of the state's entry, which causes quote; `NO_EVENT` where there is no history
    public static Entry enter(State state, Scope scope, int event) {
        Json[] reached = new Json[2];
        try {
            Json effective = effectiveInput(state.common().flow(), scope);
            reached[0] = effective;
            Scope inside = effective == scope.input() ? scope : scope.on(effective);
            Json arguments = arguments(state, inside);
            if (DataLimit.isTooLarge(arguments)) return new Entry(new Effect.Undefined(DataLimit.tooLargeArguments(state), ""), effective, null, -1);
            reached[1] = arguments;
            return switch (state) {
                case State.Pass pass -> {
                    Json result = pass.result().isPresent() ? pass.result().get().evaluate(inside) : arguments;
                    yield new Entry(new Effect.Value(result), effective, arguments, -1);
                }
                case State.Succeed _ -> new Entry(new Effect.Value(effective), effective, null, -1);
                case State.Choice choice -> choose(choice, inside);
                case State.Wait wait -> new Entry(new Effect.Sleep(duration(wait.until(), inside)), effective, null, -1);
                case State.Fail(_, var error, var cause) -> {
                    var failure = new Failure(text(error, "Error", inside), text(cause, "Cause", inside));
                    yield new Entry(new Effect.Fail(failure), effective, null, -1);
                }
                case State.Task task -> new Entry(invoke(task, inside, arguments), effective, arguments, -1);
                case State.Parallel parallel -> new Entry(new Effect.Branches(parallel.branches(), arguments), effective, arguments, -1);
                case State.Map map -> new Entry(iterate(map, inside), effective, null, -1);
            };
        } catch (QueryError query) {
            return new Entry(new Effect.Undefined(failure(state, event, query), query.location()), reached[0], reached[1], -1);
        }
    }

    /// An expression's error in the service's full sentence.
    public static Failure failure(State state, int event, QueryError query) {
        // AWS: TestState gives the bare cause.
        if (event == NO_EVENT) return new Failure(query.error(), query.cause());
        return new Failure(query.error(),
                "An error occurred while executing the state '" + state.name() + "' (entered at the event id #" + event + "). " + query.cause());
    }

    private static Json effectiveInput(DataFlow flow, Scope scope) {
        return switch (flow) {
            case DataFlow.JsonPath paths -> paths.inputPath().evaluate(scope);
            case DataFlow.Jsonata _ -> scope.input();
        };
    }

    private static Json arguments(State state, Scope scope) {
        // A Map's Parameters are its ItemSelector, evaluated for each item.
        if (state instanceof State.Map) return scope.input();
        Optional<Template> template = switch (state.common().flow()) {
            case DataFlow.JsonPath paths -> paths.parameters();
            case DataFlow.Jsonata jsonata -> jsonata.arguments();
        };
        return template.isPresent() ? template.get().evaluate(scope) : scope.input();
    }

    private static Entry choose(State.Choice choice, Scope scope) {
        List<ChoiceRule> rules = choice.choices();
        for (int i = 0; i < rules.size(); i++) {
            if (Conditions.holds(rules.get(i).condition(), scope, i)) {
                return new Entry(new Effect.Value(scope.input()), scope.input(), null, i);
            }
        }
        // AWS: reported as States.Runtime, not as the States.NoChoiceMatched of the specification.
        if (choice.otherwise().isEmpty()) {
            throw new QueryError(ErrorName.RUNTIME, "Failed to transition out of the state. The state does not point to a next state.");
        }
        return new Entry(new Effect.Value(scope.input()), scope.input(), null, -1);
    }

    private static Duration duration(State.Wait.Until until, Scope scope) {
        return switch (until) {
            case State.Wait.Until.Seconds(var field, var seconds) -> notTooLong(Duration.ofSeconds(seconds(field, seconds, scope)));
            case State.Wait.Until.Timestamp(var field, var timestamp) -> {
                Duration wait = Duration.between(scope.now(), instant(field, timestamp, scope));
                yield wait.isNegative() ? Duration.ZERO : notTooLong(wait);
            }
        };
    }

    private static Duration notTooLong(Duration wait) {
        if (wait.compareTo(LONGEST_WAIT) > 0) throw new QueryError(ErrorName.RUNTIME, "Wait state delay is too long.");
        return wait;
    }

    private static long seconds(String field, Expression expression, Scope scope) {
        Json value = referenced(field, expression, scope);
        boolean whole = value instanceof Json.Num number && number.isInteger() && number.value().abs().compareTo(BigDecimal.valueOf(1L << 53)) < 0;
        if (Numbers.isQuery(expression)) return Numbers.nonNegative(field, expression, value);
        if (!whole) {
            throw new QueryError(ErrorName.RUNTIME,
                    "The %s parameter cannot be parsed as a long value: %s == %s".formatted(field, expression.source(), Numbers.plain(value)));
        }
        long seconds = ((Json.Num) value).value().longValue();
        if (seconds < 0) {
            throw new QueryError(ErrorName.RUNTIME,
                    "The %s parameter references a negative value: %s == %s".formatted(field, expression.source(), value));
        }
        return seconds;
    }

    private static Json referenced(String field, Expression expression, Scope scope) {
        return expression instanceof Path path ? path.find(scope).orElseThrow(() -> new QueryError(ErrorName.RUNTIME,
                "The %s parameter does not reference an input value: %s".formatted(field, path.source()))) : expression.evaluate(scope);
    }

    private static Instant instant(String field, Expression expression, Scope scope) {
        Json value = referenced(field, expression, scope);
        Optional<Instant> instant = value instanceof Json.Str(var text) ? Timestamps.parse(text) : Optional.empty();
        if (instant.isPresent()) return instant.get();
        if (Numbers.isQuery(expression)) throw value instanceof Json.Str(var text) ? new QueryError(ErrorName.QUERY_EVALUATION_ERROR,
                "The %s field cannot be parsed as an ISO-8601 extended offset date-time format string: %s".formatted(field, text), field)
                : Numbers.unexpected(field, expression, value, "string");
        throw new QueryError(ErrorName.RUNTIME, "The %s parameter does not reference a valid ISO-8601 extended offset date-time format string: %s == %s"
                .formatted(field, expression.source(), Numbers.plain(value)));
    }

    private static String text(Optional<Expression> expression, String field, Scope scope) {
        if (expression.isEmpty()) return "";
        Json value = expression.get() instanceof Path path ? path.evaluate(scope, field + "Path") : expression.get().evaluate(scope);
        if (value instanceof Json.Str(var text)) return text;
        if (Numbers.isQuery(expression.get())) throw Numbers.unexpected(field, expression.get(), value, "string");
        throw new QueryError(ErrorName.RUNTIME, "The %sPath field refers to value \"%s\" which is not a string: %s"
                .formatted(field, Numbers.plain(value), expression.get().source()));
    }

    private static Effect invoke(State.Task task, Scope scope, Json arguments) {
        OptionalLong timeout = isDefault(task.timeout()) ? OptionalLong.empty()
                : OptionalLong.of(atMostForever(Numbers.positive("TimeoutSeconds", task.timeout(), scope)));
        OptionalLong heartbeat = task.heartbeat().isEmpty() ? OptionalLong.empty()
                : OptionalLong.of(atMostForever(Numbers.positive("HeartbeatSeconds", task.heartbeat().get(), scope)));
        Optional<String> role = task.credentials() == Template.NOTHING ? Optional.empty() : role(task.credentials().evaluate(scope));
        return new Effect.Invoke(task.resource(), arguments, timeout, heartbeat, role);
    }

    private static long atMostForever(long seconds) {
        return Math.min(seconds, StateMachine.FOREVER.toSeconds());
    }

    private static boolean isDefault(Expression timeout) {
        return timeout instanceof Literal(Json.Num(var seconds)) && seconds.longValueExact() == StateMachine.FOREVER.toSeconds();
    }

    private static Optional<String> role(Json credentials) {
        return credentials instanceof Json.Obj obj && obj.get("RoleArn") instanceof Json.Str(var arn) ? Optional.of(arn) : Optional.empty();
    }

    private static Effect iterate(State.Map map, Scope scope) {
        int most = map.distributed().isPresent() ? DISTRIBUTED_CONCURRENCY : INLINE_CONCURRENCY;
        long asked = Numbers.nonNegative("MaxConcurrency", map.maxConcurrency(), scope);
        int concurrency = asked == 0 ? most : (int) Math.min(asked, most);
        if (map.distributed().isPresent() && map.distributed().get().reader().isPresent()) {
            State.ItemReader reader = map.distributed().get().reader().get();
            return new Effect.Read(map, reader, reader.parameters().evaluate(scope), concurrency);
        }
        return new Effect.Iterations(map, items(map, map.items().evaluate(scope)), concurrency);
    }

    private static List<Effect.Item> items(State.Map map, Json value) {
        List<Effect.Item> items = new ArrayList<>();
        switch (value) {
            case Json.Arr arr -> {
                for (Json item : arr) items.add(new Effect.Item(items.size(), item, Optional.empty(), "STATE_DATA"));
            }
            case Json.Obj obj -> obj.forEach((key, item) -> items.add(new Effect.Item(items.size(), item, Optional.of(key), "STATE_DATA")));
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> throw notIterable(map, value);
        }
        return items;
    }

    public static QueryError notIterable(State.Map map, Json value) {
        return switch (map.common().flow()) {
            // AWS: a path into the Context Object is told without its first `$`.
            case DataFlow.JsonPath _ -> new QueryError(ErrorName.RUNTIME,
                    "Reference path \"%s\" must point to array.".formatted(map.items().source().replaceFirst("^\\$\\$", "\\$")));
            case DataFlow.Jsonata _ when Numbers.isQuery(map.items()) && !map.items().source().equals("$states.input") ->
                Numbers.unexpected("Items", map.items(), value, "array");
            case DataFlow.Jsonata _ -> new QueryError(ErrorName.QUERY_EVALUATION_ERROR, "Map state input must be an array but was: " + value);
        };
    }

    /// The input of one iteration: the item itself, or what `ItemSelector` makes of it. The scope's input is the Map's
    /// effective input.
    public static Json iterationInput(State.Map map, Scope scope, Effect.Item item) {
        if (map.itemSelector() != Template.NOTHING) return map.itemSelector().evaluate(scope.withContext(() -> item.selectable(scope.context().get())));
        return item.whole();
    }

    /// Where the state leads. The scope's input is the state's raw input.
    ///
    /// @param attempts how often each retrier was used in this visit; the one that is used now is counted here
    public static Exit leave(State state, Scope scope, int event, Entry entry, Outcome outcome, int[] attempts) {
        return switch (outcome) {
            case Success(var result) -> {
                try {
                    yield succeed(state, scope, entry, result);
                } catch (QueryError query) {
                    Exit exit = Recovery.recover(state, scope, event, failure(state, event, query), attempts);
                    yield new Exit(exit.transition(), null, null, exit.assigned(), query.location(), exit.handling());
                }
            }
            case Failure failure -> Recovery.recover(state, scope, event, failure, attempts);
        };
    }

    private static Exit succeed(State state, Scope scope, Entry entry, Json result) {
        return switch (state) {
            case State.Pass(_, _, var next) -> finish(state, scope, result, next, state.common().assign(), Optional.empty());
            case State.Task task -> finish(state, scope, result, task.next(), task.common().assign(), Optional.empty());
            case State.Parallel parallel -> finish(state, scope, result, parallel.next(), parallel.common().assign(), Optional.empty());
            case State.Map map -> finish(state, scope, result, map.next(), map.common().assign(), Optional.empty());
            case State.Wait(_, _, var next) -> finish(state, scope, result, next, state.common().assign(), Optional.empty());
            case State.Succeed(var common) -> finish(state, scope, result, new State.Next.End(), common.assign(), Optional.empty());
            case State.Choice choice when entry.rule() >= 0 -> {
                ChoiceRule rule = choice.choices().get(entry.rule());
                // A rule's own Assign and Output stand instead of the state's; the state's are for the default alone.
                yield finish(state, scope, result, new State.Next.To(rule.next()), rule.assign().orElse(Template.NOTHING),
                        Optional.of(rule.output()));
            }
            case State.Choice choice -> finish(state, scope, result, new State.Next.To(choice.otherwise().orElseThrow()),
                    choice.common().assign(), Optional.empty());
            case State.Fail _ -> throw new IllegalStateException("A Fail state has no result");
        };
    }

    private static Exit finish(State state, Scope scope, Json result, State.Next next, Template assign, Optional<Optional<Template>> ruleOutput) {
        boolean works = state instanceof State.Recoverable;
        Json selected = null;
        Json placed = null;
        Json.Obj assigned;
        Json output;
        switch (state.common().flow()) {
            case DataFlow.JsonPath paths -> {
                assigned = assign == Template.NOTHING ? Json.Obj.EMPTY : (Json.Obj) assign.evaluate(scope.on(result));
                if (works || state instanceof State.Pass) {
                    Json kept = result;
                    if (paths.resultSelector().isPresent()) {
                        selected = paths.resultSelector().get().evaluate(scope.on(result));
                        kept = selected;
                    }
                    placed = paths.resultPath().place(scope.input(), kept);
                } else {
                    placed = result;
                }
                output = paths.outputPath().evaluate(placed == scope.input() ? scope : scope.on(placed));
            }
            case DataFlow.Jsonata jsonata -> {
                Scope inside = works ? scope.withResult(result) : scope;
                assigned = assign == Template.NOTHING ? Json.Obj.EMPTY : (Json.Obj) assign.evaluate(inside);
                Optional<Template> template = ruleOutput.orElse(jsonata.output());
                output = template.isPresent() ? template.get().evaluate(inside) : works ? result : scope.input();
            }
        }
        if (DataLimit.isTooLarge(output)) {
            return new Exit(new Transition.Halt(DataLimit.tooLarge(state.name())), selected, placed, Json.Obj.EMPTY, "", Optional.empty());
        }
        Optional<Failure> tooMuch = DataLimit.tooMuchAssigned(state, assigned);
        if (tooMuch.isPresent()) {
            return new Exit(new Transition.Halt(tooMuch.get()), selected, placed, Json.Obj.EMPTY, "Assign", Optional.empty());
        }
        Transition transition = switch (next) {
            case State.Next.To(var name) -> new Transition.Goto(name, output);
            case State.Next.End() -> new Transition.End(output);
        };
        return new Exit(transition, selected, placed, assigned, "", Optional.empty());
    }
}
