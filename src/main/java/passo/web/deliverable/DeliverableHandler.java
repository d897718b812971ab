package passo.web.deliverable;

import gg.jte.Content;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import passo.export.Deliverable;
import passo.export.Portfolio;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.lab.progress.Item;
import passo.lab.progress.Standing;
import passo.store.Notebooks;
import passo.web.Page;
import passo.web.Pages;
import passo.web.deliverable.DeliverableView.Group;
import passo.web.deliverable.DeliverableView.Row;
import passo.web.exercise.HeadView;
import passo.web.notebook.NoteView;
import passo.web.parts.Markdown;
import passo.web.parts.Sentence;

/// The page of the deliverable, its preview, and the zip.
public final class DeliverableHandler {

    /// The level of the heading that the README stands under.
    private static final int BELOW = 2;

    private final Collecting collecting;
    private final Pages pages;

    public DeliverableHandler(Collecting collecting, Pages pages) {
        this.collecting = collecting;
        this.pages = pages;
    }

    public void open(Context ctx) {
        Page page = pages.of(ctx);
        show(ctx, page, collecting.works(ctx), Choice.ALL, collecting.notebook().general(ctx, page), Optional.empty());
    }

    /// How the README looks with what was chosen: by itself, or on the page where there are no scripts.
    public void preview(Context ctx) {
        Page page = pages.of(ctx);
        NoteView note = noted(ctx, page);
        var choice = Choice.of(ctx);
        List<Passed> works = collecting.works(ctx);
        Content readme = Markdown.content(collecting.readme(page, collecting.portfolio(ctx, works, choice, note.text())), BELOW);
        if (ctx.header("HX-Request") == null) show(ctx, page, works, choice, note, Optional.of(readme));
        else pages.show(ctx, "deliverable/readme.jte", readme);
    }

    /// The zip. A note that is too long to be kept goes in all the same.
    public void make(Context ctx) {
        Page page = pages.of(ctx);
        NoteView note = noted(ctx, page);
        send(ctx, page, collecting.portfolio(ctx, collecting.works(ctx), Choice.of(ctx), note.text()));
    }

    /// All that the learner has passed, for programs.
    public void all(Context ctx) {
        Page page = pages.of(ctx);
        send(ctx, page, collecting.portfolio(ctx, collecting.works(ctx), Choice.ALL, collecting.notebook().general(ctx, page).text()));
    }

    private void send(Context ctx, Page page, Portfolio portfolio) {
        Deliverable deliverable = collecting.deliverable(page, portfolio);
        ctx.contentType("application/zip").header("Content-Disposition", "attachment; filename=\"" + deliverable.name() + ".zip\"")
                .header("Cache-Control", "no-store").result(deliverable.zip());
    }

    private NoteView noted(Context ctx, Page page) {
        return collecting.notebook().write(ctx, Notebooks.GENERAL, collecting.notebook().general(ctx, page));
    }

    private void show(Context ctx, Page page, List<Passed> works, Choice choice, NoteView note, Optional<Content> readme) {
        Curriculum curriculum = collecting.exercises().curriculum().get();
        List<Group> groups = curriculum.tracks().stream().map(track -> new Group(page.text("exercise.track", track.letter(), track.title().in(page.language().tag())),
                works.stream().filter(work -> work.exercise().track().equals(track.id())).map(work -> row(page, work, choice)).toList()))
                .filter(group -> !group.rows().isEmpty()).toList();
        pages.show(ctx, "deliverable/page.jte", new DeliverableView(page.to("/learn/deliverable"), choice.title(), choice.author(), groups,
                collecting.learning().progress(ctx).items().stream().map(item -> item(page, item)).toList(), note, readme));
    }

    private static Row row(Page page, Passed work, Choice choice) {
        Exercise exercise = work.exercise();
        return new Row(exercise.slug(), title(page, exercise), page.text("exercise.kind." + exercise.kind().tag()), HeadView.address(page, exercise.slug()),
                choice.takes(exercise.slug()), work.draft().isPresent(), choice.drafts().contains(exercise.slug()));
    }

    private static DeliverableView.Item item(Page page, Item item) {
        List<Item.Step> missing = item.missing();
        Optional<Exercise> first = missing.stream().flatMap(step -> step.standing().stream()).findFirst().map(Standing::exercise);
        return new DeliverableView.Item(item.id(), page.text("learn.item." + item.id()),
                missing.isEmpty() ? page.text("learn.done") : page.text("learn.item.missing", missing.size(), item.steps().size()), missing.isEmpty(),
                first.map(exercise -> title(page, exercise)).orElse(Sentence.NONE), first.map(exercise -> HeadView.address(page, exercise.slug())).orElse(""));
    }

    private static Sentence title(Page page, Exercise exercise) {
        return Sentence.marked(exercise.in(page.language().tag()).title());
    }
}
