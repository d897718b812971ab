package passo.web.notes;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import passo.lab.notes.Notes;
import passo.web.Page;
import passo.web.parts.Form;
import passo.web.playground.Sheet;
import passo.web.playground.Sheets;

/// The machines that lines of the notes show, by the line's id.
public final class NoteSheets implements Sheets {

    private final Supplier<Notes> notes;

    public NoteSheets(Supplier<Notes> notes) {
        this.notes = notes;
    }

    @Override public Optional<Sheet> find(Context ctx, Page page) {
        return notes.get().find(ctx.pathParam("id")).flatMap(line -> line.fragment().map(fragment -> sheet(line, fragment, page)));
    }

    private static Sheet sheet(Notes.Line line, Notes.Fragment fragment, Page page) {
        var original = new Form(fragment.type(), fragment.definition(), fragment.input(), fragment.world());
        var home = new Sheet.Home(page.to("/learn/notes#" + line.id()), page.text("notes.title"));
        return new Sheet("/learn/notes/" + line.id(), "note-" + line.id(), line.note().in(page.language().tag()), "", original, "", OptionalInt.empty(), false,
                false, Optional.of(home));
    }
}
