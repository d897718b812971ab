package passo.engine.teststate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import passo.asl.State;
import passo.engine.Agenda;
import passo.engine.Budget;
import passo.engine.Call;
import passo.engine.ContextObject;
import passo.engine.Limits;
import passo.engine.Reply;
import passo.engine.Services;
import passo.engine.StartExecution;
import passo.engine.Trace;
import passo.engine.semantics.Effect;
import passo.engine.semantics.Entry;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Exit;
import passo.engine.semantics.Outcome;
import passo.engine.semantics.Outcome.Failure;
import passo.engine.semantics.Outcome.Success;
import passo.engine.semantics.Semantics;
import passo.engine.semantics.Transition;
import passo.expression.QueryError;
import passo.expression.Scope;
import passo.expression.Variables;
import passo.json.Json;

/// One state, tried by itself: with an input, and with what else its surroundings would give it. AWS, TestState.
///
/// @param start what an execution of it would start from: the input, the instant, the seed
/// @param roleArn where one was given
/// @param variables as at the state's entry
/// @param context the Context Object; one of an Express execution where there is none
/// @param mock how the work went, so that nobody is asked
/// @param retries how often the retrier that matters was used before
/// @param failedIterations how many of a Map's iterations failed, where that is given
/// @param itemReaderData what a Map's `ItemReader` finds, as it stands in its source
public record TestState(StartExecution start, State state, Optional<String> roleArn, Json.Obj variables, Optional<Json.Obj> context,
        Optional<Outcome> mock, int retries, OptionalInt failedIterations, Optional<String> itemReaderData) {

    /// The name that a tested state has in its Context Object, and in a definition that is nothing but it.
    public static final String STATE_NAME = "StateName";

    /// AWS, TestState: "can run for up to five minutes".
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /// Enters the state, does its work or takes the mock for it, and leaves it.
    public Tested run(Services services, Limits limits) {
        var budget = new Budget(limits);
        Optional<Tested.Refused> refused = TestRules.refusal(this);
        if (refused.isPresent()) return refused.get();
        Scope scope = scope();
        Entry entry = Semantics.enter(state, scope, Semantics.NO_EVENT);
        Optional<TestedMap> map = Optional.empty();
        Outcome outcome;
        try {
            map = TestedMap.of(this, entry, scope, budget);
            if (budget.isSpent()) return new Tested.OverBudget(budget.refused().orElseThrow());
            if (map.isPresent() && failedIterations.orElse(0) > map.get().iterations()) return TestRules.tooManyFailed();
            outcome = map.isPresent() ? map.get().outcome(this) : work(entry, services);
        } catch (QueryError query) {
            outcome = Semantics.failure(state, Semantics.NO_EVENT, query);
        }
        Exit exit = Semantics.leave(state, scope, Semantics.NO_EVENT, entry, outcome, attempts());
        Json.Obj inspection = new Inspection(this, entry, outcome, exit, map).json();
        budget.write(inspection);
        return budget.refused().<Tested>map(Tested.OverBudget::new).orElseGet(() -> tested(exit, inspection));
    }

    private int[] attempts() {
        int[] attempts = state instanceof State.Recoverable recoverable ? new int[recoverable.retry().size()] : new int[0];
        Arrays.fill(attempts, retries);
        return attempts;
    }

    private Scope scope() {
        Json.Obj known = context.orElseGet(() -> ContextObject.ofTest(start, roleArn, STATE_NAME, state, retries));
        return new Scope(start.input(), Optional.empty(), Optional.empty(), () -> known, Variables.NONE.with(variables),
                new SplittableRandom(start.seed()), start.at());
    }

    private Outcome work(Entry entry, Services services) {
        return switch (entry.effect()) {
            case Effect.Value(var result) -> new Success(result);
            case Effect.Sleep _ -> new Success(entry.effectiveInput());
            case Effect.Invoke invoke -> mock.orElseGet(() -> call(invoke, services));
            case Effect.Fail(var failure) -> failure;
            case Effect.Undefined(var failure, _) -> failure;
            case Effect.Branches _, Effect.Iterations _, Effect.Read _ -> mock.orElseThrow();
        };
    }

    private Outcome call(Effect.Invoke invoke, Services services) {
        var call = new Call(invoke.resource(), invoke.arguments(), state.name(), retries, Optional.empty(), invoke.role(), start.executionArn(), 1);
        var agenda = new Agenda(start.at());
        return switch (services.invoke(call, agenda)) {
            case Reply.Underway(var begin, _) -> underway(invoke, begin, agenda);
            case Reply.After(var latency, var outcome, _) -> within(invoke.timeout(), latency, outcome);
            case Reply.Start(_, _, var submitted, _) -> new Success(submitted);
            case Reply.Refused(var failure) -> failure;
            case Reply.Job _, Reply.Waiting _ -> throw new IllegalStateException("Only a mock answers for " + invoke.resource().arn());
        };
    }

    private Outcome underway(Effect.Invoke invoke, Consumer<Reply.Caller> begin, Agenda agenda) {
        var told = new ArrayList<Outcome>();
        begin.accept(new Reply.Caller() {
            @Override
            public void done(Outcome outcome) {
                told.add(outcome);
            }

            @Override
            public void start(StartExecution child, Consumer<Trace> whenEnded) {
                // AWS: no other machine is waited for here.
            }
        });
        Runnable event;
        while (told.isEmpty() && (event = agenda.next()) != null) event.run();
        Outcome outcome = told.isEmpty() ? new Failure(ErrorName.TIMEOUT, "") : told.getFirst();
        return within(invoke.timeout(), Duration.between(start.at(), agenda.now()), outcome);
    }

    private static Outcome within(OptionalLong seconds, Duration latency, Outcome outcome) {
        Duration timeout = seconds.isPresent() ? Duration.ofSeconds(seconds.getAsLong()) : LONGEST;
        boolean late = latency.compareTo(timeout) > 0 || latency.compareTo(LONGEST) > 0;
        return late ? new Failure(ErrorName.TIMEOUT, "") : outcome;
    }

    private static Tested tested(Exit exit, Json.Obj inspection) {
        Optional<Failure> failure = exit.failure();
        return switch (exit.transition()) {
            case Transition.Goto(var next, var output) -> new Tested.Done(exit.caught() ? Tested.Status.CAUGHT_ERROR : Tested.Status.SUCCEEDED,
                    Optional.of(output), failure, Optional.of(next), inspection);
            case Transition.End(var output) -> new Tested.Done(Tested.Status.SUCCEEDED, Optional.of(output), failure, Optional.empty(), inspection);
            case Transition.Retry _ -> new Tested.Done(Tested.Status.RETRIABLE, Optional.empty(), failure, Optional.empty(), inspection);
            case Transition.Fail _, Transition.Halt _ ->
                new Tested.Done(Tested.Status.FAILED, Optional.empty(), failure, Optional.empty(), inspection);
        };
    }
}
