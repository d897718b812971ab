package passo.export;

import static java.util.stream.Collectors.joining;

import java.util.TreeSet;
import passo.diagram.Diagram;
import passo.diagram.Drawing;
import passo.diagram.Letters;
import passo.diagram.Sign;

/// A drawing as a file of its own, on light ground: every colour is in it, and nothing in it is elsewhere. In whichever typeface it is
/// shown, a text takes the room that was laid out for it.
final class Picture {

    private static final String GROUND = "#fcfbf9";
    private static final String INK = "#182021";
    private static final String SECOND = "#414a4b";
    private static final String THIRD = "#5f6869";
    private static final String EDGE = "#88867e";
    private static final String LINE = "#dbd9d3";
    private static final String CAUGHT = "#510b68";
    private static final String LINK = "#154eab";
    private static final String CONTAINER = "#f6f5f2";

    private final Drawing drawing;
    private final String title;
    private final String description;
    private final StringBuilder svg = new StringBuilder();
    private final TreeSet<String> icons = new TreeSet<>();

    /// @param description the same in words
    Picture(Drawing drawing, String title, String description) {
        this.drawing = drawing;
        this.title = title;
        this.description = description;
    }

    String svg() {
        for (var box : drawing.containers()) container(box);
        for (var line : drawing.lines()) line(line);
        add("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3.5\" fill=\"%s\"/>", drawing.start().x(), drawing.start().y(), Diagram.STONE, Diagram.STONE, INK);
        for (var box : drawing.leaves()) box(box, "#ffffff");
        for (var tag : drawing.tags()) tag(tag);
        for (var end : drawing.ends()) end(end);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-labelledby="title description" \
                font-family="'Atkinson Hyperlegible Next', system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif" font-size="12" fill="%3$s">
                <title id="title">%4$s</title>
                <desc id="description">%5$s</desc>
                <defs>
                %6$s
                </defs>
                <rect width="%1$d" height="%2$d" rx="10" fill="%7$s"/>
                %8$s</svg>
                """.formatted(drawing.width(), drawing.height(), INK, Xml.text(title), Xml.text(description), icons.stream().map(Icons::symbol).collect(joining("\n")), GROUND, svg);
    }

    private void container(Drawing.Box box) {
        box(box, CONTAINER);
        for (var lane : box.lanes()) {
            add("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"7\" fill=\"%s\" stroke=\"%s\"/>", lane.at().x(), lane.at().y(), lane.width(), lane.height(), GROUND, LINE);
            add("<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>", lane.at().x() + 12, lane.at().y() + 19, SECOND, Xml.text(lane.label()));
        }
    }

    private void line(Drawing.Line line) {
        String colour = line.css().contains("catch") ? CAUGHT : EDGE;
        add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>", line.path(), colour);
        add("<path d=\"M-8.5-4.5 0 0-8.5 4.5z\" transform=\"translate(%d %d) rotate(%d)\" fill=\"%s\"/>", line.tip().x(), line.tip().y(), line.direction(), colour);
    }

    private void box(Drawing.Box box, String fill) {
        var tile = box.tile();
        boolean large = tile.size() > 30;
        add("<g transform=\"translate(%d %d)\">", box.at().x(), box.at().y());
        if (box.isMap()) for (int away : new int[] {8, 4}) add("<path d=\"%s\" transform=\"translate(%d %d)\" fill=\"%s\" stroke=\"%s\"/>", box.shape(), away, away, fill, EDGE);
        add("<path d=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.25\"/>", box.shape(), fill, EDGE);
        add("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%3$d\" rx=\"%d\" fill=\"%s\"/>", tile.at().x(), tile.at().y(), tile.size(), tile.size() / 5 + 1, ground(tile.family()));
        icon(tile.icon(), tile.at().x() + (large ? 6 : 4), tile.at().y() + (large ? 6 : 4), large ? 20 : 18, colour(tile.family()));
        text(box.name(), tile.name().x(), tile.name().y(), Letters.name(box.name()), "font-size=\"13.5\" font-weight=\"620\"");
        int x = tile.name().equals(tile.detail()) ? tile.name().x() + Letters.name(box.name()) + 8 : tile.detail().x();
        if (!box.service().isEmpty()) icon(box.service(), x, tile.detail().y() - 11, 13, THIRD);
        text(box.detail(), x + (box.service().isEmpty() ? 0 : 17), tile.detail().y(), Letters.detail(box.detail()), "fill=\"" + SECOND + "\"");
        box.end().ifPresent(end -> {
            add("<path d=\"M%d %dv9\" stroke=\"%s\" stroke-width=\"1.5\"/>", end, box.height(), EDGE);
            add("<rect x=\"%d\" y=\"%d\" width=\"11\" height=\"11\" rx=\"3\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>", end - 5, box.height() + 9, EDGE);
        });
        add("</g>");
    }

    private void tag(Drawing.Tag tag) {
        if (!tag.shown()) return;
        add("<g transform=\"translate(%d %d)\">", tag.at().x(), tag.at().y());
        sign(tag.width());
        if (tag.caught()) icon("caught", 4, 3, 14, THIRD);
        int x = tag.caught() ? 22 : 6;
        text(tag.text(), x, 13.5, tag.width() - x - 6, "fill=\"" + SECOND + "\"");
        add("</g>");
    }

    private void end(Drawing.End end) {
        Sign sign = end.sign();
        add("<g transform=\"translate(%d %d)\">", end.at().x(), end.at().y());
        add("<path d=\"M%d 9.5h%d\" stroke=\"%s\" stroke-width=\"1.5\"/>", end.arrives() ? sign.width() : -Sign.AWAY, Sign.AWAY, EDGE);
        sign(sign.width());
        if (sign.caught()) icon("caught", 4, 3, 14, THIRD);
        text(sign.text(), sign.textAt(), 13.5, Letters.label(sign.text()), "fill=\"" + SECOND + "\"");
        icon("arrow", sign.arrowAt(), 3, 14, THIRD);
        text(sign.name(), sign.nameAt(), 13.5, Letters.label(sign.name()), "font-weight=\"620\" fill=\"" + LINK + "\"");
        add("</g>");
    }

    private void sign(int width) {
        add("<rect width=\"%d\" height=\"19\" rx=\"4\" fill=\"%s\" stroke=\"%s\"/>", width, GROUND, LINE);
    }

    private void icon(String name, int x, int y, int size, String colour) {
        icons.add(name);
        add("<use href=\"#%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%4$d\" color=\"%s\"/>", name, x, y, size, colour);
    }

    private void text(String text, int x, double y, int width, String look) {
        if (!text.isEmpty()) add("<text x=\"%d\" y=\"%s\" textLength=\"%d\" lengthAdjust=\"spacingAndGlyphs\" %s>%s</text>", x, number(y), width, look, Xml.text(text));
    }

    private static String number(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private void add(String line, Object... parts) {
        svg.append(line.formatted(parts)).append('\n');
    }

    private static String colour(String family) {
        return switch (family) {
            case "k-work" -> "#1d536d";
            case "k-data" -> "#585340";
            case "k-choice" -> "#5d5b1a";
            case "k-time" -> "#4f4f6d";
            case "k-many" -> "#7d4234";
            default -> "#2c3536";
        };
    }

    private static String ground(String family) {
        return switch (family) {
            case "k-work" -> "#ddecf5";
            case "k-data" -> "#ebe9e3";
            case "k-choice" -> "#ebebd9";
            case "k-time" -> "#e8e8f3";
            case "k-many" -> "#f9e4df";
            default -> "#e7eaeb";
        };
    }
}
