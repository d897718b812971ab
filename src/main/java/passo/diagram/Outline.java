package passo.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.asl.State;
import passo.asl.StateMachine;

/// The machine as a nested list, for those who cannot see the diagram and for machines that are too large for one: the same
/// states in the same order, with the same words.
///
/// @param label the branch's name; empty at the top and in a Map
public record Outline(String label, List<Item> items) {

    /// A state.
    ///
    /// @param icon of the kind
    /// @param status its `data-status`; empty without a run
    /// @param word the status in words; empty without a run
    /// @param ways where it leads, in words
    /// @param inside the branches of a Parallel, or the processor of a Map
    public record Item(String state, String icon, String family, String detail, String status, String word, List<String> ways,
            List<Outline> inside) {}

    /// Without a run.
    public static Outline of(StateMachine machine, Words words) {
        return of("", machine, Optional.empty(), words);
    }

    /// With a run on it.
    public static Outline of(StateMachine machine, Overlay overlay, Words words) {
        return of("", machine, Optional.of(overlay), words);
    }

    private static Outline of(String label, StateMachine machine, Optional<Overlay> overlay, Words words) {
        Map<String, List<Link>> links = new HashMap<>();
        for (var state : machine.states().values()) links.put(state.name(), Link.of(state, words));
        return new Outline(label, Order.of(machine, links).stream().map(state -> item(state, links.get(state.name()), overlay, words)).toList());
    }

    private static Item item(State state, List<Link> links, Optional<Overlay> overlay, Words words) {
        Optional<Status> status = overlay.map(run -> run.status(state.name()));
        return new Item(state.name(), Kinds.icon(state.type()), Kinds.family(state.type()), Caption.detail(state, words),
                status.map(Status::css).orElse(""), status.map(of -> words.get(of.key())).orElse(""), ways(state, links, words),
                inside(state, overlay, words));
    }

    private static List<String> ways(State state, List<Link> links, Words words) {
        List<String> ways = new ArrayList<>();
        for (var link : links) ways.add(way(link, words));
        if (Link.ends(state)) ways.addFirst(words.get("outline.end"));
        return ways;
    }

    private static String way(Link link, Words words) {
        return switch (link.kind()) {
            case RULE -> words.get("outline.rule", link.text(), link.to());
            case CATCH -> words.get("outline.catch", link.text(), link.to());
            case OTHERWISE -> words.get("outline.otherwise", link.to());
            case START, NEXT -> words.get("outline.next", link.to());
        };
    }

    private static List<Outline> inside(State state, Optional<Overlay> overlay, Words words) {
        return switch (state) {
            case State.Parallel parallel -> {
                List<Outline> branches = new ArrayList<>();
                for (var branch : parallel.branches())
                    branches.add(of(words.get("diagram.branch", branches.size() + 1), branch, overlay, words));
                yield branches;
            }
            case State.Map map -> List.of(of("", map.processor(), overlay, words));
            case State.Pass _, State.Task _, State.Choice _, State.Wait _, State.Succeed _, State.Fail _ -> List.of();
        };
    }
}
