package passo.web.trace;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import passo.web.decision.DecisionForm;
import passo.web.parts.Form;
import passo.web.trial.TrialForm;
import passo.web.way.Beside;

/// What of a run is to be shown, and what was decided about it.
///
/// @param step the step; where empty or none of the run's, the one that says most
/// @param stage the stage of its data's way; where the step has none of this name, the one that says most
/// @param view the tab that is to be printed into the page, by name; empty where none is
/// @param find a text that the view looks for; empty for everything
/// @param from how many of its rows come before
/// @param trial is the step's state to be tried by itself?
/// @param trialForm what to try it with; where empty, what it had in the run
/// @param folded the containers that the diagram shows folded, as JSON; empty where nobody has said yet
/// @param decisions that were made, as JSON
/// @param decision one more
/// @param beside the run that it is to be compared with
/// @param runs what else was run on the page, as JSON; empty where nothing was
public record Asked(OptionalInt step, String stage, String view, String find, int from, boolean trial, Optional<TrialForm> trialForm, String folded, String decisions,
        Optional<DecisionForm> decision, Optional<Beside> beside, String runs) {

    public static Asked of(Context ctx) {
        boolean given = ctx.formParam("trial-state") != null;
        return new Asked(number(ctx.queryParam("step")), query(ctx, "stage"), query(ctx, "view"),
                Form.field(ctx, "find", 500), number(ctx.queryParam("from")).orElse(0), given || ctx.queryParam("try") != null,
                given ? Optional.of(trial(ctx)) : Optional.empty(), Form.field(ctx, "folded", 128 << 10),
                Optional.ofNullable(ctx.queryParam("decisions")).orElseGet(() -> Form.field(ctx, "decisions", 2 << 20)), decision(ctx), Beside.of(ctx),
                Form.field(ctx, "runs", 4 << 20));
    }

    /// The same of a run with these decisions.
    public Asked decided(String decisions) {
        return new Asked(step, stage, view, find, from, trial, trialForm, folded, decisions, decision, beside, runs);
    }

    /// The same, at this step where none was asked for.
    public Asked from(OptionalInt first) {
        return new Asked(step.isPresent() ? step : first, stage, view, find, from, trial, trialForm, folded, decisions, decision, beside, runs);
    }

    /// The same, with no further decision.
    Asked undecided() {
        return new Asked(step, stage, view, find, from, trial, trialForm, folded, decisions, Optional.empty(), beside, runs);
    }

    private static String query(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).orElse("");
    }

    private static Optional<DecisionForm> decision(Context ctx) {
        if (ctx.formParam("decision") == null) return Optional.empty();
        return Optional.of(new DecisionForm(Form.field(ctx, "decision", 10), number(ctx.formParam("decision-event")).orElse(0),
                Form.field(ctx, "decision-execution", 500), Form.field(ctx, "decision-after", 50),
                Form.field(ctx, "decision-variable", 100), number(ctx.formParam("decision-attempt")).orElse(1), Form.field(ctx, "decision-output", 256 << 10),
                Form.field(ctx, "decision-error", 256), Form.field(ctx, "decision-cause", 32 << 10), Form.field(ctx, "decision-world", 1 << 20)));
    }

    /// What a state is to be tried with.
    public static TrialForm trial(Context ctx) {
        return new TrialForm(Form.field(ctx, "trial-state", 200), Form.field(ctx, "trial-input", 256 << 10), Form.field(ctx, "trial-variables", 1 << 20),
                Form.field(ctx, "trial-context", 1 << 20), TrialForm.Answer.of(Form.field(ctx, "trial-answer", 10)), Form.field(ctx, "trial-result", 256 << 10),
                Form.field(ctx, "trial-error", 256), Form.field(ctx, "trial-cause", 32 << 10), number(ctx.formParam("trial-retries")).orElse(0));
    }

    private static OptionalInt number(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
