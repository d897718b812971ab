package passo.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortLabelPlacement;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkGraphElement;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.diagram.Diagram.Edge;

/// A machine as ELK's graph: what there is, how large, and what leads where. ELK lays it out, then `Placement` reads it back. For one
/// thread and one layout.
final class Graph {

    private static final int LEAF_HEIGHT = 54;
    private static final int LEAF_WIDTH = 156;
    static final int LABEL_HEIGHT = 19;
    private static final int LONGEST_LABEL = 40;
    /// The room under a node that an end stone and its thread take.
    private static final int END = 20;
    /// The room beside and under a Map that its stacked sheets take.
    private static final int SHEETS = 8;
    /// The room that a folded Map's items take.
    private static final int STRIP = 14;
    /// The room that the handle takes which unfolds a container.
    private static final int HANDLE = 30;

    record Placed(State state, Caption caption, String parent, ElkNode elk) {}

    record Branch(String label, String parent, ElkNode elk) {}

    sealed interface Way {
        String from();

        Link link();

        record Whole(String from, Link link, ElkEdge elk) implements Way {}

        /// Too long to be drawn: it ends beside the state that it leaves.
        record Cut(String from, Link link, ElkPort side) implements Way {}
    }

    final Words words;
    final Set<String> folded;
    final ElkNode root = ElkGraphUtil.createGraph();
    final ElkNode start;
    final List<Placed> states = new ArrayList<>();
    final List<Branch> branches = new ArrayList<>();
    final List<Way> ways = new ArrayList<>();
    /// Where cut ways arrive, by the state.
    final Map<String, ElkPort> arrivals = new LinkedHashMap<>();

    /// @param folded the containers that are drawn without what is inside
    Graph(StateMachine machine, Words words, Set<String> folded) {
        this.words = words;
        this.folded = folded;
        Layered.prepare(root, new ElkPadding(20, 20, 28, 20));
        start = ElkGraphUtil.createNode(root);
        start.setDimensions(Diagram.STONE, Diagram.STONE);
        start.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
        var first = fill(root, "", machine).get(machine.startAt());
        ways.addFirst(new Way.Whole("", new Link(machine.startAt(), Edge.Kind.START, ""), ElkGraphUtil.createSimpleEdge(start, first)));
    }

    private Map<String, ElkNode> fill(ElkNode parent, String name, StateMachine machine) {
        Map<String, List<Link>> links = new HashMap<>();
        for (var state : machine.states().values()) links.put(state.name(), Link.of(state, words));
        var order = Order.of(machine, links);
        var layers = new Layers(order, links);
        Map<String, ElkNode> nodes = new LinkedHashMap<>();
        for (var state : order) nodes.put(state.name(), node(parent, name, state, height(state, links.get(state.name()), layers)));
        Map<String, List<String>> cut = new LinkedHashMap<>();
        nodes.forEach((from, node) -> {
            for (var link : links.get(from)) {
                if (layers.isLong(from, link.to())) cut.computeIfAbsent(link.to(), _ -> new ArrayList<>()).add(cut(from, node, link));
                else way(from, node, link, nodes.get(link.to()));
            }
        });
        cut.forEach((to, from) -> arrivals.put(to, sign(nodes.get(to), PortSide.WEST, Sign.from(from, words))));
        return nodes;
    }

    private ElkNode node(ElkNode parent, String name, State state, int height) {
        var node = ElkGraphUtil.createNode(parent);
        var caption = folded.contains(state.name()) ? Caption.folded(state, words) : Caption.of(state, words);
        states.add(new Placed(state, caption, name, node));
        switch (state) {
            case State.Parallel _, State.Map _ when folded.contains(state.name()) -> leaf(node, caption, state, height);
            case State.Parallel parallel -> {
                container(node, caption, new ElkPadding(46, 14, 14 + ending(state), 14));
                for (int i = 0; i < parallel.branches().size(); i++) branch(node, state.name(), i, parallel.branches().get(i));
            }
            case State.Map map -> {
                container(node, caption, new ElkPadding(64, 14 + SHEETS, 14 + SHEETS + ending(state), 14));
                fill(node, state.name(), map.processor());
            }
            case State.Pass _, State.Task _, State.Choice _, State.Wait _, State.Succeed _, State.Fail _ -> leaf(node, caption, state, height);
        }
        return node;
    }

