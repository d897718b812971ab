package passo.engine.semantics;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import passo.asl.Catcher;
import passo.asl.DataFlow;
import passo.asl.Retrier;
import passo.asl.State;
import passo.engine.semantics.Exit.Handling;
import passo.engine.semantics.Outcome.Failure;
import passo.expression.QueryError;
import passo.expression.Scope;
import passo.expression.Template;
import passo.json.Json;

/// What `Retry` and `Catch` make of a failure. Specification, "Errors".
final class Recovery {

    private Recovery() {}

    /// @param attempts how often each retrier was used in this visit; the one that is used now is counted here
    static Exit recover(State state, Scope scope, int event, Failure failure, int[] attempts) {
        var unhandled = new Handling(failure, -1, -1);
        boolean works = state instanceof State.Recoverable;
        if (failure.error().equals(ErrorName.RUNTIME) || !works && failure.error().equals(ErrorName.DATA_LIMIT_EXCEEDED)) {
            return Exit.to(new Transition.Halt(failure), unhandled);
        }
        if (!(state instanceof State.Recoverable recoverable)) return Exit.to(new Transition.Fail(failure), unhandled);
        List<Retrier> retriers = recoverable.retry();
        int spent = -1;
        for (int i = 0; i < retriers.size(); i++) {
            Retrier retrier = retriers.get(i);
            if (!matches(retrier.errorEquals(), failure, state)) continue;
            // AWS: a retrier that is spent ends the search; a later one that matches is not tried.
            if (attempts[i] >= retrier.maxAttempts()) {
                spent = i;
                break;
            }
            Duration delay = retrier.delay(attempts[i]++);
            return Exit.to(new Transition.Retry(retrier.jitter() ? jittered(delay, scope) : delay), new Handling(failure, i, -1));
        }
        List<Catcher> catchers = recoverable.catchers();
        for (int i = 0; i < catchers.size(); i++) {
            if (matches(catchers.get(i).errorEquals(), failure, state)) return fallBack(recoverable, scope, event, new Handling(failure, spent, i));
        }
        return Exit.to(new Transition.Fail(failure), new Handling(failure, spent, -1));
    }

    private static Duration jittered(Duration delay, Scope scope) {
        return Duration.ofMillis((long) (delay.toMillis() * scope.random().nextDouble()));
    }

    private static boolean matches(List<String> names, Failure failure, State state) {
        for (String name : names) {
            boolean match = switch (name) {
                case ErrorName.ALL -> true;
                case ErrorName.TASK_FAILED -> !failure.isTimeout();
                case ErrorName.TIMEOUT -> failure.isTimeout();
                case ErrorName.BRANCH_FAILED -> state instanceof State.Parallel || failure.error().equals(name);
                default -> failure.error().equals(name);
            };
            if (match) return true;
        }
        return false;
    }

    // AWS: a caught error skips ResultSelector, OutputPath, and the state's own Assign and Output. Specification, "Fallback states".
    private static Exit fallBack(State.Recoverable state, Scope scope, int event, Handling handling) {
        Catcher catcher = state.catchers().get(handling.catcher());
        Json.Obj error = handling.failure().errorOutput();
        try {
            Scope inside = switch (state.common().flow()) {
                case DataFlow.JsonPath _ -> scope.on(error);
                case DataFlow.Jsonata _ -> scope.withErrorOutput(error);
            };
            Json.Obj assigned = catcher.assign() == Template.NOTHING ? Json.Obj.EMPTY : (Json.Obj) catcher.assign().evaluate(inside);
            Json output = catcher.output().isPresent() ? catcher.output().get().evaluate(inside) : catcher.resultPath().place(scope.input(), error);
            if (DataLimit.isTooLarge(output)) return gaveUp(new Transition.Halt(DataLimit.tooLarge(state.name())), handling, "");
            Optional<Failure> tooMuch = DataLimit.tooMuchAssigned(state, assigned);
            if (tooMuch.isPresent()) return gaveUp(new Transition.Halt(tooMuch.get()), handling, "Assign");
            return new Exit(new Transition.Goto(catcher.next(), output), null, null, assigned, "", Optional.of(handling));
        } catch (QueryError query) {
            Failure second = Semantics.failure(state, event, query);
            boolean halts = query.error().equals(ErrorName.RUNTIME);
            return gaveUp(halts ? new Transition.Halt(second) : new Transition.Fail(second), handling, query.location());
        }
    }

    private static Exit gaveUp(Transition transition, Handling handling, String location) {
        var uncaught = new Handling(handling.failure(), handling.retrier(), -1);
        return new Exit(transition, null, null, Json.Obj.EMPTY, location, Optional.of(uncaught));
    }
}
