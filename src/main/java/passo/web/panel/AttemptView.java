package passo.web.panel;

import java.util.List;
import java.util.Optional;
import passo.web.answers.QuestionView;
import passo.web.answers.TestsView;
import passo.web.exercise.ResultView;

/// An attempt of a member's, judged again. Printed by `panel/attempt.jte`: of a machine its text and the tests, of questions what was answered, of tests
/// what they say of each machine.
///
/// @param number which attempt it is, in words
/// @param changed has the exercise changed since?
/// @param text as it was handed in; empty where there were questions
/// @param caption what the text is
/// @param beside what was handed in beside it; empty where nothing was
/// @param said what came of answers that are no machine, in a sentence
public record AttemptView(String number, boolean changed, String caption, String text, String besideCaption, String beside, Optional<ResultView> result, List<QuestionView> questions,
        List<TestsView.FaultView> faults, List<TestsView.MachineView> machines, String said) {}
