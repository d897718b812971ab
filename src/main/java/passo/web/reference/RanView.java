package passo.web.reference;

import java.util.List;
import java.util.Optional;
import passo.web.parts.FailureView;
import passo.web.parts.JsonLine;
import passo.web.parts.Kind;
import passo.web.parts.ProblemView;

/// What came of an example that was run in its place. Printed by `reference/ran.jte`.
///
/// @param says what is to be said where nothing ran; else empty
/// @param visits of its states, in order
/// @param more how many more there were
/// @param figures what it took, in words
public record RanView(String status, String word, String says, List<ProblemView> problems, Optional<FailureView> failure, List<Visit> visits, int more,
        List<JsonLine> output, List<String> figures) {

    /// @param tries how often its work was tried
    public record Visit(String state, Kind kind, String status, String word, int tries) {}
}
