package passo.web.console;

import java.util.List;
import passo.json.Json;
import passo.json.JsonEdit;
import passo.json.JsonText;
import passo.json.Pointer;

/// The role that a world gives its machine: the member `role` of its text, one of the members of `roles`.
final class WorldRole {

    private static final Pointer ROLE = Pointer.ROOT.child("role");

    private WorldRole() {}

    /// The roles there are to choose from; none where the text is empty or cannot be read.
    static List<String> choices(String world) {
        return read(world).get("roles") instanceof Json.Obj roles ? List.copyOf(roles.names()) : List.of();
    }

    /// The name of the one chosen; empty where none is.
    static String chosen(String world) {
        return read(world).get("role") instanceof Json.Str(var role) ? role : "";
    }

    /// The text with another role, or with none where it is empty. A text that cannot be read, or has it already, stays as it is.
    static String choose(String world, String role) {
        if (chosen(world).equals(role) || read(world).isEmpty()) return world;
        return role.isEmpty() ? JsonEdit.remove(world, ROLE) : JsonEdit.set(world, ROLE, Json.of(role));
    }

    private static Json.Obj read(String world) {
        return JsonText.read(world) instanceof JsonText.Reading.Value(Json.Obj obj, _) ? obj : Json.Obj.EMPTY;
    }
}
