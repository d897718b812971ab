package passo.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.elk.alg.layered.components.ComponentOrderingStrategy;
import org.eclipse.elk.alg.layered.options.CenterEdgeLabelPlacementStrategy;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.EdgeStraighteningStrategy;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.ContentAlignment;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
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
import passo.diagram.Diagram.Lane;
import passo.diagram.Diagram.Node;
import passo.diagram.Diagram.Point;

/// A machine as ELK's graph: told what there is and how large, it is laid out, then read back as a `Diagram`. For one thread
/// and one layout.
final class Graph {

    private static final int LEAF_HEIGHT = 54;
    private static final int LABEL_HEIGHT = 19;
    private static final int LONGEST_LABEL = 32;
    /// The room under a node that an end stone and its thread take.
    private static final int END = 20;
    /// The room beside and under a Map that its stacked sheets take.
    private static final int SHEETS = 8;

    private record Placed(State state, Caption caption, String parent, ElkNode elk) {}

    private record Branch(String label, String parent, ElkNode elk) {}

    private record Way(String from, Link link, ElkEdge elk) {}

    private final Words words;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final ElkNode start;
    private final List<Placed> states = new ArrayList<>();
    private final List<Branch> branches = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();

    Graph(StateMachine machine, Words words) {
        this.words = words;
        prepare(root, new ElkPadding(20, 20, 28, 20));
        start = ElkGraphUtil.createNode(root);
        start.setDimensions(Diagram.STONE, Diagram.STONE);
        start.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
        var first = fill(root, "", machine).get(machine.startAt());
        ways.addFirst(new Way("", new Link(machine.startAt(), Edge.Kind.START, ""), ElkGraphUtil.createSimpleEdge(start, first)));
    }

    ElkNode root() {
        return root;
    }

    int links() {
        return ways.size();
    }

    private Map<String, ElkNode> fill(ElkNode parent, String name, StateMachine machine) {
        Map<String, List<Link>> links = new HashMap<>();
        for (var state : machine.states().values()) links.put(state.name(), Link.of(state, words));
        Map<String, ElkNode> nodes = new LinkedHashMap<>();
        for (var state : Order.of(machine, links)) nodes.put(state.name(), node(parent, name, state, height(links.get(state.name()))));
        nodes.forEach((from, node) -> links.get(from).forEach(link -> way(from, node, link, nodes.get(link.to()))));
        return nodes;
    }

    private ElkNode node(ElkNode parent, String name, State state, int height) {
        var node = ElkGraphUtil.createNode(parent);
        var caption = Caption.of(state, words);
        states.add(new Placed(state, caption, name, node));
        switch (state) {
            case State.Parallel parallel -> {
                container(node, caption, new ElkPadding(46, 14, 14 + ending(state), 14));
                for (int i = 0; i < parallel.branches().size(); i++) branch(node, state.name(), i, parallel.branches().get(i));
            }
            case State.Map map -> {
                container(node, caption, new ElkPadding(64, 14 + SHEETS, 14 + SHEETS + ending(state), 14));
                fill(node, state.name(), map.processor());
            }
            case State.Pass _, State.Task _, State.Choice _, State.Wait _, State.Succeed _, State.Fail _ ->
                node.setDimensions(leafWidth(caption), height + ending(state));
        }
        return node;
    }

    private void branch(ElkNode parallel, String name, int index, StateMachine machine) {
        var lane = ElkGraphUtil.createNode(parallel);
        prepare(lane, new ElkPadding(34, 12, 12, 12));
        branches.add(new Branch(words.get("diagram.branch", index + 1), name, lane));
        fill(lane, name, machine);
    }

