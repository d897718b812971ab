package passo.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import passo.asl.StateMachine;
import passo.diagram.Diagram.Arrival;
import passo.diagram.Diagram.Edge;
import passo.diagram.Diagram.Lane;
import passo.diagram.Diagram.Node;
import passo.diagram.Diagram.Node.Extent;
import passo.diagram.Diagram.Point;
import passo.diagram.Graph.Branch;
import passo.diagram.Graph.Placed;
import passo.diagram.Graph.Way;

/// Reads back where ELK put everything. For one layout.
record Placement(Graph graph) {

    /// What was laid out.
    Diagram diagram() {
        Map<String, Node> nodes = new HashMap<>();
        List<Node> drawn = new ArrayList<>();
        for (var placed : graph.states) {
            var node = node(placed);
            nodes.put(node.state(), node);
            drawn.add(node);
        }
        List<Edge> edges = edges(nodes);
        return new Diagram(round(graph.root.getWidth()), round(graph.root.getHeight()), corner(graph.start), List.copyOf(drawn),
                graph.branches.stream().map(Placement::lane).toList(), edges, graph.arrivals.keySet().stream().map(to -> arrival(to, edges)).toList(), hidden());
    }

    private List<Edge> edges(Map<String, Node> nodes) {
        var lines = new Lines();
        for (var way : graph.ways) {
            if (way instanceof Way.Whole(var from, var link, var elk)) lines.add(corners(elk), nodes.get(from), nodes.get(link.to()));
        }
        Iterator<List<Point>> routes = lines.routes().iterator();
        List<Edge> edges = new ArrayList<>();
        for (var way : graph.ways) {
            edges.add(switch (way) {
                case Way.Whole whole -> edge(edges.size(), whole, routes.next());
                case Way.Cut cut -> edge(edges.size(), cut);
            });
        }
        return List.copyOf(edges);
    }

    private Node node(Placed placed) {
        var state = placed.state();
        int width = round(placed.elk().getWidth()) - Graph.sheets(state);
        return new Node(state.name(), state.type(), placed.parent(), extent(placed), corner(placed.elk()), width,
                round(placed.elk().getHeight()) - Graph.ending(state) - Graph.sheets(state), placed.caption().name(), placed.caption().detail(), placed.caption().service(),
                Link.ends(state) ? Optional.of(width / 2) : Optional.empty());
    }

    private Extent extent(Placed placed) {
        if (!Folding.isContainer(placed.state())) return Extent.LEAF;
        return graph.folded.contains(placed.state().name()) ? Extent.FOLDED : Extent.OPEN;
    }

    private Map<String, String> hidden() {
        Map<String, String> hidden = new HashMap<>();
        for (var placed : graph.states) {
            if (extent(placed) == Extent.FOLDED) StateMachine.inside(placed.state()).flatMap(StateMachine::everyState)
                    .forEach(inner -> hidden.put(inner.name(), placed.state().name()));
        }
        return Map.copyOf(hidden);
    }

    private Arrival arrival(String to, List<Edge> edges) {
        List<Edge> cut = edges.stream().filter(edge -> edge.cut() && edge.to().equals(to)).toList();
        var sign = Sign.from(cut.stream().map(Edge::from).toList(), graph.words);
        Point side = at(graph.arrivals.get(to));
        return new Arrival(to, cut.stream().map(Edge::id).toList(), sign.name(),
                new Point(side.x() - Sign.AWAY - sign.width(), side.y() - Graph.LABEL_HEIGHT / 2), sign.width());
    }

    private static Lane lane(Branch branch) {
        return new Lane(branch.label(), branch.parent(), corner(branch.elk()), round(branch.elk().getWidth()), round(branch.elk().getHeight()));
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
        return new Edge(id, way.from(), way.link().to(), way.link().kind(), route, label(way, route), false);
    }

    private static Edge edge(int id, Way.Cut way) {
        Point side = at(way.side());
        var sign = Sign.to(way.link());
        Point end = new Point(side.x() + Sign.AWAY, side.y());
        var label = new Diagram.Label(sign.text(), way.link().text(), new Point(end.x(), end.y() - Graph.LABEL_HEIGHT / 2), sign.width());
        return new Edge(id, way.from(), way.link().to(), way.link().kind(), List.of(side, end), Optional.of(label), true);
    }

    private static Optional<Diagram.Label> label(Way.Whole way, List<Point> route) {
        if (way.link().text().isEmpty()) return Optional.empty();
        boolean caught = way.link().kind() == Edge.Kind.CATCH;
        var label = (caught ? way.elk().getSources().getFirst() : way.elk()).getLabels().getFirst();
        var at = caught ? new Point(route.getFirst().x() + 8, route.getFirst().y() - Graph.LABEL_HEIGHT / 2)
                : point(corner(way.elk().getContainingNode()), label.getX(), label.getY());
        return Optional.of(new Diagram.Label(label.getText(), way.link().text(), at, round(label.getWidth())));
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
