package passo.web.share;

import java.util.List;
import java.util.Optional;
import passo.diagram.Drawing;
import passo.diagram.ServiceName;
import passo.web.parts.Sentence;

/// The gallery. Printed by `share/gallery.jte`.
public record GalleryView(List<Card> useCases, List<Card> firstSteps) {

    /// An example.
    ///
    /// @param states how many it has, in words
    /// @param tries what to change, and what happens then
    /// @param drawing how it looks without a run
    public record Card(String slug, String address, String title, String sentence, String about, String states, List<Tag> tags,
            List<ServiceName> services, List<Sentence> tries, Optional<Drawing> drawing) {}

    /// An item of the checklist.
    public record Tag(String name, String title) {}
}
