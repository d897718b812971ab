package passo.diagram;

import java.util.List;
import java.util.Optional;

/// A state machine drawn in the plane: where each state stands and how the edges run, in one language, in whole pixels from
/// the upper left corner. `Layout` makes it; immutable.
///
/// @param start the upper left corner of the start stone
/// @param nodes a container before what it contains
public record Diagram(int width, int height, Point start, List<Node> nodes, List<Lane> lanes, List<Edge> edges) {

    /// The side of the start stone.
    public static final int STONE = 14;

    public record Point(int x, int y) {}

    /// A state.
    ///
    /// @param parent the Parallel or Map state it stands in; empty at the top
    /// @param container does it show states of its own?
    /// @param label its name, shortened where it is long
    /// @param detail what it does, in a few words
    /// @param service the icon of the service it calls; empty where there is none
    /// @param end where under the node the end stone hangs; empty where the state leads on
    public record Node(String state, String kind, String parent, boolean container, Point at, int width, int height,
            String label, String detail, String service, Optional<Integer> end) {}

    /// A branch of a Parallel state.
    public record Lane(String label, String parent, Point at, int width, int height) {}

    /// Where one state leads to another, or the start to the first state (`from` is then empty).
    ///
    /// @param id its place in the list of edges
    /// @param route the corners that the line turns, from its beginning to the arrow's tip
    public record Edge(int id, String from, String to, Kind kind, List<Point> route, Optional<Label> label) {

        /// Why an edge is taken: it is the start, the one way on, a rule of a Choice, its `Default`, or a caught error.
        public enum Kind { START, NEXT, RULE, OTHERWISE, CATCH }
    }

    /// What is written at an edge.
    ///
    /// @param text shortened where it is long
    /// @param whole not shortened
    public record Label(String text, String whole, Point at, int width) {}
}
