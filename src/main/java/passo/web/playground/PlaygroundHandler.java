package passo.web.playground;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.Optional;
import passo.asl.Definition;
import passo.lab.Example;
import passo.store.Draft;
import passo.web.Page;
import passo.web.parts.Form;
import passo.web.trace.Asked;
import passo.web.trace.Bench;
import passo.web.trace.RunView;
import passo.web.trial.Trial;
import passo.web.world.Panel;

/// Shows the playground on one kind of sheet, already run. A `POST` to its address runs what the form says.
public final class PlaygroundHandler {

    private final Playground playground;
    private final Sheets sheets;

    public PlaygroundHandler(Playground playground, Sheets sheets) {
        this.playground = playground;
        this.sheets = sheets;
    }

    public void open(Context ctx) {
        Page page = playground.pages().of(ctx);
        Sheet sheet = find(ctx, page);
        show(ctx, page, sheet, kept(ctx, sheet), 1);
    }

    private Form kept(Context ctx, Sheet sheet) {
        if (sheet.isExercise()) return sheet.original();
        return playground.learners().known(ctx).flatMap(learner -> playground.drafts().find(learner, sheet.draft())).map(PlaygroundHandler::form)
                .orElse(sheet.original());
    }

    /// With scripts only what changes is asked for; without, the whole page, and what was written is kept.
    public void run(Context ctx) {
        take(ctx);
        Page page = playground.pages().of(ctx);
        Sheet sheet = find(ctx, page);
        Form form = Form.of(ctx);
        if (isScripted(ctx)) {
            answer(ctx, page, sheet, form);
            return;
        }
        if (!form.equals(sheet.original())) playground.drafts().save(new Draft(playground.learners().idOf(ctx), sheet.draft(), form.type().name(),
                form.definition(), form.input(), form.world(), Instant.now()));
        show(ctx, page, sheet, form, 2);
    }

    /// Runs once more, with one more decision about the run. With scripts it is what ran before; without, what was kept.
    public void decide(Context ctx) {
        playground.rate().take(ctx);
        Page page = playground.pages().of(ctx);
        Sheet sheet = find(ctx, page);
        if (isScripted(ctx)) answer(ctx, page, sheet, Form.of(ctx));
        else show(ctx, page, sheet, kept(ctx, sheet), 3);
    }

    /// Of a step of what ran before, its part alone is answered where that is asked.
    private void answer(Context ctx, Page page, Sheet sheet, Form form) {
        Asked asked = Asked.of(ctx);
        RunView run = bench(ctx, page, sheet, form).run(asked, playground.tabs());
        if ("step".equals(ctx.queryParam("part"))) playground.pages().show(ctx, "stepped.jte", run);
        else playground.pages().show(ctx, "answer.jte", new AnswerView(guide(sheet, run, asked.step().isPresent() ? 3 : 2), run));
    }

    /// Tries the state of a step by itself. With scripts it is the state as it stands in the editor, and the answer what came of it;
    /// without, the state as it was kept, on the whole page.
    public void attempt(Context ctx) {
        playground.rate().take(ctx);
        Page page = playground.pages().of(ctx);
        if (isScripted(ctx)) {
            playground.pages().show(ctx, "tried.jte", new Trial(playground.looking().capacity().share(ctx), page).run(Form.of(ctx), Asked.trial(ctx)));
            return;
        }
        Sheet sheet = find(ctx, page);
        show(ctx, page, sheet, kept(ctx, sheet), 3);
    }

    /// Forgets what was written: the sheet is as it was.
    public void reset(Context ctx) {
        Page page = playground.pages().of(ctx);
        Sheet sheet = find(ctx, page);
        playground.learners().known(ctx).ifPresent(learner -> playground.drafts().delete(learner, sheet.draft()));
        ctx.redirect(page.to(sheet.path()), HttpStatus.SEE_OTHER);
    }

    private void show(Context ctx, Page page, Sheet sheet, Form form, int guideStep) {
        Asked given = Asked.of(ctx).from(sheet.step());
        Asked asked = given.decisions().isEmpty() && form.equals(sheet.original()) ? given.decided(sheet.decisions()) : given;
        RunView run = bench(ctx, page, sheet, form).run(asked, playground.tabs());
        playground.pages().show(ctx, "playground.jte", new PlaygroundView(sheet, playground.examples().get().firstSteps().stream()
                .map(example -> choice(example, sheet, page)).toList(), form, !form.equals(sheet.original()),
                Panel.of(page, form, Optional.ofNullable(ctx.queryParam("world")).orElse("")), guide(sheet, run, guideStep), run));
    }

    private Bench bench(Context ctx, Page page, Sheet sheet, Form form) {
        return new Bench(playground.looking().capacity().share(ctx), playground.looking().diagrams(), page, page.to(sheet.path()), form);
    }

    private static GuideView guide(Sheet sheet, RunView run, int step) {
        if (!sheet.guided()) return GuideView.NONE;
        return new GuideView(true, run.status().equals("ok") ? 4 : step, run.keepsInput());
    }

    private static PlaygroundView.Choice choice(Example example, Sheet sheet, Page page) {
        Example.Text text = example.in(page.language().tag());
        String path = "/examples/" + example.slug();
        return new PlaygroundView.Choice(page.to(path), text.title(), text.about(), path.equals(sheet.path()));
    }

    private Sheet find(Context ctx, Page page) {
        return sheets.find(ctx, page).orElseThrow(NotFoundResponse::new);
    }

    /// To see another step of what ran is no run of the learner's.
    private void take(Context ctx) {
        (ctx.queryParam("step") == null ? playground.rate() : playground.looking().rate()).take(ctx);
    }

    private static boolean isScripted(Context ctx) {
        return ctx.header("HX-Request") != null;
    }

    private static Form form(Draft draft) {
        return new Form(Definition.Type.valueOf(draft.type()), draft.definition(), draft.input(), draft.world());
    }
}
