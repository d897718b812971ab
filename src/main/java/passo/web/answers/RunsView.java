package passo.web.answers;

import java.util.List;
import java.util.Optional;
import passo.diagram.Drawing;

/// The runs that an exercise brings along. Printed by `answers/runs.jte`.
///
/// @param waiting how many more there are once the answers are right
/// @param figures what was measured of each, side by side; empty where the exercise does not compare
/// @param checked when the prices were last compared with AWS's page
public record RunsView(List<Card> cards, int waiting, List<Figures> figures, String checked) {

    public static final RunsView NONE = new RunsView(List.of(), 0, List.of(), "");

    /// A way into the trace of a run.
    ///
    /// @param drawing of the machine, without the run
    public record Card(String address, String title, Optional<Drawing> drawing) {}

    /// @param status `ok` or `fail`, and its word
    /// @param standard and `express`: what a million such executions cost
    public record Figures(String title, String status, String word, String transitions, String duration, String standard, String express) {}
}
