package passo.web.deliverable;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import passo.web.notebook.NoteView;
import passo.web.parts.Sentence;

/// The page on which a deliverable is made. Printed by `deliverable/page.jte`.
///
/// @param action where the form is sent
/// @param groups what there is to choose from; empty where nothing is passed yet
/// @param items of the checklist
/// @param readme as it will be; empty where it is asked for by itself, since it takes a while
public record DeliverableView(String action, String title, String author, List<Group> groups, List<Item> items, NoteView note, Optional<Content> readme) {

    /// The exercises of a track.
    public record Group(String title, List<Row> rows) {}

    /// An exercise.
    ///
    /// @param edited does something else stand in the editor than what passed?
    /// @param draft does that go in?
    public record Row(String slug, Sentence title, String about, String address, boolean chosen, boolean edited, boolean draft) {}

    /// An item of the checklist.
    ///
    /// @param missing what is missing first
    /// @param address of it; empty where nothing is missing
    public record Item(String id, String title, String standing, boolean done, Sentence missing, String address) {}
}
