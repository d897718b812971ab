package passo.lab;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.aws.Reading;
import passo.aws.World;
import passo.engine.Run;
import passo.engine.StartExecution;
import passo.engine.Step;
import passo.engine.Trace;
import passo.engine.choice.Alternative;
import passo.engine.choice.Choosing;
import passo.engine.choice.Wish;
import passo.expression.Scope;
import passo.json.Json;

/// Looks for runs that take what no run has taken yet. From each Choice of a run it derives data with which another rule wins, and puts
/// them where they came from: into the input, or into the answer of a call; each retrier and catcher gets an error that it is for. What
/// is found is proved: the run was made and took it. Used for one search.
public final class Reach {

    private static final int MOST_RUNS = 200;
    private static final int MOST_EVENTS = 100_000;
    private static final int MOST_COMBINATIONS = 12;

    /// As any function might answer, called by itself and through Invoke.
    private static final List<Json> ANSWERS = List.of(Json.Obj.EMPTY, Json.Obj.of("Payload", Json.Obj.EMPTY, "StatusCode", Json.of(200)));

    /// A run that takes a way.
    ///
    /// @param differences from the run that the search began with
    public record Found(Way way, Json input, Json.Obj world, List<Difference> differences) {}

    private record Attempt(Json input, Json.Obj world, List<Difference> differences, Trace trace) {}

    private final StartExecution start;
    private final StateMachine machine;
    private final BiFunction<StartExecution, World, Run> run;
    private final BooleanSupplier enough;
    private final Set<Way> missing;
    private final SequencedMap<Way, Found> found = new LinkedHashMap<>();
    private final Deque<Attempt> ahead = new ArrayDeque<>();
    private int runs;
    private int events;

    private Reach(StartExecution start, Coverage taken, BiFunction<StartExecution, World, Run> run, BooleanSupplier enough) {
        this.start = start;
        this.machine = start.machine();
        this.run = run;
        this.enough = enough;
        this.missing = new HashSet<>(Way.of(machine));
        missing.removeAll(taken.taken().keySet());
    }

    /// @param taken what need not be looked for
    /// @param run runs an execution in a world
    /// @param enough is to be looked no further? Asked before each run
    public static Map<Way, Found> of(StartExecution start, World world, Coverage taken, BiFunction<StartExecution, World, Run> run, BooleanSupplier enough) {
        var reach = new Reach(start, taken, run, enough);
        reach.attempt(start.input(), world.json(), List.of());
        while (!reach.ahead.isEmpty() && !reach.missing.isEmpty()) reach.expand(reach.ahead.pop());
        return reach.found;
    }

    /// Makes a run; where it takes something that was missing, the search goes on from it.
    private boolean attempt(Json input, Json.Obj world, List<Difference> differences) {
        Optional<World> described = world(world);
        if (described.isEmpty() || runs++ >= MOST_RUNS || events > MOST_EVENTS || enough.getAsBoolean()) return false;
        var begun = new StartExecution(machine, start.type(), start.machineName(), start.name(), start.account(), input, start.at(), start.seed(),
                start.synchronous(), start.role());
        if (!(run.apply(begun, described.get()) instanceof Run.Ended(Trace trace))) return false;
        events += trace.events().size();
        List<Way> taken = Coverage.of(machine, trace).taken().keySet().stream().filter(missing::contains).toList();
        taken.forEach(way -> found.put(way, new Found(way, input, world, differences)));
        taken.forEach(missing::remove);
        if (!taken.isEmpty() || differences.isEmpty()) ahead.add(new Attempt(input, world, differences, trace));
        return !taken.isEmpty();
    }

    private Optional<World> world(Json.Obj json) {
        if (json.isEmpty()) return Optional.of(World.AUTOMATIC);
        return World.parse(json) instanceof Reading.Good<World>(var read) && read.with(machine) instanceof Reading.Good<World>(var fits)
                ? Optional.of(fits.orAutomatic()) : Optional.empty();
    }

