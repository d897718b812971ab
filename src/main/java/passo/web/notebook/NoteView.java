package passo.web.notebook;

import passo.store.Notebooks;

/// The field of a note. Printed by `notebook/field.jte`; what came of keeping it by `notebook/said.jte`.
///
/// @param home the page that it stands on
public record NoteView(String home, String text) {

    /// Where it is sent.
    public String address() {
        return home + "/note";
    }

    /// Is it too long to be kept?
    public boolean tooLong() {
        return text.length() > Notebooks.LONGEST;
    }
}
