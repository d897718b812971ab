package passo.diagram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import passo.diagram.Diagram.Node;
import passo.diagram.Drawing.Badge;
import passo.diagram.Replay.Items;
import passo.diagram.Replay.Visit;

/// How the drawing of a run looks at each of its instants, so that a browser can repaint it without asking. An instant is a
/// place in a list of moments; a node or an edge that does not change between two of them is told once.
///
/// A long run has more moments than anybody sees: then the list holds only some of them, and what happens in between is seen
/// at the next one that it holds.
///
/// @param moments in their order; the last is the end
/// @param nodes the phases of each state that the run visits, by its name
/// @param edges how often each edge that the run takes was taken, by its id
/// @param maps the items of each visit of a Map
/// @param visits the steps of the run
public record Playback(List<Integer> moments, Map<String, Told> nodes, Map<Integer, List<Taken>> edges, List<Shown> maps, List<Visit> visits) {

    /// What is told of a node, and between which words.
    public record Told(String head, String tail, List<Phase> phases) {}

    /// How a node looks from an instant on.
    public record Phase(int from, Status status, boolean ahead, List<Badge> badges) {}

    /// How often an edge was taken from an instant on, and what its label says then.
    public record Taken(int from, int times, String text, int width) {}

    /// The items of a Map and the strip on its node.
    public record Shown(Items items, Strip strip) {}

    /// @param moments in their order; the last is [Replay#END]
    public static Playback of(Diagram diagram, Replay replay, List<Integer> moments, Words words, Function<Duration, String> durations) {
        var signs = new Signs(words, durations);
        Map<String, Node> drawn = diagram.nodes().stream().collect(Collectors.toMap(Node::state, node -> node));
        Map<String, Told> nodes = new LinkedHashMap<>();
        Map<Integer, List<Taken>> edges = new LinkedHashMap<>();
        var course = new Course(replay);
        for (var state : course.states()) {
            var node = drawn.get(state);
            if (node != null) nodes.put(state, new Told(Signs.head(node), Signs.tail(node), new ArrayList<>(List.of(phase(0, node, course, signs)))));
        }
        for (int i = 0; i < moments.size(); i++) {
            course.to(moments.get(i));
            for (var state : course.changed()) if (nodes.containsKey(state)) add(nodes.get(state).phases(), phase(i, drawn.get(state), course, signs));
            for (var edge : course.takenSince())
                edges.computeIfAbsent(edge, _ -> new ArrayList<>()).add(taken(i, diagram.edges().get(edge), course.taken().get(edge)));
        }
        List<Shown> maps = replay.maps().stream().filter(map -> drawn.containsKey(map.state()))
                .map(map -> new Shown(map, Strip.of(map.list().size(), drawn.get(map.state()).width()))).toList();
        return new Playback(List.copyOf(moments), nodes, edges, maps, replay.visits());
    }

    private static Phase phase(int from, Node node, Course course, Signs signs) {
        var state = course.state(node.state());
        return new Phase(from, state.status(), state.ahead(), signs.badges(node, state));
    }

    private static Taken taken(int from, Diagram.Edge edge, int times) {
        return new Taken(from, times, Signs.text(edge, times), Signs.width(edge, times));
    }

    /// Only what looks otherwise than before; and of two phases at one instant the later.
    private static void add(List<Phase> phases, Phase phase) {
        var last = phases.getLast();
        if (last.from() == phase.from()) phases.removeLast();
        else if (new Phase(phase.from(), last.status(), last.ahead(), last.badges()).equals(phase)) return;
        phases.add(phase);
    }

    /// The first instant at which this has happened.
    public int instant(int moment) {
        int low = 0;
        int high = moments.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (moments.get(middle) >= moment) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
