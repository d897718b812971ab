package passo.diagram;

/// The outline of a node: each kind of state has a shape of its own.
final class Shape {

    private Shape() {}

    /// As SVG's path data, from the node's upper left corner.
    static String path(String kind, int width, int height) {
        return switch (kind) {
            case "Succeed", "Fail" -> rounded(width, height, height / 2);
            case "Choice" -> chamfered(width, height, 13);
            case "Wait" -> pinched(width, height);
            case "Pass" -> rounded(width, height, 3);
            default -> rounded(width, height, 9);
        };
    }

    private static String rounded(int width, int height, int radius) {
        return "M%2$d 0H%1$dA%2$d %2$d 0 0 1 %3$d %2$dV%4$dA%2$d %2$d 0 0 1 %1$d %5$dH%2$dA%2$d %2$d 0 0 1 0 %4$dV%2$dA%2$d %2$d 0 0 1 %2$d 0z"
                .formatted(width - radius, radius, width, height - radius, height);
    }

    private static String chamfered(int width, int height, int corner) {
        return "M%2$d 0H%1$dL%3$d %2$dV%4$dL%1$d %5$dH%2$dL0 %4$dV%2$dz"
                .formatted(width - corner, corner, width, height - corner, height);
    }

    private static String pinched(int width, int height) {
        return "M8 0H%dQ%d 0 %d 9Q%d %d %d %dQ%d %d %d %dH8Q-1 %d 0 %dQ7 %d 0 9Q-1 0 8 0z"
                .formatted(width - 8, width + 1, width, width - 7, height / 2, width, height - 9, width + 1, height, width - 8, height,
                        height, height - 9, height / 2);
    }
}
