package passo.web.lost;

import java.util.List;
import java.util.Optional;
import passo.web.parts.JsonLine;
import passo.web.parts.ProblemView.FixView;
import passo.web.parts.Sentence;

/// Where a field was lost: its name, the trail with the crack, the cause, the way out.
///
/// @param found `lost`, `there` where it still is at the end, `never` where it never was
/// @param lives where the value stands all the same; no words where it does not
/// @param culprit the number of the step that lost it; 0 where none did
/// @param stage that took it away; empty where none did
/// @param line where the way out is written in the definition; 0 where nothing is known of it
/// @param fix the way out, where it can be taken at once and nothing else changes
/// @param lines what the culprit made of its input; empty where there is none
/// @param size of what it handed on
public record LostView(String path, String found, List<Stone> trail, Sentence cause, Sentence wayOut, Sentence lives, int culprit, String stage, int line,
        Optional<FixView> fix, List<JsonLine> lines, String size) {

    /// The key of what stands before the path.
    public String title() {
        return found.equals("lost") ? "lost.title" : "lost.title." + found;
    }

    /// A place on the trail.
    ///
    /// @param number of the step; empty for the beginning
    /// @param name of its state, whole
    /// @param gone is the field missing from here on?
    /// @param broken is this the place of the crack?
    public record Stone(String number, String label, String name, boolean gone, boolean broken) {}
}
