package passo.web.exercise;

/// What the page puts into itself after an answer: `exercise/judged.jte`.
public record JudgedView(ResultView result, AttemptsView attempts, LadderView ladder) {}
