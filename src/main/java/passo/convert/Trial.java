package passo.convert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import passo.asl.Catcher;
import passo.asl.ChoiceRule;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.asl.text.Diagnostic.Phrase;
import passo.engine.Reply;
import passo.engine.Services;
import passo.engine.semantics.ErrorName;
import passo.engine.semantics.Outcome;
import passo.expression.Path;
import passo.json.Json;

/// One pair of runs: an input, and what is different about the answers of services.
///
/// @param what what is special about it, `convert.trial.…`
/// @param wishes values that the first answer to each state is to have
/// @param failures for states by name, how their calls fail at first
record Trial(Phrase what, Json input, List<Wish> wishes, Map<String, Outcome.Failure> failures) {

    /// The key of the learner's own input.
    static final String OWN = "convert.trial.own";

    private static final int MOST_ABSENT = 12;
    private static final int MOST_RULES = 30;
    private static final int MOST_CATCHERS = 20;
    /// How many calls fail: more than states usually retry, and no loop is without end.
    private static final int FAILED_CALLS = 10;
    private static final int DEEPEST = 3;
    private static final Duration LATENCY = Duration.ofMillis(100);

    /// The trials for a machine: the learner's input, the example, each of the first members of the input absent, and for each rule
    /// of each Choice state what would make it hold.
    static List<Trial> of(StateMachine machine, Json own, Json example) {
        SequencedMap<Json, Trial> plain = new LinkedHashMap<>();
        plain.put(own, plain(new Phrase(OWN, List.of()), own));
        plain.putIfAbsent(example, plain(phrase("example"), example));
        List<Trial> trials = new ArrayList<>(plain.values());
        List<Wish> absent = new ArrayList<>();
        collectMembers(own, List.of(), absent);
        absent.stream().limit(MOST_ABSENT).forEach(wish ->
                trials.add(plain(phrase("absent", "$" + String.join("", wish.place().stream().map(Names::step).toList())), wish.in(own))));
        List<Trial> rules = new ArrayList<>();
        collectRules(machine, own, rules);
        rules.stream().limit(MOST_RULES).forEach(trials::add);
        List<Trial> caught = new ArrayList<>();
        collectCatchers(machine, own, caught);
        caught.stream().limit(MOST_CATCHERS).forEach(trials::add);
        return trials;
    }

    private static Trial plain(Phrase what, Json input) {
        return new Trial(what, input, List.of(), Map.of());
    }

    private static Phrase phrase(String key, String... arguments) {
        return new Phrase("convert.trial." + key, List.of(arguments));
    }

    private static void collectMembers(Json json, List<Path.Step> place, List<Wish> absent) {
        if (!(json instanceof Json.Obj obj) || place.size() == DEEPEST) return;
        obj.forEach((name, value) -> {
            List<Path.Step> here = new ArrayList<>(place);
            here.add(new Path.Step.Name(name));
            absent.add(new Wish(here, Optional.empty(), false));
            collectMembers(value, here, absent);
        });
    }

    private static void collectRules(StateMachine machine, Json input, List<Trial> trials) {
        for (State state : machine.states().values()) {
            switch (state) {
                case State.Choice choice -> collectRules(choice, input, trials);
                case State.Parallel parallel -> parallel.branches().forEach(branch -> collectRules(branch, input, trials));
                case State.Map map -> collectRules(map.processor(), input, trials);
                case State.Task _, State.Pass _, State.Wait _, State.Succeed _, State.Fail _ -> {}
            }
        }
    }

    private static void collectRules(State.Choice choice, Json input, List<Trial> trials) {
        List<Wish> none = new ArrayList<>();
        for (ChoiceRule rule : choice.choices()) {
            // The rules before must not hold.
            List<Wish> wishes = new ArrayList<>(none);
            wishes.addAll(Wish.of(rule.condition(), true));
            add(phrase("rule", choice.name(), String.valueOf(choice.choices().indexOf(rule) + 1)), wishes, input, trials);
            none.addAll(Wish.of(rule.condition(), false));
        }
        add(phrase("default", choice.name()), none, input, trials);
    }

    private static void add(Phrase what, List<Wish> wishes, Json input, List<Trial> trials) {
        if (wishes.isEmpty()) return;
        Json changed = input;
        for (Wish wish : wishes) changed = wish.in(changed);
        trials.add(new Trial(what, changed, wishes, Map.of()));
    }

    private static void collectCatchers(StateMachine machine, Json input, List<Trial> trials) {
        for (State state : machine.states().values()) {
            if (state instanceof State.Recoverable recoverable) collectCatchers(recoverable, input, trials);
            switch (state) {
                case State.Parallel parallel -> parallel.branches().forEach(branch -> collectCatchers(branch, input, trials));
                case State.Map map -> collectCatchers(map.processor(), input, trials);
                case State.Task _, State.Choice _, State.Pass _, State.Wait _, State.Succeed _, State.Fail _ -> {}
            }
        }
    }

    private static void collectCatchers(State.Recoverable state, Json input, List<Trial> trials) {
        Optional<String> failing = firstTask(state);
        for (Catcher catcher : state.catchers()) {
            String error = catcher.errorEquals().getFirst();
            var failure = new Outcome.Failure(error.equals(ErrorName.ALL) ? "Unexpected" : error, "as an example");
            failing.ifPresent(name -> trials.add(new Trial(phrase("caught", name, failure.error()), input, List.of(), Map.of(name, failure))));
        }
    }

    /// The first task of a state, which is its own or one inside.
    private static Optional<String> firstTask(State state) {
        return switch (state) {
            case State.Task task -> Optional.of(task.name());
            case State.Parallel parallel -> parallel.branches().stream().flatMap(branch -> firstTask(branch).stream()).findFirst();
            case State.Map map -> firstTask(map.processor());
            case State.Choice _, State.Pass _, State.Wait _, State.Succeed _, State.Fail _ -> Optional.empty();
        };
    }

    private static Optional<String> firstTask(StateMachine machine) {
        return machine.states().values().stream().flatMap(state -> firstTask(state).stream()).findFirst();
    }

    /// The services as the trial has them.
    Services through(Services services) {
        Map<String, Integer> calls = new HashMap<>();
        return (call, agenda) -> {
            int earlier = calls.merge(call.state(), 1, Integer::sum) - 1;
            Reply reply = services.invoke(call, agenda);
            Outcome.Failure failure = failures.get(call.state());
            if (failure != null) return earlier < FAILED_CALLS ? new Reply.After(LATENCY, failure, reply.automatic()) : reply;
            return wishes.isEmpty() || earlier > 0 ? reply : changed(reply);
        };
    }

    private Reply changed(Reply reply) {
        return switch (reply) {
            case Reply.After(var latency, Outcome.Success(var result), var automatic) ->
                new Reply.After(latency, new Outcome.Success(changed(result)), automatic);
            case Reply.Job(var latency, var submitted, var duration, Outcome.Success(var result), var automatic) ->
                new Reply.Job(latency, submitted, duration, new Outcome.Success(changed(result)), automatic);
            case Reply other -> other;
        };
    }

    private Json changed(Json result) {
        Json changed = result;
        for (Wish wish : wishes) changed = wish.inResult(changed);
        return changed;
    }
}
