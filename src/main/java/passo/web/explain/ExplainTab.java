package passo.web.explain;

import java.util.List;
import java.util.Optional;
import passo.asl.State;
import passo.engine.Step;
import passo.engine.semantics.Outcome.Failure;
import passo.web.explain.ExplainView.FailureRow;
import passo.web.explain.ExplainView.LineRow;
import passo.web.parts.Kind;
import passo.web.trace.Asked;
import passo.web.trace.Ran;
import passo.web.trace.View;

/// The tab *Explain*: the state of the step in plain sentences, with its own data.
public final class ExplainTab implements View {

    @Override public String template() {
        return "explain.jte";
    }

    @Override public ExplainView of(Ran ran, Asked asked) {
        Step step = ran.step(asked.step());
        State state = ran.machine().find(step.state()).orElseThrow();
        var known = Known.of(ran.page(), ran.definition(), Optional.of(new Known.Visit(ran.trace(), step)));
        List<LineRow> rows = Explainer.lines(known, state).stream().map(ExplainTab::row).toList();
        return new ExplainView(step.number(), state.name(), Kind.of(state.type()), state.common().comment(), rows, step.failure().map(failure -> failure(known, failure)),
                state instanceof State.Choice choice ? Optional.of(new WhatIf(known, choice).asItWas()) : Optional.empty());
    }

    static LineRow row(Line line) {
        return new LineRow(line.field(), line.node().positions().name().line(), line.said().getFirst(), line.said().subList(1, line.said().size()), line.run());
    }

    private static FailureRow failure(Known known, Failure failure) {
        var words = new ErrorWords(known);
        return new FailureRow(failure.told(), List.of(words.meaning(failure.told()), words.recovery(failure.error())), failure.cause());
    }
}
