package passo.diagram;

import java.util.List;
import passo.diagram.Diagram.Edge;

/// What stands at an end of an edge that is too long to be drawn: perhaps the ball in its cup, a text, an arrow, and the name of
/// the other end. Its parts are placed from its left.
///
/// @param text why the edge is taken; empty where there is only one way, and where the edge arrives
/// @param name what stands at the other end
public record Sign(boolean caught, String text, String name) {

    /// From the state's side to the sign.
    public static final int AWAY = 12;
    private static final int LONGEST_NAME = 34;
    private static final int LONGEST_TEXT = 40;
    private static final int ARROW = 17;
    private static final int MARGIN = 6;

    /// At the beginning of the edge.
    static Sign to(Link link) {
        return new Sign(link.kind() == Edge.Kind.CATCH, Caption.shortened(link.text(), LONGEST_TEXT), Caption.shortened(link.to(), LONGEST_NAME));
    }

    /// At the beginning of the edge as it was laid out.
    static Sign to(Edge edge) {
        return new Sign(edge.kind() == Edge.Kind.CATCH, edge.label().map(Diagram.Label::text).orElse(""), Caption.shortened(edge.to(), LONGEST_NAME));
    }

    /// At the end of all edges that are too long and end at a state.
    ///
    /// @param states where they begin
    static Sign from(List<String> states, Words words) {
        long count = states.stream().distinct().count();
        return new Sign(false, "", count == 1 ? Caption.shortened(states.getFirst(), LONGEST_NAME) : words.get("diagram.states", count));
    }

    /// What can be read on it.
    String read() {
        return text.isEmpty() ? name : text + " " + name;
    }

    public int textAt() {
        return caught ? 22 : MARGIN;
    }

    public int arrowAt() {
        return text.isEmpty() ? textAt() : textAt() + Letters.label(text) + 3;
    }

    public int nameAt() {
        return arrowAt() + ARROW;
    }

    public int width() {
        return nameAt() + Letters.label(name) + MARGIN;
    }
}
