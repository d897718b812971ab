package passo.diagram;

import java.util.Locale;

/// The kinds of states as they look: an icon in the sprite, and a family of colours in the stylesheet.
public final class Kinds {

    private Kinds() {}

    /// @param kind a state's `Type`
    public static String icon(String kind) {
        return "kind-" + kind.toLowerCase(Locale.ROOT);
    }

    public static String family(String kind) {
        return switch (kind) {
            case "Task" -> "k-work";
            case "Pass" -> "k-data";
            case "Choice" -> "k-choice";
            case "Wait" -> "k-time";
            case "Parallel", "Map" -> "k-many";
            case "Succeed", "Fail" -> "k-end";
            default -> throw new IllegalArgumentException("No kind of state: " + kind);
        };
    }
}
