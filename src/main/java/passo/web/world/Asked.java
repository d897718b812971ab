package passo.web.world;

import java.util.Map;
import java.util.Optional;
import passo.json.Json;
import passo.json.Pointer;
import passo.web.Page;

/// What of a world is to be shown.
///
/// @param world as its text says
/// @param open the thing that is looked at; the root for all
/// @param focus where one goes on
/// @param unread what fields hold that could not be read, by the place
record Asked(Page page, Json world, Pointer open, Optional<Pointer> focus, Map<String, String> unread) {

    /// The address that does something at a place and shows the same again.
    String address(String deed, Pointer at) {
        return page.to("/world/" + deed + "?at=" + Part.encoded(at.toString()) + "&open=" + Part.encoded(open.toString()));
    }
}
