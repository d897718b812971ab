package passo.diagram;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import passo.asl.State;
import passo.asl.StateMachine;

/// Which Parallel and Map states of a machine are drawn without what is inside them.
public final class Folding {

    /// From here on a machine is first seen with all its containers folded.
    private static final int MANY = 300;

    private Folding() {}

    /// The containers that are folded before anybody says otherwise.
    public static Set<String> atFirst(StateMachine machine) {
        if (machine.everyState().count() <= MANY) return Set.of();
        return machine.everyState().filter(Folding::isContainer).map(State::name).collect(toUnmodifiableSet());
    }

    static boolean isContainer(State state) {
        return state instanceof State.Parallel || state instanceof State.Map;
    }

    /// How many states are drawn.
    static int drawn(StateMachine machine, Set<String> folded) {
        return machine.states().values().stream()
                .mapToInt(state -> 1 + (folded.contains(state.name()) ? 0 : StateMachine.inside(state).mapToInt(inner -> drawn(inner, folded)).sum()))
                .sum();
    }
}
