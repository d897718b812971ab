package passo.diagram;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import passo.asl.State;
import passo.asl.StateMachine;

/// The states of one level so that each comes before those it leads to, loops apart: the reverse postorder of a walk from
/// the start. States that nothing leads to come last.
final class Order {

    private final StateMachine machine;
    private final Map<String, List<Link>> links;
    private final SequencedSet<String> visited = new LinkedHashSet<>();
    private final List<State> done = new ArrayList<>();

    private Order(StateMachine machine, Map<String, List<Link>> links) {
        this.machine = machine;
        this.links = links;
    }

    /// @param links the ways on from each state, by its name
    static List<State> of(StateMachine machine, Map<String, List<Link>> links) {
        var order = new Order(machine, links);
        order.visit(machine.startAt());
        var states = new ArrayList<>(order.done.reversed());
        machine.states().values().stream().filter(state -> !order.visited.contains(state.name())).forEach(states::add);
        return states;
    }

    // The last way on is walked first, so that the first one ends up nearest.
    private void visit(String name) {
        if (!visited.add(name)) return;
        for (var link : links.get(name).reversed()) visit(link.to());
        done.add(machine.state(name));
    }
}
