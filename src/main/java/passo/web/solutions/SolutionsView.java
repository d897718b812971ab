package passo.web.solutions;

import java.util.List;
import passo.web.exercise.ResultView.Figures;
import passo.web.parts.JsonLine;

/// The solutions of an exercise beside one's own answer. Printed by `solutions/page.jte`.
///
/// @param title of the exercise
/// @param home its address
/// @param golf what the third star asks for, beside one's own figure; empty where it asks for nothing more
/// @param both the address of one idea in both query languages; empty where there are not both, or where they stand here
/// @param sides two, or one where nothing else is to be shown
public record SolutionsView(String title, String home, String golf, List<Figures> figures, String both, List<Side> sides) {

    /// @param language in which its states speak
    /// @param parts the machine, and what stands beside it
    /// @param playground the address of its run there
    public record Side(String title, String language, List<Part> parts, String playground) {}

    /// @param text the same as it is copied
    public record Part(String title, List<JsonLine> lines, String text) {}
}
