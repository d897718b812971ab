package passo.web.way;

import java.util.List;
import passo.web.parts.Sentence;

/// A stage of the data's way as a row.
///
/// @param stage its name in an address
/// @param field AWS's name of the stage, or whoever is called
/// @param inner what stands behind the name, such as the function called
/// @param detail what the stage does here
/// @param size of the data after it; empty where nothing came of it
/// @param thousandths of the largest size that a state may hand on
/// @param counts how many fields came, went and changed
/// @param unchanged did it leave the data as they were?
/// @param cut did it cut fields off that the state does not hand on?
/// @param afterResult does the first rail carry the result by now?
/// @param chosen are its data shown below?
public record StageRow(String stage, String field, String inner, Sentence detail, String size, int thousandths, List<Count> counts, Rail rail,
        boolean unchanged, boolean cut, boolean afterResult, boolean chosen) {

    /// @param css `add`, `gone` or `mod`
    /// @param sign such as `−4`
    /// @param said the same in words
    public record Count(String css, String sign, String said) {}

    public StageRow {
        counts = List.copyOf(counts);
    }
}
