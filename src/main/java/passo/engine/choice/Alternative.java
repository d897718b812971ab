package passo.engine.choice;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import passo.asl.State;
import passo.expression.Scope;

/// Data with which a Choice would decide otherwise: found by guessing and kept only because the engine says so.
///
/// @param wishes what is different, the least that was found
/// @param scope the data with it
public record Alternative(List<Wish> wishes, Scope scope) {

    private static final int MOST_TRIES = 250;
    private static final int MOST_WISHES = 12;

    /// Data with which a rule wins.
    ///
    /// @param rule its number; the number of rules for the default
    public static Optional<Alternative> of(State.Choice choice, Scope scope, int rule) {
        List<Clause> clauses = choice.choices().stream().map(one -> Clause.of(one.condition())).toList();
        var ahead = new ArrayDeque<>(List.of(List.<Wish>of()));
        if (rule < clauses.size()) ahead.addAll(new Wishes(scope).of(clauses.get(rule), true));
        Set<List<Wish>> tried = new HashSet<>();
        while (!ahead.isEmpty() && tried.size() < MOST_TRIES) {
            List<Wish> wishes = ahead.pop();
            if (wishes.size() > MOST_WISHES || !tried.add(wishes)) continue;
            Scope changed = in(scope, wishes);
            Choosing choosing = Choosing.of(choice, changed);
            if (choosing.decision() == rule && !choosing.fails()) return Optional.of(new Alternative(needed(wishes, scope), changed));
            if (choosing.decision() >= rule) continue;
            for (List<Wish> against : new Wishes(changed).of(clauses.get(choosing.decision()), false)) {
                ahead.add(joined(against, wishes));
                ahead.add(joined(wishes, against));
            }
        }
        return Optional.empty();
    }

    private static List<Wish> joined(List<Wish> first, List<Wish> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static Scope in(Scope scope, List<Wish> wishes) {
        Scope changed = scope;
        for (Wish wish : wishes) changed = wish.in(changed);
        return changed;
    }

    /// Of several wishes for a place the last one counts, and none that is fulfilled.
    private static List<Wish> needed(List<Wish> wishes, Scope scope) {
        var last = new LinkedHashMap<String, Wish>();
        wishes.forEach(wish -> last.put(wish.place().source(), wish));
        return last.values().stream().filter(wish -> !wish.isFulfilled(scope)).toList();
    }
}
