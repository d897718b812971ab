package passo.web.exercise;

/// An attempt that is looked at again. Printed by `exercise/attempt.jte`.
///
/// @param home the address of the exercise
/// @param changed has the exercise changed since?
/// @param result as the answer is judged now
public record AttemptView(String title, String home, AttemptsView.Row row, boolean changed, Work work, ResultView result) {}
