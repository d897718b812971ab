package passo.web.playground;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import passo.asl.Definition;
import passo.diagram.LayoutCache;
import passo.lab.Example;
import passo.lab.Examples;
import passo.store.Draft;
import passo.store.Drafts;
import passo.web.Capacity;
import passo.web.Learners;
import passo.web.Page;
import passo.web.Pages;
import passo.web.RateLimit;
import passo.web.parts.Form;
import passo.web.trial.Trial;
import passo.web.trial.TrialForm;
import passo.web.world.Panel;

/// Shows the playground: `/` with what the learner worked on last, `/examples/{slug}` with one example. Either is already run.
/// A `POST` to the latter runs what the form says.
public final class PlaygroundHandler {

    private final Supplier<Examples> examples;
    private final Learners learners;
    private final Drafts drafts;
    private final RateLimit rate;
    private final Capacity capacity;
    private final Pages pages;
    private final LayoutCache diagrams = new LayoutCache(100);

    public PlaygroundHandler(Supplier<Examples> examples, Learners learners, Drafts drafts, RateLimit rate, Capacity capacity, Pages pages) {
        this.examples = examples;
        this.learners = learners;
        this.drafts = drafts;
        this.rate = rate;
        this.capacity = capacity;
        this.pages = pages;
    }

    public void home(Context ctx) {
        Optional<Example> latest = learners.known(ctx).flatMap(drafts::latest).flatMap(draft -> examples.get().find(draft.name()));
        open(ctx, latest.orElseGet(() -> examples.get().first()));
    }

    public void example(Context ctx) {
        open(ctx, find(ctx));
    }

    private void open(Context ctx, Example example) {
        Page page = pages.of(ctx);
        show(ctx, page, example, kept(ctx, page, example), 1);
    }

    private Form kept(Context ctx, Page page, Example example) {
        return learners.known(ctx).flatMap(learner -> drafts.find(learner, example.slug())).map(PlaygroundHandler::form)
                .orElseGet(() -> form(example, page));
    }

    /// With scripts only what changes is asked for; without, the whole page, and what was written is kept.
    public void run(Context ctx) {
        rate.take(ctx);
        Page page = pages.of(ctx);
        Example example = find(ctx);
        Form form = Form.of(ctx);
        if (ctx.header("HX-Request") != null) {
            answer(ctx, page, example, form);
            return;
        }
        if (!form.equals(form(example, page))) {
            drafts.save(new Draft(learners.idOf(ctx), example.slug(), form.type().name(), form.definition(), form.input(), form.world(), Instant.now()));
        }
        show(ctx, page, example, form, 2);
    }

    /// Runs once more, with one more decision about the run. With scripts it is what ran before; without, what was kept.
    public void decide(Context ctx) {
        rate.take(ctx);
        Page page = pages.of(ctx);
        Example example = find(ctx);
        if (ctx.header("HX-Request") != null) answer(ctx, page, example, Form.of(ctx));
        else show(ctx, page, example, kept(ctx, page, example), 3);
    }

    private void answer(Context ctx, Page page, Example example, Form form) {
        RunView run = new Bench(capacity.share(ctx), diagrams, page, address(page, example), form).run(asked(ctx));
        pages.show(ctx, "answer.jte", new AnswerView(guide(example, run, step(ctx).isPresent() ? 3 : 2), run));
    }

    /// Tries the state of a step by itself. With scripts it is the state as it stands in the editor, and the answer what came of it;
    /// without, the state as it was kept, on the whole page.
    public void attempt(Context ctx) {
        rate.take(ctx);
        Page page = pages.of(ctx);
        if (ctx.header("HX-Request") != null) pages.show(ctx, "tried.jte", new Trial(capacity.share(ctx), page).run(Form.of(ctx), trial(ctx)));
        else show(ctx, page, find(ctx), kept(ctx, page, find(ctx)), 3);
    }

    /// Forgets what was written: the example is as it was.
    public void reset(Context ctx) {
        learners.known(ctx).ifPresent(learner -> drafts.delete(learner, find(ctx).slug()));
        ctx.redirect(pages.of(ctx).to("/examples/" + find(ctx).slug()), HttpStatus.SEE_OTHER);
    }

    private void show(Context ctx, Page page, Example example, Form form, int guideStep) {
        RunView run = new Bench(capacity.share(ctx), diagrams, page, address(page, example), form).run(asked(ctx));
        Example.Text text = example.in(page.language().tag());
        pages.show(ctx, "playground.jte", new PlaygroundView(example.slug(), text.title(), text.about(),
                examples.get().all().stream().map(other -> choice(other, example, page)).toList(), form, !form.equals(form(example, page)),
                Panel.of(page, form, Optional.ofNullable(ctx.queryParam("world")).orElse("")), guide(example, run, guideStep), run));
    }

    private static GuideView guide(Example example, RunView run, int step) {
        if (!example.guided()) return GuideView.NONE;
        return new GuideView(true, run.status().equals("ok") ? 4 : step, run.keepsInput());
    }

    private static PlaygroundView.Choice choice(Example other, Example current, Page page) {
        Example.Text text = other.in(page.language().tag());
        return new PlaygroundView.Choice(address(page, other), text.title(), text.about(), other.slug().equals(current.slug()));
    }

    private static String address(Page page, Example example) {
        return page.to("/examples/" + example.slug());
    }

    private Example find(Context ctx) {
        return examples.get().find(ctx.pathParam("slug")).orElseThrow(NotFoundResponse::new);
    }

    private static Form form(Draft draft) {
        return new Form(Definition.Type.valueOf(draft.type()), draft.definition(), draft.input(), draft.world());
    }

    private static Form form(Example example, Page page) {
        Example.Text text = example.in(page.language().tag());
        return new Form(example.type(), text.definition(), text.input(), text.world());
    }

    private static Asked asked(Context ctx) {
        boolean given = ctx.formParam("trial-state") != null;
        return new Asked(step(ctx), Optional.ofNullable(ctx.queryParam("stage")).orElse(""), given || ctx.queryParam("try") != null,
                given ? Optional.of(trial(ctx)) : Optional.empty(), decisions(ctx), decision(ctx));
    }

    private static String decisions(Context ctx) {
        return Optional.ofNullable(ctx.queryParam("decisions")).orElseGet(() -> Form.field(ctx, "decisions", 2 << 20));
    }

    private static Optional<DecisionForm> decision(Context ctx) {
        if (ctx.formParam("decision") == null) return Optional.empty();
        return Optional.of(new DecisionForm(Form.field(ctx, "decision", 10), number(ctx.formParam("decision-event")).orElse(0),
                Form.field(ctx, "decision-execution", 500), Form.field(ctx, "decision-after", 50), Form.field(ctx, "decision-output", 256 << 10),
                Form.field(ctx, "decision-error", 256), Form.field(ctx, "decision-cause", 32 << 10), Form.field(ctx, "decision-world", 1 << 20)));
    }

    private static TrialForm trial(Context ctx) {
        return new TrialForm(Form.field(ctx, "trial-state", 200), Form.field(ctx, "trial-input", 256 << 10), Form.field(ctx, "trial-variables", 1 << 20),
                Form.field(ctx, "trial-context", 1 << 20), TrialForm.Answer.of(Form.field(ctx, "trial-answer", 10)), Form.field(ctx, "trial-result", 256 << 10),
                Form.field(ctx, "trial-error", 256), Form.field(ctx, "trial-cause", 32 << 10), number(ctx.formParam("trial-retries")).orElse(0));
    }

    private static OptionalInt step(Context ctx) {
        return number(ctx.queryParam("step"));
    }

    private static OptionalInt number(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
