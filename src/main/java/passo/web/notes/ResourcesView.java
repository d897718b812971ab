package passo.web.notes;

import java.util.List;
import passo.web.parts.Sentence;

/// The links as they are printed.
public record ResourcesView(List<Group> groups) {

    public record Group(String id, String title, List<Link> links) {}

    /// @param host of the address
    /// @param language in which one reads it, the reader's own where there is a choice
    /// @param tag of that language
    /// @param checked when and how
    public record Link(String title, String address, String host, Sentence use, String language, String tag, String checked, boolean old) {}
}
