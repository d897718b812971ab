package passo.diagram;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import passo.diagram.Diagram.Edge;
import passo.diagram.Diagram.Edge.Kind;
import passo.diagram.Diagram.Node;
import passo.diagram.Diagram.Node.Extent;
import passo.diagram.Diagram.Point;
import passo.diagram.Drawing.Badge;
import passo.diagram.Drawing.Box;
import passo.diagram.Drawing.Cell;
import passo.diagram.Drawing.End;
import passo.diagram.Drawing.Handle;
import passo.diagram.Drawing.Line;
import passo.diagram.Drawing.Tag;
import passo.diagram.Drawing.Tile;

/// Makes a `Drawing` of a diagram, an overlay and words.
final class Drafting {

    /// Of a folded container without what hangs below its name.
    private static final int FOLDED_HEIGHT = 54;
    /// The height of a tag.
    private static final int TAG = 19;

    private final Diagram diagram;
    private final Optional<Overlay> overlay;
    private final Words words;
    private final Signs signs;
    private final Optional<String> here;

    Drafting(Diagram diagram, Optional<Overlay> overlay, Words words, Function<Duration, String> durations) {
        this.diagram = diagram;
        this.overlay = overlay;
        this.words = words;
        this.signs = new Signs(words, durations);
        // Of a state that is folded away, the container.
        this.here = overlay.flatMap(Overlay::here).map(state -> diagram.hidden().getOrDefault(state, state));
    }

    Drawing drawing(String label) {
        Map<Boolean, List<Box>> boxes = diagram.nodes().stream()
                .collect(partitioningBy(node -> node.extent() == Extent.OPEN, mapping(this::box, toList())));
        // A line that was taken lies above the others.
        List<Edge> edges = diagram.edges().stream().filter(edge -> !edge.cut()).sorted(Comparator.comparing(edge -> taken(edge) > 0)).toList();
        return new Drawing(label, diagram.width(), diagram.height(), overlay.isPresent(),
                boxes.get(true), Stream.concat(boxes.get(true).stream(), boxes.get(false).stream()).filter(box -> box.pin().isPresent()).findFirst(),
                edges.stream().map(this::line).toList(), diagram.start(), boxes.get(false), tags(), ends(), handles());
    }

    private Box box(Node node) {
        Optional<Overlay.State> state = overlay.map(run -> run.states().get(node.state()));
        boolean here = this.here.filter(node.state()::equals).isPresent();
        List<Badge> badges = state.map(of -> signs.badges(node, of)).orElse(List.of());
        Optional<Badge> pin = here ? overlay.flatMap(Overlay::step).map(step -> signs.pin(node, step)) : Optional.empty();
        Optional<Status> status = overlay.map(run -> run.status(node.state()));
        return new Box(node.state(), node.kind(), css(node.extent()) + (here ? " here" : ""), status.map(Status::css).orElse(""),
                state.map(Overlay.State::ahead).orElse(false), node.at(), node.width(), node.height(),
                Shape.path(node.kind(), node.width(), node.height()), signs.title(node, badges, pin, status), tile(node), node.label(),
                node.detail(), node.service(), badges, pin, node.end(), state.map(Overlay.State::isOver).orElse(false),
                diagram.lanes().stream().filter(lane -> lane.parent().equals(node.state())).toList(),
                cells(node), node.extent() == Extent.OPEN ? 40 : node.height() - 15);
    }

    private static String css(Extent extent) {
        return switch (extent) {
            case LEAF -> "";
            case OPEN -> " box";
            case FOLDED -> " folded";
        };
    }

    private static Tile tile(Node node) {
        String icon = Kinds.icon(node.kind());
        String family = Kinds.family(node.kind());
        if (node.extent() == Extent.OPEN) return new Tile(icon, family, new Point(10, 9), 26, new Point(44, 27), new Point(44, 27));
        int x = switch (node.kind()) {
            case "Succeed", "Fail" -> 13;
            case "Choice", "Wait" -> 12;
            default -> 10;
        };
        int y = ((node.extent() == Extent.FOLDED ? FOLDED_HEIGHT : node.height()) - 32) / 2;
        return new Tile(icon, family, new Point(x, y), 32, new Point(x + 41, y + 13), new Point(x + 41, y + 30));
    }

