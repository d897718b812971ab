package passo.web.way;

import java.util.List;
import passo.web.parts.Sentence;

/// Where a value came from and where it goes.
///
/// @param from the places that it came by, oldest first
/// @param to the fields that it went into, or that looked at it
/// @param lights all places that it stands at
public record WhenceView(Sentence came, Sentence goes, List<Spot> from, List<Spot> to, List<Spot> lights) {

    /// A place of the run.
    ///
    /// @param step the number of the visit; 0 for the input of the run
    /// @param stage its name in an address
    /// @param name of the stage, as people read it
    /// @param note the field's own name there, or on which side the place lies: `from` or `to`
    public record Spot(int step, String state, String stage, String name, String path, String note) {}

    public WhenceView {
        from = List.copyOf(from);
        to = List.copyOf(to);
        lights = List.copyOf(lights);
    }
}
