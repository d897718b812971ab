package passo.web.playground;

import passo.web.trace.RunView;

/// What the page puts into itself after a run: `answer.jte`.
public record AnswerView(GuideView guide, RunView run) {}