    private void expand(Attempt attempt) {
        Set<String> seen = new HashSet<>();
        for (Step step : attempt.trace.steps()) {
            if (!seen.add(step.state())) continue;
            switch (machine.find(step.state()).orElseThrow()) {
                case State.Choice choice -> choose(attempt, step, choice);
                case State.Recoverable recoverable -> fail(attempt, recoverable);
                case State.Pass _, State.Wait _, State.Succeed _, State.Fail _ -> {}
            }
        }
    }

    private void choose(Attempt attempt, Step step, State.Choice choice) {
        Scope scope = Choosing.seen(attempt.trace, step);
        for (int rule = 0; rule <= choice.choices().size(); rule++) {
            var way = rule < choice.choices().size() ? new Way(choice.name(), Way.Kind.RULE, rule) : new Way(choice.name(), Way.Kind.OTHERWISE, 0);
            if (!missing.contains(way)) continue;
            Alternative.of(choice, scope, rule).ifPresent(alternative ->
                    tryEach(attempt, combinations(new Spots(attempt.trace, step, scope), alternative.wishes()), way));
        }
    }

    private static List<List<Difference>> combinations(Spots spots, List<Wish> wishes) {
        List<List<Difference>> all = List.of(List.of());
        for (Wish wish : wishes) {
            List<Difference> places = spots.of(wish);
            all = all.stream().flatMap(before -> places.stream().map(place -> Stream.concat(before.stream(), Stream.of(place)).toList()))
                    .limit(MOST_COMBINATIONS).toList();
        }
        return all;
    }

    /// Each retrier and catcher gets an error that it names, of the state's own call or of one inside it.
    private void fail(Attempt attempt, State.Recoverable state) {
        List<String> calls = Stream.concat(Stream.of((State) state), inside(state)).filter(State.Task.class::isInstance).map(State::name)
                .filter(name -> attempt.trace.steps().stream().anyMatch(step -> step.state().equals(name))).toList();
        if (state instanceof State.Task task) succeed(attempt, task);
        for (int i = 0; i < state.retry().size(); i++) {
            fail(attempt, new Way(state.name(), Way.Kind.RETRIER, i), calls, state.retry().get(i).errorEquals(), true);
        }
        for (int i = 0; i < state.catchers().size(); i++) {
            fail(attempt, new Way(state.name(), Way.Kind.CATCHER, i), calls, state.catchers().get(i).errorEquals(), false);
        }
    }

    /// A call that has never gone well gets an answer.
    private void succeed(Attempt attempt, State.Task task) {
        var way = new Way(task.name(), Way.Kind.NEXT, 0);
        if (!missing.contains(way)) return;
        tryEach(attempt, ANSWERS.stream().map(answer -> List.<Difference>of(
                new Difference.Answer(task.name(), 0, answer, List.of(), Optional.of(answer)))).toList(), way);
    }

    private void fail(Attempt attempt, Way way, List<String> calls, List<String> errors, boolean once) {
        if (!missing.contains(way)) return;
        tryEach(attempt, calls.stream().flatMap(call -> errors.stream().flatMap(error -> FaultMatrix.fault(error, once).stream())
                .map(fault -> List.<Difference>of(new Difference.Fault(call, fault)))).toList(), way);
    }

    private static Stream<State> inside(State.Recoverable state) {
        return switch (state) {
            case State.Task _ -> Stream.empty();
            case State.Parallel parallel -> parallel.branches().stream().flatMap(StateMachine::everyState);
            case State.Map map -> map.processor().everyState();
        };
    }

    private void tryEach(Attempt from, List<List<Difference>> guesses, Way way) {
        for (List<Difference> guess : guesses) {
            Json input = from.input;
            Json.Obj world = from.world;
            for (Difference difference : guess) {
                input = difference.inInput(input);
                world = difference.inWorld(world);
            }
            attempt(input, world, Stream.concat(from.differences.stream(), guess.stream()).toList());
            if (!missing.contains(way)) return;
        }
    }
}
