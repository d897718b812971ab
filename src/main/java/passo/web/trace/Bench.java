package passo.web.trace;

import java.util.List;
import java.util.Optional;
import passo.asl.Definition;
import passo.asl.State;
import passo.aws.Cloud;
import passo.diagram.LayoutCache;
import passo.engine.Run;
import passo.engine.StartExecution;
import passo.engine.Step;
import passo.engine.Trace;
import passo.json.Json;
import passo.web.Capacity;
import passo.web.Page;
import passo.web.decision.DecideView;
import passo.web.decision.Decided;
import passo.web.drawing.Canvas;
import passo.web.parts.Form;
import passo.web.parts.Places;
import passo.web.parts.Prepared;
import passo.web.parts.Sentence;
import passo.web.parts.Texts;
import passo.web.trial.Trial;
import passo.web.trial.TrialForm;
import passo.web.trial.TrialView;

/// Runs what a form says: text in, view out. Knows no request and keeps nothing. Made for one run, then dropped.
public final class Bench {

    private final Capacity.Share share;
    private final LayoutCache diagrams;
    private final Page page;
    private final String action;
    private final Form form;
    private final Texts texts;

    /// What came of it.
    private sealed interface Made {
        record Run(Ran ran) implements Made {}
        record Nothing(Definition definition, String headline) implements Made {}
    }

    /// @param action the address that runs
    public Bench(Capacity.Share share, LayoutCache diagrams, Page page, String action, Form form) {
        this.share = share;
        this.diagrams = diagrams;
        this.page = page;
        this.action = action;
        this.form = form;
        this.texts = new Texts(page);
    }

    /// The run at a step, or why there is none.
    public RunView run(Asked asked, Tabs tabs) {
        return switch (make(asked)) {
            case Made.Nothing(var definition, var headline) -> notRun(canvas(definition, asked), headline);
            case Made.Run(var ran) -> new Report(ran, canvas(ran.definition(), asked)).at(asked.decided(ran.decided().json().toString()),
                    new Places(ran.definition()), step -> asked.trial() ? Optional.of(trial(asked.trialForm(), ran.trace(), step)) : Optional.empty(),
                    tabs.of(ran, asked));
        };
    }

    /// Another run of the same page.
    public static Optional<Ran> beside(Ran ran, Form form, String decisions, Asked asked) {
        return new Bench(ran.share(), new LayoutCache(0, () -> 0), ran.page(), ran.action(), form).ran(asked.decided(decisions).undecided());
    }

    /// The run itself; empty where there is none, and [#run] says why.
    public Optional<Ran> ran(Asked asked) {
        return make(asked) instanceof Made.Run(var ran) ? Optional.of(ran) : Optional.empty();
    }

    private Made make(Asked asked) {
        Definition definition = texts.definition(form.definition(), form.type());
        Optional<Prepared> prepared = Prepared.of(texts, definition, form);
        if (prepared.isEmpty()) return new Made.Nothing(definition, "run.refused");
        StartExecution start = prepared.get().start();
        Cloud cloud = prepared.get().cloud();
        Decided decided = Decided.of(texts, asked, form.type(), prepared.get().world());
        Json.Obj before = cloud.world();
        return switch (share.run(start, cloud, decided.list())) {
            case Run.Refused _ -> new Made.Nothing(definition, "run.tooFar");
            case Run.Unfit _ -> new Made.Nothing(definition, "run.unfit");
            case Run.Ended(var trace) -> new Made.Run(new Ran(share, page, form, definition, start, trace, before, cloud, decided, texts.problems(), action));
        };
    }

    private TrialView trial(Optional<TrialForm> given, Trace trace, Step step) {
        State state = trace.start().machine().find(step.state()).orElseThrow();
        TrialForm trial = given.orElseGet(() -> TrialForm.of(trace, state, step));
        return new TrialView(trial, TrialForm.asksWorld(state), new Trial(share, page).run(form, trial));
    }

    private Canvas canvas(Definition definition, Asked asked) {
        return new Canvas(diagrams, page, definition, asked.folded());
    }

    /// Nothing ran; what can be drawn is drawn all the same.
    private RunView notRun(Canvas canvas, String headline) {
        var said = Sentence.of(page, headline);
        return new RunView(action, "fail", page.text("run.status.refused"), said, List.of(), texts.problems(), canvas.plain(), List.of(), Optional.empty(),
                Optional.empty(), Optional.empty(), List.of(), List.of(), said.spoken(), false, DecideView.NOTHING, List.of(), List.of());
    }
}
