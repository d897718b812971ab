package passo.web.explain;

import java.util.List;
import java.util.Optional;
import passo.web.parts.Sentence;

/// Why a Choice decided, and what it would decide with other values. The fragment `choice.jte` prints it.
///
/// @param places what the rules read, each with the value that it has or is tried with
/// @param tried are these other values than those of the run?
/// @param outcome which rule wins
public record ChoiceView(int step, List<PlaceField> places, boolean tried, Sentence outcome, boolean fails, List<RuleRow> rules) {

    /// @param label the path as the state's language writes it
    /// @param value as JSON; empty where nothing stands there
    /// @param was the run's own, where it is another
    public record PlaceField(String path, String label, String value, Optional<String> was) {}

    /// @param number from 1; 0 for the default
    /// @param status `data-status`
    /// @param icon `close` where it was asked in vain
    /// @param word the same in a word
    /// @param clause none for the default
    /// @param example values with which it would win, where they are known and it does not
    public record RuleRow(int number, Sentence leads, String status, String icon, String word, Optional<ClauseRow> clause, Optional<Sentence> example) {}

    /// @param icon `ok`, `fail` or `warn`, as it is true, false or fails
    /// @param asked did it matter?
    public record ClauseRow(Sentence said, String icon, boolean asked, List<ClauseRow> parts) {}
}
