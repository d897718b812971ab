package passo.web.teach;

import java.util.List;

/// The owner's page. Printed by `teach/admin.jte`.
///
/// @param teachers by their names
/// @param link that was just made; none at all other times
/// @param typed what was typed as a name and not taken
/// @param amiss why not; empty where nothing is amiss
/// @param said what was done just now; empty where nothing was
/// @param facts of this instance: what, and how it is
public record AdminView(List<Row> teachers, Link link, String typed, String amiss, String said, List<Fact> facts) {

    /// A teacher.
    ///
    /// @param state in words: has a password, is invited, has no link any more
    /// @param isIn have they a password?
    /// @param classes how many, in words
    /// @param address of their forms
    public record Row(String name, String state, boolean isIn, String classes, String address) {}

    /// What is to be sent to a teacher, shown this once.
    ///
    /// @param until when it is good
    public record Link(String name, String url, String until) {

        static final Link NONE = new Link("", "", "");

        public boolean isNew() {
            return !url.isEmpty();
        }
    }

    public record Fact(String what, String value) {}
}