    private static void leaf(ElkNode node, Caption caption, State state, int height) {
        node.setDimensions(leafWidth(caption) + (Folding.isContainer(state) ? HANDLE : 0) + sheets(state), height + ending(state) + sheets(state));
    }

    private void branch(ElkNode parallel, String name, int index, StateMachine machine) {
        var lane = ElkGraphUtil.createNode(parallel);
        Layered.prepare(lane, new ElkPadding(34, 12, 12, 12));
        branches.add(new Branch(words.get("diagram.branch", index + 1), name, lane));
        fill(lane, name, machine);
    }

    private static void container(ElkNode node, Caption caption, ElkPadding padding) {
        Layered.prepare(node, padding);
        node.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, SizeConstraint.minimumSizeWithPorts());
        node.setProperty(CoreOptions.NODE_SIZE_MINIMUM, new KVector(
                Math.max(230, Letters.name(caption.name()) + Letters.detail(caption.detail()) + 60 + HANDLE), 60));
        node.setProperty(CoreOptions.ASPECT_RATIO, 40.0); // branches stand side by side
    }

    /// A leaf is high enough for what is written at its side: its errors and its cut ways.
    private static int height(State state, List<Link> links, Layers layers) {
        int labels = (int) links.stream().filter(link -> link.kind() == Edge.Kind.CATCH || layers.isLong(state.name(), link.to())).count();
        return Math.max(state instanceof State.Map ? LEAF_HEIGHT + STRIP : LEAF_HEIGHT, (labels + 1) * (LABEL_HEIGHT + 2));
    }

    private static int leafWidth(Caption caption) {
        int text = Math.max(Letters.name(caption.name()), Letters.detail(caption.detail()) + (caption.service().isEmpty() ? 0 : 17));
        return Math.max(LEAF_WIDTH, text + 66);
    }

    static int ending(State state) {
        return Link.ends(state) ? END : 0;
    }

    static int sheets(State state) {
        return state instanceof State.Map ? SHEETS : 0;
    }

    private void way(String name, ElkNode from, Link link, ElkNode to) {
        var edge = link.kind() == Edge.Kind.CATCH ? caught(from, link, to) : ElkGraphUtil.createSimpleEdge(from, to);
        if (link.kind() != Edge.Kind.CATCH && !link.text().isEmpty()) {
            label(edge, link).setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
        }
        ways.add(new Way.Whole(name, link, edge));
    }

    private String cut(String from, ElkNode node, Link link) {
        ways.add(new Way.Cut(from, link, sign(node, PortSide.EAST, Sign.to(link))));
        return from;
    }

    /// Room for a sign at a side of a node.
    private static ElkPort sign(ElkNode node, PortSide where, Sign sign) {
        var side = side(node, where);
        ElkGraphUtil.createLabel(sign.name(), side).setDimensions(Sign.AWAY + sign.width(), LABEL_HEIGHT);
        return side;
    }

    private static ElkPort side(ElkNode node, PortSide where) {
        node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
        node.setProperty(CoreOptions.PORT_LABELS_PLACEMENT, PortLabelPlacement.outside());
        var side = ElkGraphUtil.createPort(node);
        side.setProperty(CoreOptions.PORT_SIDE, where);
        return side;
    }

    /// Caught errors leave at the side, so that the way of success runs straight down, and are named there. Those that lead to
    /// the same state arrive there together: their lines run in one as soon as they can.
    private static ElkEdge caught(ElkNode from, Link link, ElkNode to) {
        var side = side(from, PortSide.EAST);
        label(side, link);
        return ElkGraphUtil.createSimpleEdge(side, from == to ? to : arrival(to));
    }

    private static ElkPort arrival(ElkNode node) {
        return node.getPorts().stream().filter(port -> port.getProperty(CoreOptions.PORT_SIDE) == PortSide.NORTH).findFirst().orElseGet(() -> {
            var port = ElkGraphUtil.createPort(node);
            port.setProperty(CoreOptions.PORT_SIDE, PortSide.NORTH);
            return port;
        });
    }

    private static ElkLabel label(ElkGraphElement element, Link link) {
        var label = ElkGraphUtil.createLabel(Caption.shortened(link.text(), LONGEST_LABEL), element);
        label.setDimensions(Letters.label(label.getText()) + (link.kind() == Edge.Kind.CATCH ? 29 : 13), LABEL_HEIGHT);
        return label;
    }
}
