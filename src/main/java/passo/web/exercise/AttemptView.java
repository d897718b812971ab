package passo.web.exercise;

/// An attempt that is looked at again. Printed by `exercise/attempt.jte`.
///
/// @param home the address of the exercise
/// @param changed has the exercise changed since?
/// @param asked what was handed in beside the machine, in words; empty where nothing was
/// @param result as the answer is judged now
public record AttemptView(String title, String home, AttemptsView.Row row, boolean changed, Work work, String asked, ResultView result) {}
