package passo.web.reference;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import passo.web.notes.NotesView.Door;
import passo.web.parts.Sentence;

/// A topic of the reference as it is printed.
///
/// @param description the first paragraph as plain text
/// @param action where its examples are sent to be run
/// @param exercises that train it
/// @param notes that are about it
public record TopicView(String title, String description, Content about, String action, List<Section> sections, List<Door> exercises, List<Link> notes,
        Optional<Link> previous, Optional<Link> next) {

    /// @param id its place on the page; empty of what comes before the first heading, and then it has no title either
    public record Section(String id, Sentence title, List<Part> parts) {}

    public sealed interface Part {

        record Prose(Content text) implements Part {}

        record Shown(SampleView sample) implements Part {}
    }

    public record Link(String address, String title) {}

    /// The sections that have a heading.
    public List<Section> headed() {
        return sections.stream().filter(section -> !section.id().isEmpty()).toList();
    }
}
