package passo.web.explain;

import java.util.List;
import java.util.Optional;
import passo.web.parts.Kind;
import passo.web.parts.Sentence;

/// A state in plain sentences. The fragment `explain.jte` prints it.
///
/// @param comment the definition's own; empty where there is none
/// @param failure how the visit failed, where it did
/// @param choice why a Choice decided
public record ExplainView(int step, String state, Kind kind, String comment, List<LineRow> lines, Optional<FailureRow> failure,
        Optional<ChoiceView> choice) {

    /// One field.
    ///
    /// @param line where it is written
    /// @param said what it does
    /// @param more in particular
    /// @param run what came of it
    public record LineRow(String field, int line, Sentence said, List<Sentence> more, List<Sentence> run) {}

    /// @param said what the error means, and what can be done about it
    /// @param cause what the run says of it
    public record FailureRow(String error, List<Sentence> said, String cause) {}
}
