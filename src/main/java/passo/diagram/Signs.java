package passo.diagram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import passo.diagram.Diagram.Edge;
import passo.diagram.Diagram.Node;
import passo.diagram.Diagram.Point;
import passo.diagram.Drawing.Badge;

/// How the standing of a state is told on its node: the badges on its upper edge, and the words for who cannot see them. The
/// first picture and the player that repaints it have them from here.
record Signs(Words words, Function<Duration, String> durations) {

    private static final int ABOVE = -10;

    /// The badges from the right: how it stands, and how often it was tried.
    List<Badge> badges(Node node, Overlay.State state) {
        List<Badge> badges = new ArrayList<>();
        int right = add(badges, "", state.status().icon(), word(state), node.width() - 8);
        if (state.tries() > 1 && !state.ahead()) add(badges, Status.RETRY.css(), Status.RETRY.icon(), words.get("diagram.tries", state.tries()), right);
        return badges;
    }

    private static int add(List<Badge> badges, String status, String icon, String text, int right) {
        int width = (int) Math.round(text.length() * 6.7 + 27);
        badges.add(new Badge(status, icon, text, new Point(right - width, ABOVE), width));
        return right - width - 4;
    }

    private String word(Overlay.State state) {
        if (state.ahead()) return words.get("diagram.ahead");
        if (state.status() != Status.OK) return words.get(state.status().key());
        return state.visits() == 1 ? durations.apply(state.time()) : words.get("diagram.visits", state.visits());
    }

    Badge pin(Node node, int step) {
        String text = words.get("diagram.step", step);
        return new Badge("", "here", text, new Point(-5, node.height() - 6), (int) Math.round(text.length() * 6.6 + 24));
    }

    /// What the node is called before its badges.
    static String head(Node node) {
        return node.label() + " " + node.detail();
    }

    /// And after them.
    static String tail(Node node) {
        return node.label().equals(node.state()) ? "" : ", " + node.state();
    }

    String title(Node node, List<Badge> badges, Optional<Badge> pin, Optional<Status> status) {
        var title = new StringBuilder(head(node));
        badges.forEach(badge -> title.append(' ').append(badge.text()));
        pin.ifPresent(badge -> title.append(' ').append(badge.text()));
        title.append(tail(node));
        status.ifPresent(of -> title.append(", ").append(words.get(of.key())));
        return title.toString();
    }

    /// What stands at an edge that was taken so often.
    static String text(Edge edge, int taken) {
        String label = edge.label().map(Diagram.Label::text).orElse("");
        return taken > 1 ? (label + " ×" + taken).strip() : label;
    }

    /// And how wide that is.
    static int width(Edge edge, int taken) {
        int count = taken > 1 ? (int) Math.round(("×" + taken).length() * 6.5 + 7) : 0;
        return edge.label().map(label -> label.width() + count).orElse(count + 6);
    }
}
