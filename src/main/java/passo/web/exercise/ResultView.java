package passo.web.exercise;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import passo.web.lost.LostView;
import passo.web.parts.JsonLine;
import passo.web.parts.ProblemView;
import passo.web.parts.Sentence;

/// What became of an answer: the tests and all that there is to say. Printed by `exercise/result.jte`.
///
/// @param judged is there an answer that was judged?
/// @param stars 0 to 3
/// @param count how many tests passed, of how many, in words; empty where nothing was judged
/// @param problems why the machine cannot be made
/// @param mistakes that were recognised, the most specific first
/// @param structure what must hold of the machine and does not
/// @param after why it works; empty where it did not pass
/// @param onward the address of the next exercise; empty after the last, and where this one is not passed
/// @param twin the title of what is like it and is done on one's own another day; empty where there is none, and where this one is not passed
/// @param golf what the third star asks for, beside one's own figure; empty where it asks for nothing, and where this one is not passed
/// @param solutions where they stand; empty where this one is not passed
/// @param compared the answer beside the solutions; none where it did not pass
/// @param says what a listener hears
public record ResultView(boolean judged, boolean passed, int stars, String count, List<ProblemView> problems, List<Sentence> mistakes, List<Row> rows,
        List<Sentence> structure, List<Star> earned, Optional<Content> after, String onward, String twin, String golf, String solutions,
        List<Figures> compared, String says) {

    /// A test.
    ///
    /// @param status `ok`, `fail`, or empty where it was not judged
    /// @param open does it show what it has to say?
    /// @param about what there is to say of a hidden test; empty of a visible one
    /// @param given what a test gives and expects that may be seen; empty of a hidden one
    /// @param trace the address of its run in the trace; empty where none may be looked at
    /// @param step the step that matters; 0 where none does
    public record Row(String id, String name, String kind, boolean hidden, String status, String word, String about, boolean open, List<Found> findings,
            Optional<LostView> lost, Optional<Given> given, String trace, int step) {}

    /// What a test gives and expects.
    public record Given(List<JsonLine> input, List<JsonLine> expected) {}

    /// One thing that is not as the test expects it.
    ///
    /// @param differences place by place; empty where nothing is compared
    /// @param whole what came, where it is worth seeing
    public record Found(Sentence said, String caption, List<Difference> differences, List<JsonLine> whole) {}

    /// A place in which two values differ.
    ///
    /// @param css `del`, `add` or `mod`
    /// @param expected and `got`: empty for nothing
    public record Difference(String css, String place, String expected, String got, String word) {}

    /// What a machine takes in the tests that can be seen.
    ///
    /// @param address where its text stands beside the learner's
    /// @param own is it the learner's?
    /// @param shown does its text stand there?
    /// @param needs the permissions that its role needs, a line each
    public record Figures(String name, String address, boolean own, boolean shown, String transitions, String duration, String cost, List<String> needs) {}

    /// @param number 1 to 3
    public record Star(int number, String what, boolean earned) {}
}
