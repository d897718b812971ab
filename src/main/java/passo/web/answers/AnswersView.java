package passo.web.answers;

import gg.jte.Content;
import java.util.List;
import passo.web.exercise.AttemptsView;
import passo.web.exercise.HeadView;
import passo.web.exercise.LadderView;
import passo.web.notebook.NoteView;

/// The page of an exercise that asks. Printed by `answers/page.jte`.
///
/// @param action where the answers are sent
/// @param after why it works, for who has passed
/// @param said what came of them, in a sentence; empty where nothing was answered yet
/// @param attempts of the learner, and which of them stands here
/// @param note the learner's own
public record AnswersView(HeadView head, String action, Content statement, LadderView ladder, Content after, RunsView runs, List<QuestionView> questions, boolean passed,
        String said, AttemptsView attempts, NoteView note) {

    public boolean isAnswered() {
        return !said.isEmpty();
    }
}
