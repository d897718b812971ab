package passo.diagram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import passo.diagram.Diagram.Edge;
import passo.diagram.Diagram.Edge.Kind;
import passo.diagram.Diagram.Node;
import passo.diagram.Diagram.Point;
import passo.diagram.Drawing.Badge;
import passo.diagram.Drawing.Box;
import passo.diagram.Drawing.Cell;
import passo.diagram.Drawing.Line;
import passo.diagram.Drawing.Tag;
import passo.diagram.Drawing.Tile;

/// Makes a `Drawing` of a diagram, an overlay and words.
final class Drafting {

    private static final int BADGE_ABOVE = -10;
    private static final int MOST_CELLS = 48;

    private final Diagram diagram;
    private final Optional<Overlay> overlay;
    private final Words words;
    private final Function<Duration, String> durations;

    Drafting(Diagram diagram, Optional<Overlay> overlay, Words words, Function<Duration, String> durations) {
        this.diagram = diagram;
        this.overlay = overlay;
        this.words = words;
        this.durations = durations;
    }

    Drawing drawing(String label) {
        List<Box> boxes = diagram.nodes().stream().map(this::box).toList();
        // A line that was taken lies above the others.
        List<Edge> edges = diagram.edges().stream().sorted(Comparator.comparing(edge -> taken(edge) > 0)).toList();
        return new Drawing(label, diagram.width(), diagram.height(), overlay.isPresent(),
                boxes.stream().filter(box -> box.css().contains("box")).toList(),
                boxes.stream().filter(box -> box.pin().isPresent()).findFirst(),
                edges.stream().map(this::line).toList(), diagram.start(),
                boxes.stream().filter(box -> !box.css().contains("box")).toList(),
                edges.stream().flatMap(this::tags).toList());
    }

    private Box box(Node node) {
        Optional<Overlay.State> state = overlay.map(run -> run.states().get(node.state()));
        boolean here = state.isPresent() && isHere(state.get());
        List<Badge> badges = state.map(of -> badges(of, node.width() - 8)).orElse(List.of());
        Optional<Badge> pin = here ? Optional.of(pin(node)) : Optional.empty();
        String status = overlay.map(run -> run.status(node.state()).css()).orElse("");
        return new Box(node.state(), node.kind(), (node.container() ? " box" : "") + (here ? " here" : ""), status,
                state.map(Overlay.State::ahead).orElse(false), node.at(), node.width(), node.height(),
                Shape.path(node.kind(), node.width(), node.height()), title(node, state, badges, pin), tile(node), node.label(),
                node.detail(), node.service(), badges, pin, node.end(), state.map(Overlay.State::isOver).orElse(false),
                diagram.lanes().stream().filter(lane -> lane.parent().equals(node.state())).toList(),
                cells(state.map(Overlay.State::items).orElse(List.of()), node.width() - 28));
    }

    private boolean isHere(Overlay.State state) {
        return overlay.flatMap(Overlay::step).filter(step -> !state.ahead() && state.last() == step).isPresent();
    }

    private static Tile tile(Node node) {
        String icon = Kinds.icon(node.kind());
        String family = Kinds.family(node.kind());
        if (node.container()) return new Tile(icon, family, new Point(10, 9), 26, new Point(44, 27), new Point(44, 27));
        int x = switch (node.kind()) {
            case "Succeed", "Fail" -> 13;
            case "Choice", "Wait" -> 12;
            default -> 10;
        };
        int y = (node.height() - 32) / 2;
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
        String run = overlay.isEmpty() ? "" : taken(edge) > 0 ? " taken" : " untaken";
        return edge.kind() == Kind.CATCH ? run + " catch" : run;
    }

    /// An edge's label, and how often it was taken where that was more than once.
    private Stream<Tag> tags(Edge edge) {
        String count = taken(edge) > 1 ? "×" + taken(edge) : "";
        String css = (taken(edge) > 0 ? " taken" : "") + (edge.kind() == Kind.CATCH ? " catch" : "");
        int extra = (int) Math.round(count.length() * 6.5 + 7);
        if (edge.label().isPresent()) {
            var label = edge.label().get();
            String text = count.isEmpty() ? label.text() : label.text() + " " + count;
            return Stream.of(new Tag(edge.id(), css, text, label.whole().equals(label.text()) ? "" : label.whole(), label.at(),
                    label.width() + (count.isEmpty() ? 0 : extra), edge.kind() == Kind.CATCH));
        }
        if (count.isEmpty()) return Stream.empty();
        return Stream.of(new Tag(edge.id(), css, count, "", beside(Route.middle(edge.route()), extra + 6), extra + 6, false));
    }

    /// Left of the line, where a label would stand; no badge is there.
    private static Point beside(Point middle, int width) {
        return new Point(middle.x() - width - 5, middle.y() - 9);
    }
}
