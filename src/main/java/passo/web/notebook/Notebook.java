package passo.web.notebook;

import io.javalin.http.Context;
import java.time.Instant;
import passo.store.Notebooks;
import passo.web.Learners;
import passo.web.Page;
import passo.web.parts.Form;

/// The notes of whoever asks.
public record Notebook(Notebooks notebooks, Learners learners) {

    private static final int MOST_SENT = 1 << 20;

    /// What is noted down about an exercise.
    public NoteView of(Context ctx, Page page, String slug) {
        return new NoteView(page.to("/exercises/" + slug), kept(ctx, slug));
    }

    /// What is noted down in general.
    public NoteView general(Context ctx, Page page) {
        return new NoteView(page.to("/learn/deliverable"), kept(ctx, Notebooks.GENERAL));
    }

    private String kept(Context ctx, String about) {
        return learners.known(ctx).map(learner -> notebooks.read(learner, about)).orElse("");
    }

    /// What was typed in place of what is kept; and it is kept, unless it is too long.
    public NoteView write(Context ctx, String about, NoteView before) {
        var typed = new NoteView(before.home(), Form.field(ctx, "note", MOST_SENT));
        if (!typed.tooLong() && !typed.text().equals(before.text())) notebooks.write(learners.idOf(ctx), about, typed.text(), Instant.now());
        return typed;
    }
}
