package passo.web.trace;

import java.util.List;
import passo.web.parts.JsonLine;
import passo.web.parts.Sentence;

/// Where a field was lost: its name, the trail with the crack, the cause, the way out.
///
/// @param culprit the number of the step that lost it; 0 where the field never was
/// @param lines what the culprit made of its input; empty where there is none
/// @param size of what it handed on
/// @param line where the way out is written in the definition; 0 where nothing is known of it
public record LostView(String path, List<Stone> trail, Sentence cause, Sentence wayOut, int culprit, int line,
        List<JsonLine> lines, String size) {

    /// A place on the trail.
    ///
    /// @param number of the step; empty for the beginning
    /// @param gone is the field missing from here on?
    /// @param broken is this the place of the crack?
    public record Stone(String number, String label, boolean gone, boolean broken) {}
}
