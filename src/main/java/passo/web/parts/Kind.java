package passo.web.parts;

import passo.diagram.Kinds;

/// How a state's kind looks beside its name: the icon, and the family that colours its tile.
public record Kind(String icon, String family) {

    /// @param type the kind as a definition's `Type` writes it
    public static Kind of(String type) {
        return new Kind(Kinds.icon(type), Kinds.family(type));
    }
}
