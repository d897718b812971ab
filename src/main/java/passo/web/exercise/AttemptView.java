package passo.web.exercise;

/// An attempt that is looked at again. Printed by `exercise/attempt.jte`.
///
/// @param home the address of the exercise
/// @param changed has the exercise changed since?
/// @param asksLogging is it a part of the answer how the machine logs?
/// @param result as the answer is judged now
public record AttemptView(String title, String home, AttemptsView.Row row, boolean changed, Work work, boolean asksLogging, ResultView result) {}
