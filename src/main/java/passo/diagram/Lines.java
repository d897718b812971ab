package passo.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        for (var line : lines) join(line);
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
        long near = lines.stream()
                .flatMap(line -> Stream.of(line.points.getFirst(), line.points.getLast()))
                .filter(end -> end.y() == place.y() && end.x() > low && end.x() < high)
                .count();
        return near == 1; // the end itself
    }

    /// An error's line leaves at the side, goes down, and then a little aside to its column: it goes down in that column at once.
    private void join(Line line) {
        List<Point> points = line.points;
        if (points.size() < 5) return;
        Point side = points.get(0);
        int column = points.get(3).x();
        boolean sidestep = points.get(1).y() == side.y() && points.get(2).x() == points.get(1).x() && points.get(2).y() == points.get(3).y()
                && points.get(4).x() == column && Math.abs(column - points.get(1).x()) < SIDESTEP && column > side.x() + GAP;
        if (!sidestep || isCrossed(line, column, Math.min(side.y(), points.get(2).y()), Math.max(side.y(), points.get(2).y()))) return;
        points.set(1, new Point(column, side.y()));
        points.subList(2, 4).clear();
    }

    /// Is there something else in this part of a column? Lines to the same state may run in one.
    private boolean isCrossed(Line own, int column, int top, int bottom) {
        for (var line : lines) {
            Node node = line.to;
            if (column > node.at().x() - GAP && column < node.at().x() + node.width() + GAP
                    && bottom > node.at().y() && top < node.at().y() + node.height() && node != own.from) return true;
            if (line.to == own.to) continue;
            for (int i = 1; i < line.points.size(); i++) {
                Point before = line.points.get(i - 1);
                Point after = line.points.get(i);
                if (Math.abs(before.x() - column) < GAP && Math.abs(after.x() - column) < GAP
                        && Math.max(before.y(), after.y()) > top && Math.min(before.y(), after.y()) < bottom) return true;
            }
        }
        return false;
    }
}
