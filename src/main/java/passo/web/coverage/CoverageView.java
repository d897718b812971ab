package passo.web.coverage;

import java.util.List;
import java.util.Optional;
import passo.web.parts.Kind;
import passo.web.parts.Sentence;

/// What runs have taken of a machine. The fragment `coverage.jte` prints it.
///
/// @param runs how many there were, in a sentence
/// @param counts "7 of 9 states" and the like
/// @param recipes what would take something that no run has taken
/// @param unknown what was never taken, and nothing is known that would
/// @param states all of it, by state
/// @param editor where a recipe is sent; empty on a page that has the editor
public record CoverageView(Sentence runs, List<Count> counts, List<Recipe> recipes, List<Sentence> unknown, List<StateRow> states, Optional<Editor> editor) {

    /// The playground of a machine, and what else it is to be opened with.
    public record Editor(String address, String definition, String type) {}

    CoverageView with(Editor elsewhere) {
        return new CoverageView(runs, counts, recipes, unknown, states, Optional.of(elsewhere));
    }

    public record Count(String word, int taken, int all) {}

    /// A run that was tried.
    ///
    /// @param change what it has otherwise than the run that is shown
    /// @param takes what it takes that no run has taken
    /// @param input as text
    /// @param world as text
    public record Recipe(List<Sentence> change, List<Sentence> takes, String input, String world) {}

    public record StateRow(String state, Kind kind, int times, List<WayRow> ways) {}

    public record WayRow(Sentence way, int times) {}
}
