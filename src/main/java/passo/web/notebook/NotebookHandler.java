package passo.web.notebook;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.function.Supplier;
import passo.lab.exercise.Curriculum;
import passo.store.Notebooks;
import passo.web.Pages;

/// Keeps what learners note down. A text that is too long is neither kept nor lost: it is shown again, with what is the matter.
public final class NotebookHandler {

    private final Supplier<Curriculum> curriculum;
    private final Notebook notebook;
    private final Pages pages;

    public NotebookHandler(Supplier<Curriculum> curriculum, Notebook notebook, Pages pages) {
        this.curriculum = curriculum;
        this.notebook = notebook;
        this.pages = pages;
    }

    /// A note about an exercise.
    public void exercise(Context ctx) {
        String slug = ctx.pathParam("slug");
        curriculum.get().find(slug).orElseThrow(NotFoundResponse::new);
        answer(ctx, notebook.write(ctx, slug, notebook.of(ctx, pages.of(ctx), slug)));
    }

    /// The general one.
    public void general(Context ctx) {
        answer(ctx, notebook.write(ctx, Notebooks.GENERAL, notebook.general(ctx, pages.of(ctx))));
    }

    private void answer(Context ctx, NoteView note) {
        if (ctx.header("HX-Request") != null) pages.show(ctx, "notebook/said.jte", note);
        else if (note.tooLong()) pages.show(ctx, "notebook/page.jte", note);
        else ctx.redirect(note.home() + "#note", HttpStatus.SEE_OTHER);
    }
}
