package passo.web.player;

import java.util.List;

/// The items of the Maps of a run: a strip of one, and a way to choose an item. Printed by `items.jte`.
///
/// @param maps the visits of Maps, in their order
public record ItemsView(List<MapView> maps) {

    /// @param counts how the items fared, in words
    public record MapView(String state, String name, int items, String counts) {}
}
