package passo.diagram;

import java.util.List;
import passo.diagram.Diagram.Point;

/// The route of an edge as it is drawn: upright and level parts with round corners, and an arrow's head at its end.
final class Route {

    /// The arrow's head covers the last pixels of the line.
    private static final int HEAD = 7;
    private static final int RADIUS = 8;

    private Route() {}

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

    /// Does the line touch the rectangle between these corners?
    static boolean crosses(List<Point> route, Point low, Point high) {
        for (int i = 1; i < route.size(); i++) {
            Point one = route.get(i - 1);
            Point other = route.get(i);
            if (Math.max(one.x(), other.x()) >= low.x() && Math.min(one.x(), other.x()) <= high.x()
                    && Math.max(one.y(), other.y()) >= low.y() && Math.min(one.y(), other.y()) <= high.y()) return true;
        }
        return false;
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
