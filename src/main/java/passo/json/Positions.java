package passo.json;

import java.util.List;
import java.util.Map;

/// Where a value stands in the text it was read from, and where each value inside it stands: a tree beside the value.
///
/// @param name where the member's name begins (the value's own beginning where it has no name)
/// @param start where the value begins
/// @param end where the value ends, exclusive
/// @param members of an object, in the text's order
/// @param repeated names that the object has more than once: the last of each counts
/// @param items of an array
public record Positions(Location name, Location start, Location end, Map<String, Positions> members, List<String> repeated, List<Positions> items) {

    /// For a value that came without text: everything stands at the beginning.
    public static final Positions NONE = new Positions(Location.START, Location.START, Location.START, Map.of(), List.of(), List.of());

    /// The place of an inner value; of the nearest value around it where the pointer leads further than the text.
    public Positions at(Pointer pointer) {
        Positions here = this;
        for (String step : pointer.steps()) {
            Positions next = here.members.get(step);
            if (next == null && !here.items.isEmpty() && step.matches("\\d{1,9}") && Integer.parseInt(step) < here.items.size()) {
                next = here.items.get(Integer.parseInt(step));
            }
            if (next == null) return here;
            here = next;
        }
        return here;
    }
}
