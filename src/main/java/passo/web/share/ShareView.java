package passo.web.share;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passo.json.Json;
import passo.json.Notation;
import passo.lab.Sensitive;
import passo.lab.Workflow;
import passo.web.Page;
import passo.web.parts.Units;

/// What a link would hold, and what of it somebody may not want to show; then the link. Printed by `share/share.jte`, with scripts
/// in a dialog, without them on a page of its own.
///
/// @param obstacles why there can be no link yet
/// @param places what looks sensitive
/// @param link once it is made
public record ShareView(Material material, List<Row> rows, List<String> obstacles, List<Place> places, Optional<Link> link) {

    private static final int LONGEST = 44;

    /// A part of the link.
    public record Row(String icon, String name, String size, String about) {}

    /// @param value the place, as [Material#mended] takes it
    public record Place(String kind, String where, String text, String example, String value, String field, int from, int to, String whole) {}

    /// @param path within this server
    public record Link(String url, String path) {}

    static ShareView of(Page page, Material material, Optional<Link> link) {
        return new ShareView(material, rows(page, material), obstacles(page, material), places(page, material), link);
    }

    private static List<Row> rows(Page page, Material material) {
        var rows = new ArrayList<Row>();
        String definition = material.form().definition();
        rows.add(row(page, "code", "bench.definition", definition, Notation.of(definition).name()));
        rows.add(row(page, "input", "bench.input", material.form().input(), ""));
        rows.add(row(page, "world", "bench.world", material.form().world(), ""));
        material.workflow().ifPresent(workflow -> more(page, workflow, rows));
        return List.copyOf(rows);
    }

    private static Row row(Page page, String icon, String name, String text, String about) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return new Row(icon, page.text(name), bytes == 0 ? page.text("share.empty") : new Units(page.language().locale()).size(bytes), about);
    }

    private static void more(Page page, Workflow workflow, List<Row> rows) {
        if (workflow.world().get("seed") instanceof Json seed) rows.add(new Row("star", page.text("share.seed"), seed.toString(), ""));
        if (workflow.decisions().size() > 0) rows.add(new Row("people", page.text("share.decisions"), String.valueOf(workflow.decisions().size()), ""));
        if (workflow.step() > 0) rows.add(new Row("here", page.text("share.step"), String.valueOf(workflow.step()), ""));
    }

    private static List<String> obstacles(Page page, Material material) {
        var obstacles = new ArrayList<String>();
        for (var part : material.unreadable()) {
            obstacles.add(page.text("share.unreadable", page.text("bench." + part.field()), part.at().line()));
        }
        material.workflow().map(Sharing::bytes).filter(bytes -> bytes > Sharing.MOST_BYTES).ifPresent(bytes -> {
            var units = new Units(page.language().locale());
            obstacles.add(page.text("share.tooLarge", units.size(bytes), units.size(Sharing.MOST_BYTES)));
        });
        return List.copyOf(obstacles);
    }

    private static List<Place> places(Page page, Material material) {
        return material.parts().stream().flatMap(part -> Sensitive.in(part.text()).stream().map(found -> new Place(
                page.text("share.kind." + found.kind().name()), where(page, part.field(), found.line()), shortened(found.text()), found.example(),
                part.field() + ":" + found.from(), part.field(), found.from(), found.to(), found.text()))).toList();
    }

    private static String where(Page page, String field, int line) {
        return field.equals("decisions") ? page.text("share.decisions") : page.text("share.line", page.text("bench." + field), line);
    }

    private static String shortened(String text) {
        String line = text.replace("\n", "↵");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /// How many places there are, in words.
    public String found(Page page) {
        return places.size() == 1 ? page.text("share.found.1") : page.text("share.found.many", String.valueOf(places.size()));
    }
}
