package passo.diagram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import passo.diagram.Diagram.Edge;
import passo.diagram.Diagram.Edge.Kind;
import passo.diagram.Diagram.Node;
import passo.diagram.Drawing.Badge;

/// How the drawing of a run looks at each of its instants, so that a browser can repaint it without asking. An instant is a
/// place in a list of moments; a node or an edge that does not change between two of them is told once.
///
/// A long run has more moments than anybody sees: then the list holds only some of them, and what happens in between is seen
/// at the next one that it holds.
///
/// @param moments in their order; the last is the end
/// @param nodes the phases of each state that the run visits, by its name
/// @param edges how often each edge that the run takes was taken, by its id
/// @param strips by the name of a Map the strip on its node, of each of its visits
public record Playback(List<Integer> moments, Map<String, Told> nodes, Map<Integer, List<Taken>> edges, Map<String, List<Strip>> strips) {

    /// What is told of a node of this size, and between which words.
    public record Told(int width, int height, String head, String tail, List<Phase> phases) {}

    /// How a node looks from an instant on.
    public record Phase(int from, Status status, boolean ahead, List<Badge> badges) {}

    /// How often an edge was taken from an instant on, and what its label says then.
    public record Taken(int from, int times, String text, int width) {}

    /// @param moments in their order; the last is [Replay#END]
    public static Playback of(Diagram diagram, Replay replay, List<Integer> moments, Words words, Function<Duration, String> durations) {
        var signs = new Signs(words, durations);
        Map<String, Node> drawn = diagram.nodes().stream().collect(Collectors.toMap(Node::state, node -> node));
        Map<String, Told> nodes = new LinkedHashMap<>();
        Map<Integer, List<Taken>> edges = new LinkedHashMap<>();
        var course = new Course(replay);
        for (var state : course.states()) {
            var node = drawn.get(state);
            if (node != null) nodes.put(state, new Told(node.width(), node.height(), Signs.head(node), Signs.tail(node), begun(phase(0, node, course, signs))));
        }
        var whole = new Course(replay);
        whole.to(Replay.END);
        for (var edge : diagram.edges()) {
            if (edge.kind() != Kind.START && whole.taken().containsKey(edge.id())) edges.put(edge.id(), begun(taken(0, edge, 0, whole)));
        }
        for (int i = 0; i < moments.size(); i++) {
            course.to(moments.get(i));
            for (var state : course.changed()) if (nodes.containsKey(state)) add(nodes.get(state).phases(), phase(i, drawn.get(state), course, signs));
            for (var edge : course.takenSince())
                if (edges.containsKey(edge)) edges.get(edge).add(taken(i, diagram.edges().get(edge), course.taken().get(edge), whole));
        }
        Map<String, List<Strip>> strips = new LinkedHashMap<>();
        for (var map : replay.maps()) {
            var node = drawn.get(map.state());
            if (node != null) strips.computeIfAbsent(map.state(), _ -> new ArrayList<>()).add(Strip.of(map.list().size(), node.width()));
        }
        return new Playback(List.copyOf(moments), nodes, edges, strips);
    }

    private static Phase phase(int from, Node node, Course course, Signs signs) {
        var state = course.state(node.state());
        return new Phase(from, state.status(), state.ahead(), signs.badges(node, state));
    }

    private static <T> List<T> begun(T first) {
        return new ArrayList<>(List.of(first));
    }

    /// A label grows with its count; a count alone has room for the last from the beginning.
    private static Taken taken(int from, Edge edge, int times, Course whole) {
        return new Taken(from, times, Signs.text(edge, times), Signs.width(edge, edge.label().isPresent() ? times : whole.taken().get(edge.id())));
    }

    /// Only what looks otherwise than before; and of two phases at one instant the later.
    private static void add(List<Phase> phases, Phase phase) {
        var last = phases.getLast();
        if (last.from() == phase.from()) phases.removeLast();
        else if (new Phase(phase.from(), last.status(), last.ahead(), last.badges()).equals(phase)) return;
        phases.add(phase);
    }

    /// Of these states and edges alone.
    public Playback only(Predicate<String> states, IntPredicate drawn) {
        Map<String, Told> told = new LinkedHashMap<>(nodes);
        told.keySet().removeIf(states.negate());
        Map<Integer, List<Taken>> taken = new LinkedHashMap<>(edges);
        taken.keySet().removeIf(edge -> !drawn.test(edge));
        return new Playback(moments, told, taken, strips);
    }

    /// The first instant at which this has happened.
    public static int instant(List<Integer> moments, int moment) {
        int place = Collections.binarySearch(moments, moment);
        return Math.min(place < 0 ? -place - 1 : place, moments.size() - 1);
    }
}
