package passo.web.exercise;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import passo.diagram.Drawing;
import passo.web.drawing.CanvasView;
import passo.web.notebook.NoteView;
import passo.web.parts.JsonLine;

/// The page of an exercise whose answer is a machine. Printed by `exercise/page.jte`.
///
/// @param action the address of the page, to which an answer is sent
/// @param draft the name under which what is written is kept
/// @param goal the shape to get to, where it is shown
/// @param edited does the text differ from the starter?
/// @param asked what is handed in beside the machine, in words; empty where nothing is
/// @param form is that chosen, and not written?
/// @param express is the machine of that type?
/// @param input of the first test that may be seen, as text: what completion goes by
/// @param world of the exercise, to read
/// @param note the learner's own
public record ExerciseView(HeadView head, String action, String draft, Content statement, Optional<Drawing> goal, LadderView ladder, Work work, boolean edited, String asked,
        boolean form, boolean express, String input, String worldText, List<JsonLine> world, CanvasView canvas, ResultView result, AttemptsView attempts, NoteView note) {}
