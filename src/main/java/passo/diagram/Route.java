package passo.diagram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import passo.diagram.Diagram.Node;
import passo.diagram.Diagram.Point;

/// The way of an edge's line: put to the edge of the nodes, made calm, and with round corners.
final class Route {

    /// The arrow's head covers the last pixels of the line.
    private static final int HEAD = 7;
    private static final int RADIUS = 8;
    /// A sidestep shorter than this is taken out.
    private static final int JOG = 12;
    /// An edge keeps this distance from its node's corner.
    private static final int CORNER = 14;

    private Route() {}

    static List<Point> of(List<Point> corners, @Nullable Node from, Node to) {
        List<Point> points = new ArrayList<>(corners);
        if (from != null) points.set(0, within(points.getFirst(), from));
        points.set(points.size() - 1, within(points.getLast(), to));
        straighten(points, from, to);
        return List.copyOf(points);
    }

    /// A node with an end stone was laid out with the room for it; the line goes on to the node itself.
    private static Point within(Point point, Node node) {
        return new Point(point.x(), Math.min(point.y(), node.at().y() + node.height()));
    }

    /// Takes out one small sidestep: down, a few pixels aside, down again.
    private static void straighten(List<Point> points, @Nullable Node from, Node to) {
        if (points.size() != 4) return;
        Point first = points.getFirst();
        Point last = points.getLast();
        if (Math.abs(first.x() - last.x()) >= JOG || first.x() == last.x()) return;
        if (holds(to, first.x())) points.set(3, new Point(first.x(), last.y()));
        else if (from != null && holds(from, last.x())) points.set(0, new Point(last.x(), first.y()));
        else return;
        points.subList(1, 3).clear();
    }

    private static boolean holds(Node node, int x) {
        return x >= node.at().x() + CORNER && x <= node.at().x() + node.width() - CORNER;
    }

    /// The line as SVG's path data, up to the arrow's head.
    static String path(List<Point> route) {
        var path = new StringBuilder("M").append(text(route.getFirst()));
        for (int i = 1; i < route.size() - 1; i++) {
            Point corner = route.get(i);
            int radius = Math.min(RADIUS, Math.min(distance(route.get(i - 1), corner), distance(corner, route.get(i + 1))) / 2);
            path.append('L').append(text(towards(corner, route.get(i - 1), radius)))
                    .append('Q').append(text(corner)).append(' ').append(text(towards(corner, route.get(i + 1), radius)));
        }
        Point tip = route.getLast();
        Point before = route.get(route.size() - 2);
        return path.append('L').append(text(towards(tip, before, Math.min(HEAD, distance(before, tip))))).toString();
    }

    /// The direction of the arrow's head in degrees, clockwise from the right.
    static int direction(List<Point> route) {
        Point tip = route.getLast();
        Point before = route.get(route.size() - 2);
        return (int) Math.round(Math.toDegrees(Math.atan2(tip.y() - before.y(), tip.x() - before.x())));
    }

    /// The middle of the longest straight part.
    static Point middle(List<Point> route) {
        int longest = 1;
        for (int i = 2; i < route.size(); i++) {
            if (distance(route.get(i - 1), route.get(i)) > distance(route.get(longest - 1), route.get(longest))) longest = i;
        }
        Point begin = route.get(longest - 1);
        Point end = route.get(longest);
        return new Point((begin.x() + end.x()) / 2, (begin.y() + end.y()) / 2);
    }

    // Lines are upright or level, so the longer side is the distance.
    private static int distance(Point one, Point other) {
        return Math.max(Math.abs(one.x() - other.x()), Math.abs(one.y() - other.y()));
    }

    private static Point towards(Point from, Point to, int distance) {
        return new Point(from.x() + Integer.signum(to.x() - from.x()) * distance, from.y() + Integer.signum(to.y() - from.y()) * distance);
    }

    private static String text(Point point) {
        return point.x() + " " + point.y();
    }
}
