package passo.web.playground;

import java.util.List;
import java.util.Optional;
import passo.asl.Definition;
import passo.asl.State;
import passo.asl.StateMachine;
import passo.aws.Cloud;
import passo.diagram.Diagram;
import passo.diagram.Drawing;
import passo.diagram.Layout;
import passo.diagram.LayoutCache;
import passo.diagram.Outline;
import passo.engine.Run;
import passo.engine.StartExecution;
import passo.engine.Step;
import passo.engine.Trace;
import passo.json.Json;
import passo.web.Capacity;
import passo.web.Page;
import passo.web.parts.Form;
import passo.web.parts.Prepared;
import passo.web.parts.Sentence;
import passo.web.parts.Texts;
import passo.web.trial.Trial;
import passo.web.trial.TrialForm;
import passo.web.trial.TrialView;

/// Runs what a form says: text in, view out. Knows no request and keeps nothing. Made for one run, then dropped.
final class Bench {

    private final Capacity.Share share;
    private final LayoutCache diagrams;
    private final Page page;
    private final String action;
    private final Form form;
    private final Texts texts;

    /// @param action the address that runs
    Bench(Capacity.Share share, LayoutCache diagrams, Page page, String action, Form form) {
        this.share = share;
        this.diagrams = diagrams;
        this.page = page;
        this.action = action;
        this.form = form;
        this.texts = new Texts(page);
    }

    RunView run(Asked asked) {
        Definition definition = texts.definition(form.definition(), form.type());
        Optional<Prepared> prepared = Prepared.of(texts, definition, form);
        if (prepared.isEmpty()) return notRun(definition, "run.refused");
        StartExecution start = prepared.get().start();
        Cloud cloud = prepared.get().cloud();
        Decided decided = Decided.of(texts, asked, form.type(), prepared.get().world());
        Json.Obj before = cloud.world();
        return switch (share.run(start, cloud, decided.list())) {
            case Run.Refused _ -> notRun(definition, "run.tooFar");
            case Run.Unfit _ -> notRun(definition, "run.unfit");
            case Run.Ended(var trace) -> new Report(page, start.machine(), diagram(start.machine()), trace, before, cloud)
                    .at(asked.decided(decided.json().toString()), action, new Places(form.definition()), texts.problems(),
                            step -> asked.trial() ? Optional.of(trial(asked.trialForm(), trace, step)) : Optional.empty());
        };
    }

    private TrialView trial(Optional<TrialForm> given, Trace trace, Step step) {
        State state = trace.start().machine().find(step.state()).orElseThrow();
        TrialForm trial = given.orElseGet(() -> TrialForm.of(trace, state, step));
        return new TrialView(trial, TrialForm.asksWorld(state), new Trial(share, page).run(form, trial));
    }

    private Optional<Diagram> diagram(StateMachine machine) {
        return diagrams.get(page.language().tag() + "\n" + form.definition(), () -> Layout.of(machine, page.messages()::get));
    }

    /// Nothing ran; what can be drawn is drawn all the same.
    private RunView notRun(Definition definition, String headline) {
        Optional<Drawing> drawing = definition.machine().flatMap(this::diagram)
                .map(plan -> Drawing.of(plan, page.text("run.diagram"), page.messages()::get));
        Optional<Outline> outline = definition.machine().map(machine -> Outline.of(machine, page.messages()::get));
        var said = Sentence.of(page, headline);
        return new RunView(action, "fail", page.text("run.status.refused"), said, List.of(), texts.problems(), drawing, outline, List.of(), Optional.empty(),
                Optional.empty(), Optional.empty(), List.of(), List.of(), said.spoken(), false, DecideView.NOTHING, List.of(), Optional.empty(), Optional.empty());
    }
}
