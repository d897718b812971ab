package passo.diagram;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import passo.diagram.Diagram.Point;

/// A diagram with or without a run on it, ready to print: what stands where, in which class, with which words. The template
/// `diagram.jte` prints it in the order of its components, and the later lies above the earlier.
///
/// @param label what a screen reader calls the whole
/// @param ran does it show a run?
/// @param here the node that is looked at
public record Drawing(String label, int width, int height, boolean ran, List<Box> containers, Optional<Box> here, List<Line> lines,
        Point start, List<Box> leaves, List<Tag> tags, List<End> ends, List<Handle> handles) {

    /// A state's node. Its parts are placed from its upper left corner.
    ///
    /// @param css its classes besides `node`
    /// @param status its `data-status`; empty where it has none
    /// @param title what it is called by a screen reader: begins with what can be read on it
    /// @param end where the end stone hangs
    /// @param strip how far down the items of a Map stand
    public record Box(String state, String kind, String css, String status, boolean ahead, Point at, int width, int height, String shape,
            String title, Tile tile, String name, String detail, String service, List<Badge> badges, Optional<Badge> pin,
            Optional<Integer> end, boolean over, List<Diagram.Lane> lanes, List<Cell> items, int strip) {

        public boolean isMap() {
            return kind.equals("Map");
        }

        /// How round the ring about it is.
        public int ring() {
            return kind.equals("Succeed") || kind.equals("Fail") ? height / 2 + 5 : 13;
        }
    }

    /// The tile with the icon of the kind, and where the text beside it begins.
    public record Tile(String icon, String family, Point at, int size, Point name, Point detail) {}

    /// A small sign with an icon and a word, placed from the node's upper left corner.
    ///
    /// @param status its own `data-status`; empty where it has the node's
    public record Badge(String status, String icon, String text, Point at, int width) {}

    /// The line of an edge and the direction of its head.
    public record Line(int edge, String css, String path, Point tip, int direction) {}

    /// What is written at an edge.
    ///
    /// @param whole the text where it is not shortened; empty where it is not
    /// @param shown has it something to say yet?
    public record Tag(int edge, String css, String text, String whole, Point at, int width, boolean caught, boolean shown) {}

    /// An end of an edge that is too long to be drawn, or of several that arrive at one state: a button that leads to the other end.
    ///
    /// @param arrives does it stand before the state that the edges lead to?
    /// @param title what a screen reader calls it: begins with what can be read on it
    public record End(List<Integer> edges, String css, boolean arrives, Sign sign, Point at, String title) {

        /// The ids of the edges, with spaces between.
        public String ids() {
            return edges.stream().map(String::valueOf).collect(joining(" "));
        }
    }

    /// The button that folds a container, or unfolds it.
    public record Handle(String state, boolean folded, Point at, String title) {}

    /// One item of a Map, or several that stand alike.
    public record Cell(String css, int x, int width) {}

    /// A diagram without a run.
    public static Drawing of(Diagram diagram, String label, Words words) {
        return new Drafting(diagram, Optional.empty(), words, Duration::toString).drawing(label);
    }

    /// A diagram with a run on it.
    ///
    /// @param durations writes a duration in the words' language
    public static Drawing of(Diagram diagram, Overlay overlay, String label, Words words, Function<Duration, String> durations) {
        return new Drafting(diagram, Optional.of(overlay), words, durations).drawing(label);
    }
}
