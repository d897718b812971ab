package passo.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.asl.catalogue.Resource;
import passo.asl.catalogue.ServiceErrors;
import passo.aws.World;
import passo.engine.Run;
import passo.engine.StartExecution;
import passo.engine.Step;
import passo.engine.Trace;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome;
import passo.json.Json;

/// What a machine does when things go wrong: for each state that calls something and each error that it may get a run in which each of
/// its calls fails with it, and which routes of `Retry` and `Catch` these runs took.
///
/// @param rows in the order of the states in the definition
/// @param routes every retrier and catcher of the machine
/// @param unvisited the states that call something, and that the input does not lead to
/// @param complete were there few enough rows to run them all?
public record FaultMatrix(List<Row> rows, List<Route> routes, List<String> unvisited, boolean complete) {

    /// One run.
    ///
    /// @param retries how often the state tried again
    /// @param caughtBy the state whose catcher got it, itself or one around it; empty where none did
    /// @param next where that led
    /// @param status how the execution ended
    /// @param failure with which it failed
    public record Row(String state, String error, int retries, Optional<String> caughtBy, Optional<String> next, Trace.Status status,
            Optional<Outcome.Failure> failure) {}

    /// A retrier or a catcher.
    ///
    /// @param number from 0, in its field
    /// @param takenOn the first error with which a run took it, as `state: error`; empty where none did
    public record Route(String state, boolean catches, int number, List<String> errorEquals, Optional<String> takenOn) {}

    private static final int MOST_ROWS = 150;
    private static final int MOST_ERRORS_OF_A_SERVICE = 6;
    /// An error that no definition names: only `States.TaskFailed` and `States.ALL` match it.
    private static final String ANY_OTHER = "AnyOtherError";

    /// Longer than any `TimeoutSeconds` that a lesson sets.
    private static final String TOO_SLOW = "99d";

    private record Place(String state, boolean catches, int number) {}

    /// Runs all of it.
    ///
    /// @param run runs an execution in a world
    public static FaultMatrix of(StartExecution start, World world, BiFunction<StartExecution, World, Run> run) {
        StateMachine machine = start.machine();
        List<State.Task> tasks = machine.everyState().filter(State.Task.class::isInstance).map(State.Task.class::cast).toList();
        Set<String> visited = new LinkedHashSet<>();
        if (run.apply(start, world) instanceof Run.Ended(Trace trace)) trace.steps().forEach(step -> visited.add(step.state()));
        List<Row> rows = new ArrayList<>();
        Map<Place, String> taken = new LinkedHashMap<>();
        boolean complete = true;
        for (State.Task task : tasks) {
            if (!visited.contains(task.name())) continue;
            for (String error : errors(task, machine)) {
                if (rows.size() == MOST_ROWS) complete = false;
                if (!complete) break;
                Run ended = run.apply(start, world.withFault(task.name(), fault(error)));
                if (!(ended instanceof Run.Ended(Trace trace))) continue;
                rows.add(row(task.name(), error, trace));
                take(trace, task.name() + ": " + error, taken);
            }
        }
        return new FaultMatrix(rows, routes(machine, taken), tasks.stream().map(State::name).filter(name -> !visited.contains(name)).toList(), complete);
    }

    private static Json.Obj fault(String error) {
        // A timeout is no answer of a service: the call is too slow.
        return error.equals(ErrorName.TIMEOUT) ? Json.Obj.of("slow", Json.of(TOO_SLOW)) : Json.Obj.of("error", Json.of(error));
    }

    /// A fault that a rule for errors of this name is for; nothing where no call can fail so.
    ///
    /// @param once only the first call
    static Optional<Json.Obj> fault(String name, boolean once) {
        boolean any = name.equals(ErrorName.ALL) || name.equals(ErrorName.TASK_FAILED);
        if (name.startsWith("States.") && !any && !name.equals(ErrorName.TIMEOUT)) return Optional.empty();
        Json.Obj fault = fault(any ? ANY_OTHER : name);
        return Optional.of(once ? fault.with("times", Json.of(1)) : fault);
    }

    /// What may go wrong with a call: the errors that the machine names, the service's own, being too slow, any other error.
    private static Set<String> errors(State.Task task, StateMachine machine) {
        Set<String> errors = new LinkedHashSet<>();
        machine.everyState().filter(State.Recoverable.class::isInstance).map(State.Recoverable.class::cast).forEach(state -> {
            state.retry().forEach(retrier -> errors.addAll(retrier.errorEquals()));
            state.catchers().forEach(catcher -> errors.addAll(catcher.errorEquals()));
        });
        errors.removeIf(error -> error.startsWith("States.") && !error.equals(ErrorName.TASK_FAILED) && !error.equals(ErrorName.TIMEOUT));
        errors.add(ErrorName.TIMEOUT);
        if (task.resource() instanceof Resource.Service service) ServiceErrors.of(service).stream().limit(MOST_ERRORS_OF_A_SERVICE).forEach(errors::add);
        errors.add(ANY_OTHER);
        return errors;
    }

    private static Row row(String state, String error, Trace trace) {
        List<Step> visits = trace.steps().stream().filter(step -> step.state().equals(state)).toList();
        int retries = visits.stream().findFirst().map(step -> Math.max(0, step.attempts().size() - 1)).orElse(0);
        Optional<Step> caught = trace.steps().stream().filter(step -> step.status() == Step.Status.CAUGHT)
                .filter(step -> visits.stream().anyMatch(visit -> visit == step || isInside(visit, step))).findFirst();
        return new Row(state, error, retries, caught.map(Step::state), caught.flatMap(Step::next), trace.status(), trace.failure());
    }

    /// Does a visit stand in a branch or an iteration of the state of another?
    private static boolean isInside(Step visit, Step other) {
        return visit.frames().stream().anyMatch(frame -> frame.state().equals(other.state()));
    }

    private static void take(Trace trace, String what, Map<Place, String> taken) {
        for (Step step : trace.steps()) {
            for (Step.Attempt attempt : step.attempts()) {
                if (attempt.retryAfter().isPresent()) taken.putIfAbsent(new Place(step.state(), false, attempt.retrier()), what);
                if (attempt.catcher() >= 0) taken.putIfAbsent(new Place(step.state(), true, attempt.catcher()), what);
            }
        }
    }

    private static List<Route> routes(StateMachine machine, Map<Place, String> taken) {
        List<Route> routes = new ArrayList<>();
        machine.everyState().filter(State.Recoverable.class::isInstance).map(State.Recoverable.class::cast).forEach(state -> {
            for (int i = 0; i < state.retry().size(); i++) routes.add(route(new Place(state.name(), false, i), state.retry().get(i).errorEquals(), taken));
            for (int i = 0; i < state.catchers().size(); i++) routes.add(route(new Place(state.name(), true, i), state.catchers().get(i).errorEquals(), taken));
        });
        return routes;
    }

    private static Route route(Place place, List<String> errorEquals, Map<Place, String> taken) {
        return new Route(place.state, place.catches, place.number, errorEquals, Optional.ofNullable(taken.get(place)));
    }
}
