package passo.web.playground;

import java.util.Locale;

/// How a state's kind looks beside its name: the icon, and the family that colours its tile.
public record Kind(String icon, String family) {

    /// @param type the kind as a definition's `Type` writes it
    static Kind of(String type) {
        return new Kind("kind-" + type.toLowerCase(Locale.ROOT), switch (type) {
            case "Pass" -> "k-data";
            case "Choice" -> "k-choice";
            case "Wait" -> "k-time";
            case "Parallel", "Map" -> "k-many";
            case "Succeed", "Fail" -> "k-end";
            default -> "k-work";
        });
    }
}
