package passo.diagram;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import passo.asl.State;

/// How far the states of one level stand below its start: each as far as the longest way to it, loops apart.
final class Layers {

    /// An edge over more layers than these is not drawn whole: nobody follows it, and for ELK it is as many edges as layers.
    private static final int LONGEST = 8;

    private final Map<String, Integer> layers = new HashMap<>();

    /// @param order as `Order` has it
    /// @param links the ways on from each state, by its name
    Layers(List<State> order, Map<String, List<Link>> links) {
        Set<String> above = new HashSet<>();
        for (var state : order) {
            above.add(state.name());
            int layer = layers.computeIfAbsent(state.name(), _ -> 0);
            for (var link : links.get(state.name())) if (!above.contains(link.to())) layers.merge(link.to(), layer + 1, Math::max);
        }
    }

    boolean isLong(String from, String to) {
        return Math.abs(layers.get(to) - layers.get(from)) > LONGEST;
    }
}
