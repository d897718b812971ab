package passo.web.parts;

import java.util.List;
import passo.engine.semantics.DataLimit;
import passo.json.Json;
import passo.json.JsonText;

/// A JSON value that can be folded and copied, with its size. The template `viewer.jte` prints it.
///
/// @param place of the run whose data it is, such as `3:ResultPath`; empty where that is not known
/// @param root how a path into it begins, such as `$` or `$states.input`
/// @param fold what stands deeper is folded at first
/// @param size with its unit
/// @param thousandths of the largest size that a state may hand on
/// @param text the whole, to be copied
public record JsonView(List<JsonLine> lines, String place, String root, int fold, String size, int thousandths, String text) {

    private static final int DEEPEST = 12;
    private static final int MOST_LINES = 1_200;
    private static final int LARGE = 64 << 10;
    private static final int FOLD_OF_LARGE = 2;
    private static final int THOUSAND = 1_000;

    /// From so many thousandths on it is said how little room is left.
    public static final int NEAR = 800;

    public JsonView {
        lines = List.copyOf(lines);
    }

    public static JsonView of(Json json, String place, String root, Units units) {
        return of(json, JsonLines.of(json, DEEPEST, MOST_LINES), place, root, units);
    }

    /// Beside another value, from which it differs.
    ///
    /// @param after is it what became of the other?
    public static JsonView beside(Json json, Json other, boolean after, String place, String root, Units units) {
        return of(json, JsonLines.side(json, other, after, DEEPEST, MOST_LINES), place, root, units);
    }

    private static JsonView of(Json json, List<JsonLine> lines, String place, String root, Units units) {
        return new JsonView(lines, place, root, json.bytes() > LARGE ? FOLD_OF_LARGE : DEEPEST, units.size(json.bytes()), thousandths(json.bytes()),
                JsonText.pretty(json));
    }

    /// How much of the largest size so many bytes take; at least one thousandth, so that it can be drawn.
    public static int thousandths(int bytes) {
        return Math.clamp((long) bytes * THOUSAND / DataLimit.MOST_BYTES, 1, THOUSAND);
    }
}
