package passo.diagram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import passo.diagram.Diagram.Node;
import passo.diagram.Diagram.Point;

/// The lines of all edges, made calm: ELK spreads the ends of edges evenly over a node, and leads many of them to the right
/// column by a small sidestep. Here the end moves instead, as far as the node and its other edges leave room.
final class Lines {

    /// A sidestep from here on is a way of its own and stays.
    private static final int SIDESTEP = 40;
    /// An end keeps this distance from its node's corners.
    private static final int CORNER = 16;
    /// And this one from other ends.
    private static final int GAP = 12;

    private record Line(List<Point> points, @Nullable Node from, Node to) {}

    private final List<Line> lines = new ArrayList<>();

    /// @param from nothing for the edge of the start
    void add(List<Point> points, @Nullable Node from, Node to) {
        var line = new Line(points, from, to);
        if (from != null) points.set(0, on(from, points.getFirst()));
        points.set(points.size() - 1, on(to, points.getLast()));
        level(points);
        lines.add(line);
    }

    /// A node was laid out with the room for what hangs under it; the line goes on to the node itself.
    private static Point on(Node node, Point point) {
        return new Point(point.x(), Math.min(point.y(), node.at().y() + node.height()));
    }

    /// What is upright or level but for a pixel lost in rounding becomes so.
    private static void level(List<Point> points) {
        for (int i = 1; i < points.size(); i++) {
            Point before = points.get(i - 1);
            Point point = points.get(i);
            if (Math.abs(point.x() - before.x()) <= 1) points.set(i, new Point(before.x(), point.y()));
            else if (Math.abs(point.y() - before.y()) <= 1) points.set(i, new Point(point.x(), before.y()));
        }
    }

    List<List<Point>> routes() {
        for (var line : lines) {
            straighten(line.points.reversed(), line.to);
            if (line.from != null) straighten(line.points, line.from);
        }
        return lines.stream().map(line -> List.copyOf(line.points)).toList();
    }

    /// Takes out the sidestep next to the node that the points begin at: away from it, a little aside, away again.
    private void straighten(List<Point> points, Node node) {
        if (points.size() < 4) return;
        Point end = points.get(0);
        int column = points.get(2).x();
        boolean sidestep = points.get(1).x() == end.x() && points.get(3).x() == column && Math.abs(column - end.x()) < SIDESTEP;
        if (!sidestep || !isFree(new Point(column, end.y()), end, node)) return;
        points.set(0, new Point(column, end.y()));
        points.subList(1, 3).clear();
    }

    private boolean isFree(Point place, Point before, Node node) {
        if (place.x() < node.at().x() + CORNER || place.x() > node.at().x() + node.width() - CORNER) return false;
        int low = Math.min(place.x(), before.x()) - GAP;
        int high = Math.max(place.x(), before.x()) + GAP;
        return lines.stream()
                .flatMap(line -> List.of(line.points.getFirst(), line.points.getLast()).stream())
                .noneMatch(end -> end.y() == place.y() && end.x() > low && end.x() < high && !end.equals(before));
    }
}
