package passo.web.answers;

import gg.jte.Content;
import java.util.List;
import passo.web.exercise.AttemptsView;
import passo.web.exercise.HeadView;
import passo.web.exercise.LadderView;
import passo.web.notebook.NoteView;
import passo.web.parts.JsonLine;
import passo.web.parts.Sentence;

/// The page of an exercise whose answer is tests. Printed by `answers/tests.jte`.
///
/// @param action where the tests are sent
/// @param after why it works, for who has passed
/// @param tests as they stand in the editor
/// @param shown machines that may be read
/// @param faults why the tests cannot be read; then nothing was judged
/// @param machines what the tests say of each
/// @param said what came of it all, in a sentence; empty where nothing was handed in yet
/// @param attempts of the learner, and which of them stands here
/// @param note the learner's own
/// @param stars 0 to 3
public record TestsView(HeadView head, String action, Content statement, LadderView ladder, Content after, String tests, List<ShownView> shown, List<FaultView> faults,
        List<MachineView> machines, boolean passed, int stars, String said, AttemptsView attempts, NoteView note) {

    public record ShownView(String title, List<JsonLine> lines) {}

    public record FaultView(int line, String text) {}

    /// What the tests say of a machine.
    ///
    /// @param title such as `Machine 3`
    /// @param status `ok` where it is told apart, else `fail`
    /// @param word the same in words
    /// @param said of a right one that does not pass which test asks for too much; of a wrong one that passes what kind of test is missing
    /// @param found how a right one differs from what the test asks
    public record MachineView(String title, boolean right, String status, String word, Sentence said, List<Sentence> found) {}
}