    private static void container(ElkNode node, Caption caption, ElkPadding padding) {
        prepare(node, padding);
        node.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, SizeConstraint.minimumSizeWithPorts());
        node.setProperty(CoreOptions.NODE_SIZE_MINIMUM, new KVector(
                Math.max(230, 7.8 * caption.name().length() + 6.6 * caption.detail().length() + 70), 60));
        node.setProperty(CoreOptions.ASPECT_RATIO, 40.0); // branches stand side by side
    }

    /// A leaf is high enough for the labels of its errors at its side.
    private static int height(List<Link> links) {
        int errors = (int) links.stream().filter(link -> link.kind() == Edge.Kind.CATCH).count();
        return Math.max(LEAF_HEIGHT, (errors + 1) * (LABEL_HEIGHT + 2));
    }

    private static int leafWidth(Caption caption) {
        double text = Math.max(8.1 * caption.name().length(), 6.6 * caption.detail().length() + (caption.service().isEmpty() ? 0 : 18));
        return (int) Math.ceil(Math.max(156, text + 66));
    }

    private static int ending(State state) {
        return Link.ends(state) ? END : 0;
    }

    private static int sheets(State state) {
        return state instanceof State.Map ? SHEETS : 0;
    }

    private void way(String name, ElkNode from, Link link, ElkNode to) {
        var edge = link.kind() == Edge.Kind.CATCH ? caught(from, link, to) : ElkGraphUtil.createSimpleEdge(from, to);
        if (link.kind() != Edge.Kind.CATCH && !link.text().isEmpty()) {
            label(edge, link).setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
        }
        ways.add(new Way(name, link, edge));
    }

    /// Caught errors leave at the side, so that the way of success runs straight down, and are named there. Those that lead to
    /// the same state arrive there together: their lines run in one as soon as they can.
    private static ElkEdge caught(ElkNode from, Link link, ElkNode to) {
        from.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
        from.setProperty(CoreOptions.PORT_LABELS_PLACEMENT, PortLabelPlacement.outside());
        var side = ElkGraphUtil.createPort(from);
        side.setProperty(CoreOptions.PORT_SIDE, PortSide.EAST);
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
        // Names of errors have more capitals than conditions, and an icon before them.
        boolean error = link.kind() == Edge.Kind.CATCH;
        label.setDimensions(Math.ceil((error ? 6.6 : 6.2) * label.getText().length()) + (error ? 28 : 14), LABEL_HEIGHT);
        return label;
    }

    private static void prepare(ElkNode graph, ElkPadding padding) {
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.SEPARATE_CHILDREN);
        graph.setProperty(CoreOptions.PADDING, padding);
        graph.setProperty(CoreOptions.CONTENT_ALIGNMENT, ContentAlignment.topCenter());
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 26.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 34.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 18.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 16.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 14.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 12.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 5.0);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.BALANCED);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_BK_EDGE_STRAIGHTENING, EdgeStraighteningStrategy.IMPROVE_STRAIGHTNESS);
        graph.setProperty(LayeredOptions.EDGE_LABELS_CENTER_LABEL_PLACEMENT_STRATEGY, CenterEdgeLabelPlacementStrategy.TAIL_LAYER);
        // The order of the definition is kept, so that a small change of the text is a small change of the drawing.
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_COMPONENTS, ComponentOrderingStrategy.MODEL_ORDER);
        graph.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.MODEL_ORDER);
    }

    /// What was laid out.
    Diagram diagram() {
        Map<String, Node> nodes = new HashMap<>();
        List<Node> drawn = new ArrayList<>();
        for (var placed : states) {
            var node = node(placed);
            nodes.put(node.state(), node);
            drawn.add(node);
        }
        var lines = new Lines();
        for (var way : ways) lines.add(corners(way.elk), nodes.get(way.from), nodes.get(way.link.to()));
        List<List<Point>> routes = lines.routes();
        List<Edge> edges = new ArrayList<>();
        for (var way : ways) edges.add(edge(edges.size(), way, routes.get(edges.size())));
        return new Diagram(round(root.getWidth()), round(root.getHeight()), corner(start), List.copyOf(drawn),
                branches.stream().map(Graph::lane).toList(), List.copyOf(edges));
    }

    private Node node(Placed placed) {
        var state = placed.state;
        int width = round(placed.elk.getWidth()) - sheets(state);
        return new Node(state.name(), state.type(), placed.parent, !placed.elk.getChildren().isEmpty(), corner(placed.elk), width,
                round(placed.elk.getHeight()) - ending(state) - sheets(state), placed.caption.name(), placed.caption.detail(), placed.caption.service(),
                Link.ends(state) ? Optional.of(width / 2) : Optional.empty());
    }

    private static Lane lane(Branch branch) {
        return new Lane(branch.label, branch.parent, corner(branch.elk), round(branch.elk.getWidth()), round(branch.elk.getHeight()));
    }

    private static List<Point> corners(ElkEdge edge) {
        var offset = corner(edge.getContainingNode());
        List<Point> corners = new ArrayList<>();
        for (var section : edge.getSections()) {
            corners.add(point(offset, section.getStartX(), section.getStartY()));
            section.getBendPoints().forEach(bend -> corners.add(point(offset, bend.getX(), bend.getY())));
            corners.add(point(offset, section.getEndX(), section.getEndY()));
        }
        return corners;
    }

    private static Edge edge(int id, Way way, List<Point> route) {
        return new Edge(id, way.from, way.link.to(), way.link.kind(), route, label(way, route));
    }

    private static Optional<Diagram.Label> label(Way way, List<Point> route) {
        if (way.link.text().isEmpty()) return Optional.empty();
        boolean caught = way.link.kind() == Edge.Kind.CATCH;
        var label = (caught ? way.elk.getSources().getFirst() : way.elk).getLabels().getFirst();
        var at = caught ? new Point(route.getFirst().x() + 8, route.getFirst().y() - LABEL_HEIGHT / 2)
                : point(corner(way.elk.getContainingNode()), label.getX(), label.getY());
        return Optional.of(new Diagram.Label(label.getText(), way.link.text(), at, round(label.getWidth())));
    }

    private static Point corner(ElkNode node) {
        double x = 0;
        double y = 0;
        for (var at = node; at.getParent() != null; at = at.getParent()) {
            x += at.getX();
            y += at.getY();
        }
        return new Point(round(x), round(y));
    }

    private static Point point(Point offset, double x, double y) {
        return new Point(offset.x() + round(x), offset.y() + round(y));
    }

    private static int round(double value) {
        return (int) Math.round(value);
    }
}
