package passo.lab.grading;

import java.util.List;
import passo.asl.text.Diagnostic;
import passo.lab.exercise.Rule;

/// What is to be said of an answer, in the order of judgement.
///
/// @param diagnostics why the machine cannot be made; then nothing else was judged
/// @param tests visible ones first
/// @param broken structure rules that do not hold
/// @param mistakes that were recognised, by their messages
/// @param answers to questions
/// @param examination of machines by the learner's tests
/// @param stars 1 where the visible tests pass, 2 where all passes, 3 where the golf target is met as well
public record Verdict(List<Diagnostic> diagnostics, List<TestResult> tests, List<Rule> broken, List<Rule> mistakes, List<Answered> answers,
        Examination examination, int stars) {

    /// So many stars has what passes.
    public static final int PASSING = 2;

    public boolean passed() {
        return stars >= PASSING;
    }
}
