package passo.web.change;

import java.util.List;
import java.util.Optional;
import passo.web.change.ChangeView.Field;
import passo.web.parts.JsonLine;
import passo.web.parts.Kind;
import passo.web.parts.Sentence;

/// Two runs side by side. Printed by `compare.jte`.
///
/// @param action the address that takes another input, for who has no scripts
/// @param decisions of the run, as JSON
/// @param input another input to compare with
/// @param compared where there is another run
public record CompareView(String action, String decisions, Field input, Optional<Compared> compared) {

    /// @param headline where they part
    /// @param reachable is the other run one that the page knows the way to?
    /// @param hidden how many more visits differ
    public record Compared(Sentence headline, List<Total> totals, List<Row> rows, boolean reachable, long hidden) {}

    /// @param differs are the two not the same?
    public record Total(String name, String before, String after, boolean differs) {}

    /// A visit, or several in which nothing differs.
    public sealed interface Row {

        /// @param from the number of the first step in the later run
        record Alike(int from, int to) implements Row {

            public boolean isOne() {
                return from == to;
            }
        }

        /// @param mark `add` for a visit that only the later run makes, `gone` for one that only the run before makes, `mod` for both
        /// @param differences in words
        /// @param first do the runs part here?
        record Visit(String mark, String state, Kind kind, Optional<Cell> before, Optional<Cell> after, String differences, List<Part> parts, boolean first)
                implements Row {}
    }

    /// A visit in one run.
    public record Cell(int number, String status, String icon, String said, String duration) {}

    /// What differs of a visit: what is gone and what is there now.
    public record Part(String title, List<JsonLine> lines) {}
}
