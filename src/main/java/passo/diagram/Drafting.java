package passo.diagram;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final int BADGE_ABOVE = -10;
    private static final int MOST_CELLS = 48;
    /// Of a folded container without what hangs below its name.
    private static final int FOLDED_HEIGHT = 54;
    /// The height of a tag.
    private static final int TAG = 19;

    private final Diagram diagram;
    private final Optional<Overlay> overlay;
    private final Words words;
    private final Function<Duration, String> durations;
    private final Set<String> here;

    Drafting(Diagram diagram, Optional<Overlay> overlay, Words words, Function<Duration, String> durations) {
        this.diagram = diagram;
        this.overlay = overlay;
        this.words = words;
        this.durations = durations;
        this.here = here();
    }

    Drawing drawing(String label) {
        Map<Boolean, List<Box>> boxes = diagram.nodes().stream()
                .collect(partitioningBy(node -> node.extent() == Extent.OPEN, mapping(this::box, toList())));
        // A line that was taken lies above the others.
        List<Edge> edges = diagram.edges().stream().filter(edge -> !edge.cut()).sorted(Comparator.comparing(edge -> taken(edge) > 0)).toList();
        return new Drawing(label, diagram.width(), diagram.height(), overlay.isPresent(),
                boxes.get(true), Stream.concat(boxes.get(true).stream(), boxes.get(false).stream()).filter(box -> box.pin().isPresent()).findFirst(),
                edges.stream().map(this::line).toList(), diagram.start(), boxes.get(false), tags(edges), ends(), handles());
    }

    private Box box(Node node) {
        Optional<Overlay.State> state = overlay.map(run -> run.states().get(node.state()));
        boolean here = this.here.contains(node.state());
        List<Badge> badges = state.map(of -> badges(of, node.width() - 8)).orElse(List.of());
        Optional<Badge> pin = here ? Optional.of(pin(node)) : Optional.empty();
        String status = overlay.map(run -> run.status(node.state()).css()).orElse("");
        return new Box(node.state(), node.kind(), css(node.extent()) + (here ? " here" : ""), status,
                state.map(Overlay.State::ahead).orElse(false), node.at(), node.width(), node.height(),
                Shape.path(node.kind(), node.width(), node.height()), title(node, state, badges, pin), tile(node), node.label(),
                node.detail(), node.service(), badges, pin, node.end(), state.map(Overlay.State::isOver).orElse(false),
                diagram.lanes().stream().filter(lane -> lane.parent().equals(node.state())).toList(),
                cells(state.map(Overlay.State::items).orElse(List.of()), node.width() - 28), node.extent() == Extent.OPEN ? 40 : node.height() - 15);
    }

    private static String css(Extent extent) {
        return switch (extent) {
            case LEAF -> "";
            case OPEN -> " box";
            case FOLDED -> " folded";
        };
    }

    /// The nodes of the step that is looked at; of a state that is folded away the container.
    private Set<String> here() {
        return overlay.stream()
                .flatMap(run -> run.states().entrySet().stream()
                        .filter(state -> !state.getValue().ahead() && run.step().filter(step -> state.getValue().last() == step).isPresent()))
                .map(state -> diagram.hidden().getOrDefault(state.getKey(), state.getKey())).collect(toSet());
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

    /// The badges on the upper edge, from the right: how it stands, and how often it was tried.
    private List<Badge> badges(Overlay.State state, int right) {
        List<Badge> badges = new ArrayList<>();
        right = add(badges, "", state.status().icon(), word(state), right);
        if (state.tries() > 1 && !state.ahead()) add(badges, Status.RETRY.css(), Status.RETRY.icon(), words.get("diagram.tries", state.tries()), right);
        return badges;
    }

    private static int add(List<Badge> badges, String status, String icon, String text, int right) {
        int width = (int) Math.round(text.length() * 6.7 + 27);
        badges.add(new Badge(status, icon, text, new Point(right - width, BADGE_ABOVE), width));
        return right - width - 4;
    }

    private String word(Overlay.State state) {
        if (state.ahead()) return words.get("diagram.ahead");
        if (state.status() != Status.OK) return words.get(state.status().key());
        return state.visits() == 1 ? durations.apply(state.time()) : words.get("diagram.visits", state.visits());
    }

    private Badge pin(Node node) {
        String text = words.get("diagram.step", overlay.flatMap(Overlay::step).orElseThrow());
        return new Badge("", "here", text, new Point(-5, node.height() - 6), (int) Math.round(text.length() * 6.6 + 24));
    }

    private String title(Node node, Optional<Overlay.State> state, List<Badge> badges, Optional<Badge> pin) {
        var title = new StringBuilder(node.label()).append(' ').append(node.detail());
        Stream.concat(badges.stream(), pin.stream()).forEach(badge -> title.append(' ').append(badge.text()));
        if (!node.label().equals(node.state())) title.append(", ").append(node.state());
        overlay.ifPresent(run -> title.append(", ").append(words.get(run.status(node.state()).key())));
        return title.toString();
    }

    /// A Map's items as a strip; of many items a cell stands for several and shows the loudest.
    private static List<Cell> cells(List<Status> items, int room) {
        if (items.isEmpty()) return List.of();
        int count = Math.min(items.size(), Math.min(MOST_CELLS, room / 6));
        int pitch = Math.min(14, room / count);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var part = items.subList((int) ((long) items.size() * i / count), (int) ((long) items.size() * (i + 1) / count));
            cells.add(new Cell(css(part.stream().max(Comparator.naturalOrder()).orElseThrow()), 14 + i * pitch, pitch - 2));
        }
        return cells;
    }

    private static String css(Status item) {
        return item == Status.SKIP ? "none" : item.css();
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
    /// stands where it finds some.
    private List<Tag> tags(List<Edge> edges) {
        List<Tag> tags = new ArrayList<>();
        for (var edge : edges) edge.label().ifPresent(label -> tags.add(tag(edge, label)));
        for (var edge : edges) if (edge.label().isEmpty() && taken(edge) > 1) tags.add(count(edge, edges, tags));
        return tags;
    }

    private Tag tag(Edge edge, Diagram.Label label) {
        String text = taken(edge) > 1 ? label.text() + " " + count(edge) : label.text();
        return new Tag(edge.id(), css(edge, ""), text, label.whole().equals(label.text()) ? "" : label.whole(), label.at(),
                label.width() + (taken(edge) > 1 ? width(count(edge)) : 0), edge.kind() == Kind.CATCH);
    }

    /// Left of the line, where a label would stand and no badge is; right of it where another line or tag is in the way.
    private Tag count(Edge edge, List<Edge> edges, List<Tag> others) {
        int width = width(count(edge)) + 6;
        Point middle = Route.middle(edge.route());
        Point left = new Point(middle.x() - width - 5, middle.y() - TAG / 2);
        Point right = new Point(middle.x() + 5, left.y());
        boolean crowded = others.stream().anyMatch(tag -> Math.abs(tag.at().y() - left.y()) < TAG
                        && left.x() < tag.at().x() + tag.width() && tag.at().x() < middle.x())
                || edges.stream().anyMatch(other -> other != edge && Route.crosses(other.route(), left, new Point(middle.x() - 1, left.y() + TAG)));
        return new Tag(edge.id(), css(edge, ""), count(edge), "", crowded ? right : left, width, false);
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
            return new Handle(node.state(), folded, new Point(node.at().x() + node.width() - 34, node.at().y() + (folded ? 15 : 10)),
                    words.get(folded ? "diagram.unfold" : "diagram.fold", node.state()));
        }).toList();
    }

    private String count(Edge edge) {
        return "×" + taken(edge);
    }

    private static int width(String count) {
        return (int) Math.round(count.length() * 6.5 + 7);
    }
}