    private List<Cell> cells(Node node) {
        List<Status> items = overlay.map(run -> run.items().getOrDefault(node.state(), List.of())).orElse(List.of());
        return Strip.of(items.size(), node.width()).of(items);
    }

    private int taken(Edge edge) {
        return overlay.map(run -> edge.kind() == Kind.START ? 1 : run.taken().getOrDefault(edge.id(), 0)).orElse(0);
    }

    private Line line(Edge edge) {
        return new Line(edge.id(), css(edge), Route.path(edge.route()), edge.route().getLast(), Route.direction(edge.route()));
    }

    private String css(Edge edge) {
        return css(edge, overlay.isEmpty() ? "" : " untaken");
    }

    private String css(Edge edge, String untaken) {
        String run = taken(edge) > 0 ? " taken" : untaken;
        return edge.kind() == Kind.CATCH ? run + " catch" : run;
    }

    /// The labels of edges, and how often each was taken where that was more than once. Labels have room of their own; a count
    /// stands where it finds some, and keeps that place through the whole run.
    private List<Tag> tags() {
        List<Tag> tags = new ArrayList<>();
        List<Edge> drawn = diagram.edges().stream().filter(edge -> !edge.cut()).toList();
        for (var edge : drawn) edge.label().ifPresent(label -> tags.add(tag(edge, label)));
        for (var edge : drawn) if (edge.label().isEmpty() && all(edge) > 1) tags.add(count(edge, drawn, tags));
        return tags;
    }

    private int all(Edge edge) {
        return overlay.map(run -> run.all().getOrDefault(edge.id(), 0)).orElse(0);
    }

    private Tag tag(Edge edge, Diagram.Label label) {
        return new Tag(edge.id(), css(edge, ""), Signs.text(edge, taken(edge)), label.whole().equals(label.text()) ? "" : label.whole(), label.at(),
                Signs.width(edge, taken(edge)), edge.kind() == Kind.CATCH, true);
    }

    /// Left of the line, where a label would stand and no badge is; right of it where another line or tag is in the way.
    private Tag count(Edge edge, List<Edge> edges, List<Tag> others) {
        int width = Signs.width(edge, all(edge));
        Point middle = Route.middle(edge.route());
        Point left = new Point(middle.x() - width - 5, middle.y() - TAG / 2);
        Point right = new Point(middle.x() + 5, left.y());
        boolean crowded = others.stream().anyMatch(tag -> Math.abs(tag.at().y() - left.y()) < TAG
                        && left.x() < tag.at().x() + tag.width() && tag.at().x() < middle.x())
                || edges.stream().anyMatch(other -> other != edge && Route.crosses(other.route(), left, new Point(middle.x() - 1, left.y() + TAG)));
        return new Tag(edge.id(), css(edge, ""), Signs.text(edge, taken(edge)), "", crowded ? right : left, width, false, taken(edge) > 1);
    }

    private List<End> ends() {
        List<End> ends = new ArrayList<>();
        for (var edge : diagram.edges()) edge.label().filter(_ -> edge.cut()).ifPresent(label -> ends.add(departure(edge, label)));
        for (var arrival : diagram.arrivals()) {
            boolean taken = arrival.edges().stream().anyMatch(edge -> taken(diagram.edges().get(edge)) > 0);
            ends.add(new End(arrival.edges(), taken ? " taken" : "", true, new Sign(false, "", arrival.from()), arrival.at(),
                    words.get("diagram.sign.from", arrival.from(), arrival.to())));
        }
        return ends;
    }

    private End departure(Edge edge, Diagram.Label label) {
        var sign = Sign.to(edge);
        return new End(List.of(edge.id()), css(edge, ""), false, sign, label.at(),
                words.get("diagram.sign.to", sign.read(), edge.from()) + (label.whole().equals(label.text()) ? "" : ", " + label.whole()));
    }

    private List<Handle> handles() {
        return diagram.nodes().stream().filter(node -> node.extent() != Extent.LEAF).map(node -> {
            boolean folded = node.extent() == Extent.FOLDED;
            return new Handle(node.state(), folded, new Point(node.at().x() + node.width() - 34, node.at().y() + (folded ? 16 : 13)),
                    words.get(folded ? "diagram.unfold" : "diagram.fold", node.state()));
        }).toList();
    }
}
