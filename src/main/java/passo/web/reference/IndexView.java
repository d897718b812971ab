package passo.web.reference;

import gg.jte.Content;
import java.util.List;

/// The topics of the reference as they are printed.
///
/// @param sought the word that is looked for; empty where none is
public record IndexView(String sought, List<Group> groups) {

    /// @param id its place on the page
    public record Group(String id, String title, List<Entry> topics) {}

    public record Entry(String address, String title, Content about) {}
}
