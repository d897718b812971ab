package passo.web.world;

import java.util.List;
import passo.web.parts.JsonLine;

/// A part of a world with what there is in it.
public record InventoryView(String title, String icon, List<Thing> things) {

    /// @param summary what it holds, in a few words
    public record Thing(String name, String summary, List<JsonLine> lines) {}
}
