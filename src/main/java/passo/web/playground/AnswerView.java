package passo.web.playground;

/// What the page puts into itself after a run: `answer.jte`.
public record AnswerView(GuideView guide, RunView run) {}
