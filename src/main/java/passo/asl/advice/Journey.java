package passo.asl.advice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.asl.advice.Flow.Onward;
import passo.asl.advice.Flow.Passage;
import passo.asl.advice.Flow.Way;
import passo.asl.advice.Reading.Misses;
import passo.asl.text.Node;

/// Follows what is known of the data through a whole machine, each way by itself: what one way lacks is missing whenever that
/// way is taken, though it is there on all others.
///
/// Each state is passed a few times at most, and each machine inside another once for what it hands on and once for what it
/// is given: the work grows with the text, whatever its loops.
final class Journey {

    /// How often a loop may add to what is known before nothing is.
    private static final int MOST_VISITS = 3;
    private static final int MOST_WAYS = 8;
    private static final Misses NOBODY = (_, _, _, _) -> {};

    private final IdentityHashMap<StateMachine, Value> made = new IdentityHashMap<>();
    private final Losses losses;

    private Journey(Losses losses) {
        this.losses = losses;
    }

    static void follow(StateMachine machine, Node node, Losses losses) {
        var journey = new Journey(losses);
        journey.foreseeInside(machine, node);
        journey.follow(machine, node, Way.UNKNOWN);
    }

    /// Finds out what the machines inside hand on, the innermost first.
    private void foreseeInside(StateMachine machine, Node node) {
        machine.states().values().forEach(state -> inside(state, state(node, state.name())).forEach((inner, place) -> made.put(inner, foresee(inner, place))));
    }

    private Value foresee(StateMachine machine, Node node) {
        foreseeInside(machine, node);
        Value output = null;
        for (Passage passage : passages(machine, node, Way.UNKNOWN).values()) {
            for (Onward onward : passage.onward()) {
                if (onward.next().isEmpty()) output = output == null ? onward.way().data() : output.or(onward.way().data());
            }
        }
        return output == null ? Value.ANY : output;
    }

    private void follow(StateMachine machine, Node node, Way start) {
        Map<String, List<Way>> ways = new HashMap<>();
        ways.computeIfAbsent(machine.startAt(), _ -> new ArrayList<>()).add(start);
        SequencedMap<String, Passage> passages = passages(machine, node, start);
        for (Passage passage : passages.values()) {
            for (Onward onward : passage.onward()) {
                List<Way> known = ways.computeIfAbsent(onward.next().orElse(""), _ -> new ArrayList<>());
                if (known.size() < MOST_WAYS && !known.contains(onward.way())) known.add(onward.way());
            }
        }
        passages.forEach((name, passage) -> {
            State state = machine.state(name);
            Node place = state(node, name);
            losses.look(state, place, ways.get(name), made);
            inside(state, place).forEach((inner, innerPlace) -> follow(inner, innerPlace, passage.inside()));
        });
    }

    /// How each state that can be reached is passed, whatever way led to it.
    private SequencedMap<String, Passage> passages(StateMachine machine, Node node, Way start) {
        Map<String, Way> entered = new HashMap<>(Map.of(machine.startAt(), start));
        Map<String, Integer> visits = new HashMap<>();
        SequencedMap<String, Passage> passages = new LinkedHashMap<>();
        var waiting = new LinkedHashSet<>(List.of(machine.startAt()));
        while (!waiting.isEmpty()) {
            String name = waiting.removeFirst();
            if (visits.merge(name, 1, Integer::sum) > MOST_VISITS) entered.put(name, Way.UNKNOWN);
            Passage passage = new Flow(machine.state(name), state(node, name), NOBODY, made).pass(entered.get(name));
            passages.put(name, passage);
            for (Onward onward : passage.onward()) {
                if (onward.next().isEmpty()) continue;
                String next = onward.next().get();
                Way before = entered.get(next);
                Way after = before == null ? onward.way() : before.or(onward.way());
                if (after.equals(before)) continue;
                entered.put(next, after);
                waiting.add(next);
            }
        }
        return passages;
    }

    private static Node state(Node machine, String name) {
        return machine.get("States").flatMap(states -> states.get(name)).orElseThrow();
    }

    /// The machines inside a state, each with its place.
    static Map<StateMachine, Node> inside(State state, Node node) {
        Map<StateMachine, Node> inside = new IdentityHashMap<>();
        switch (state) {
            case State.Parallel parallel -> {
                List<Node> branches = node.get("Branches").orElseThrow().items();
                for (int i = 0; i < branches.size(); i++) inside.put(parallel.branches().get(i), branches.get(i));
            }
            case State.Map map -> inside.put(map.processor(), node.get("ItemProcessor").or(() -> node.get("Iterator")).orElseThrow());
            case State.Pass _, State.Task _, State.Choice _, State.Wait _, State.Succeed _, State.Fail _ -> {}
        }
        return inside;
    }
}
