package passo.web.trace;

import java.util.List;
import passo.web.parts.Kind;

/// A step in the list of steps, on the trail of stones, and in the table.
///
/// @param note what it did, in a few words; empty where there is nothing to say
/// @param status its `data-status`, which is also the name of its icon
/// @param said the status in a word
/// @param at when it was entered, on the run's clock
/// @param tries how often its work was tried
/// @param frames the branches and iterations that it stands in, in words
/// @param here is it the step that is shown?
/// @param ahead will it only happen after that step?
public record StepRow(int number, String state, Kind kind, String type, String note, String status, String said, String at,
        String duration, int tries, List<String> frames, String next, boolean here, boolean ahead) {

    public boolean isInside() {
        return !frames.isEmpty();
    }
}
