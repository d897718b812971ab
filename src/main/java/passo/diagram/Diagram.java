package passo.diagram;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A state machine drawn in the plane: where each state stands and how the edges run, in one language, in whole pixels from
/// the upper left corner. `Layout` makes it; immutable.
///
/// @param start the upper left corner of the start stone
/// @param nodes a container before what it contains
/// @param arrivals where the edges end that are too long to be drawn
/// @param hidden by the name of a state that is folded away, the folded container that is drawn in its place
public record Diagram(int width, int height, Point start, List<Node> nodes, List<Lane> lanes, List<Edge> edges, List<Arrival> arrivals,
        Map<String, String> hidden) {

    /// Of a machine that is not drawn.
    public static final Diagram BLANK = new Diagram(0, 0, new Point(0, 0), List.of(), List.of(), List.of(), List.of(), Map.of());

    /// The side of the start stone.
    public static final int STONE = 14;

    public record Point(int x, int y) {}

    /// A state.
    ///
    /// @param parent the Parallel or Map state it stands in; empty at the top
    /// @param label its name, shortened where it is long
    /// @param detail what it does, in a few words
    /// @param service the icon of the service it calls; empty where there is none
    /// @param end where under the node the end stone hangs; empty where the state leads on
    public record Node(String state, String kind, String parent, Extent extent, Point at, int width, int height,
            String label, String detail, String service, Optional<Integer> end) {

        /// What is drawn inside: there is nothing, it is shown, or it is folded away.
        public enum Extent { LEAF, OPEN, FOLDED }
    }

    /// A branch of a Parallel state.
    public record Lane(String label, String parent, Point at, int width, int height) {}

    /// Where one state leads to another, or the start to the first state (`from` is then empty).
    ///
    /// @param id its place in the list of edges
    /// @param route the corners that the line turns, from its beginning to the arrow's tip
    /// @param cut is it too long to be drawn? Then its line ends at its label, and the label names where it leads
    public record Edge(int id, String from, String to, Kind kind, List<Point> route, Optional<Label> label, boolean cut) {

        /// Why an edge is taken: it is the start, the one way on, a rule of a Choice, its `Default`, or a caught error.
        public enum Kind { START, NEXT, RULE, OTHERWISE, CATCH }
    }

    /// Where edges arrive that are too long to be drawn, at the left of a state.
    ///
    /// @param edges their ids
    /// @param from where they come from: the name of a state, or how many
    public record Arrival(String to, List<Integer> edges, String from, Point at, int width) {}

    /// What is written at an edge.
    ///
    /// @param text shortened where it is long
    /// @param whole not shortened
    public record Label(String text, String whole, Point at, int width) {}
}
