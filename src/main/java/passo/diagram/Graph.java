package passo.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import passo.diagram.Diagram.Arrival;
import passo.diagram.Diagram.Edge;
import passo.diagram.Diagram.Lane;
import passo.diagram.Diagram.Node;
import passo.diagram.Diagram.Node.Extent;
import passo.diagram.Diagram.Point;

/// A machine as ELK's graph: told what there is and how large, it is laid out, then read back as a `Diagram`. For one thread
/// and one layout.
final class Graph {

    private static final int LEAF_HEIGHT = 54;
    private static final int LEAF_WIDTH = 156;
    private static final int LABEL_HEIGHT = 19;
    private static final int LONGEST_LABEL = 40;
    /// The room under a node that an end stone and its thread take.
    private static final int END = 20;
    /// The room beside and under a Map that its stacked sheets take.
    private static final int SHEETS = 8;
    /// The room that a folded Map's items take.
    private static final int STRIP = 14;
    /// The room that the handle takes which unfolds a container.
    private static final int HANDLE = 30;

    private record Placed(State state, Caption caption, String parent, ElkNode elk) {}

    private record Branch(String label, String parent, ElkNode elk) {}

    private sealed interface Way {
        String from();

        Link link();

        record Whole(String from, Link link, ElkEdge elk) implements Way {}

        /// Too long to be drawn: it ends beside the state that it leaves.
        record Cut(String from, Link link, ElkPort side) implements Way {}
    }

    private final Words words;
    private final Set<String> folded;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final ElkNode start;
    private final List<Placed> states = new ArrayList<>();
    private final List<Branch> branches = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    /// Where cut ways arrive, by the state.
    private final Map<String, ElkPort> arrivals = new LinkedHashMap<>();

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

    ElkNode root() {
        return root;
    }

    int links() {
        return ways.size();
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
        ways.add(new Way.Whole(name, link, edge));
    }

    private String cut(String from, ElkNode node, Link link) {
        ways.add(new Way.Cut(from, link, sign(node, PortSide.EAST, Sign.to(link))));
        return from;
    }

    /// Room for a sign at a side of a node.
    private static ElkPort sign(ElkNode node, PortSide where, Sign sign) {
        var side = side(node, where);
        ElkGraphUtil.createLabel("", side).setDimensions(Sign.AWAY + sign.width(), LABEL_HEIGHT);
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

    /// What was laid out.
    Diagram diagram() {
        Map<String, Node> nodes = new HashMap<>();
        List<Node> drawn = new ArrayList<>();
        for (var placed : states) {
            var node = node(placed);
            nodes.put(node.state(), node);
            drawn.add(node);
        }
        List<Edge> edges = edges(nodes);
        return new Diagram(round(root.getWidth()), round(root.getHeight()), corner(start), List.copyOf(drawn),
                branches.stream().map(Graph::lane).toList(), edges, arrivals.keySet().stream().map(to -> arrival(to, edges)).toList(), hidden());
    }

    private List<Edge> edges(Map<String, Node> nodes) {
        var lines = new Lines();
        for (var way : ways) {
            if (way instanceof Way.Whole(var from, var link, var elk)) lines.add(corners(elk), nodes.get(from), nodes.get(link.to()));
        }
        Iterator<List<Point>> routes = lines.routes().iterator();
        List<Edge> edges = new ArrayList<>();
        for (var way : ways) {
            edges.add(switch (way) {
                case Way.Whole whole -> edge(edges.size(), whole, routes.next());
                case Way.Cut cut -> edge(edges.size(), cut);
            });
        }
        return List.copyOf(edges);
    }

    private Node node(Placed placed) {
        var state = placed.state;
        int width = round(placed.elk.getWidth()) - sheets(state);
        Extent extent = folded.contains(state.name()) && Folding.isContainer(state) ? Extent.FOLDED : placed.elk.getChildren().isEmpty() ? Extent.LEAF : Extent.OPEN;
        return new Node(state.name(), state.type(), placed.parent, extent, corner(placed.elk), width,
                round(placed.elk.getHeight()) - ending(state) - sheets(state), placed.caption.name(), placed.caption.detail(), placed.caption.service(),
                Link.ends(state) ? Optional.of(width / 2) : Optional.empty());
    }

    private Map<String, String> hidden() {
        Map<String, String> hidden = new HashMap<>();
        for (var placed : states) {
            if (folded.contains(placed.state.name())) StateMachine.inside(placed.state).flatMap(StateMachine::everyState)
                    .forEach(inner -> hidden.put(inner.name(), placed.state.name()));
        }
        return Map.copyOf(hidden);
    }

    private Arrival arrival(String to, List<Edge> edges) {
        List<Edge> cut = edges.stream().filter(edge -> edge.cut() && edge.to().equals(to)).toList();
        var sign = Sign.from(cut.stream().map(Edge::from).toList(), words);
        Point side = at(arrivals.get(to));
        return new Arrival(to, cut.stream().map(Edge::id).toList(), sign.name(),
                new Point(side.x() - Sign.AWAY - sign.width(), side.y() - LABEL_HEIGHT / 2), sign.width());
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

    private static Edge edge(int id, Way.Whole way, List<Point> route) {
        return new Edge(id, way.from, way.link.to(), way.link.kind(), route, label(way, route), false);
    }

    private static Edge edge(int id, Way.Cut way) {
        Point side = at(way.side);
        var sign = Sign.to(way.link);
        Point end = new Point(side.x() + Sign.AWAY, side.y());
        var label = new Diagram.Label(sign.text(), way.link.text(), new Point(end.x(), end.y() - LABEL_HEIGHT / 2), sign.width());
        return new Edge(id, way.from, way.link.to(), way.link.kind(), List.of(side, end), Optional.of(label), true);
    }

    private static Optional<Diagram.Label> label(Way.Whole way, List<Point> route) {
        if (way.link.text().isEmpty()) return Optional.empty();
        boolean caught = way.link.kind() == Edge.Kind.CATCH;
        var label = (caught ? way.elk.getSources().getFirst() : way.elk).getLabels().getFirst();
        var at = caught ? new Point(route.getFirst().x() + 8, route.getFirst().y() - LABEL_HEIGHT / 2)
                : point(corner(way.elk.getContainingNode()), label.getX(), label.getY());
        return Optional.of(new Diagram.Label(label.getText(), way.link.text(), at, round(label.getWidth())));
    }

    private static Point at(ElkPort port) {
        return point(corner(port.getParent()), port.getX(), port.getY());
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
