package passo.web.world;

import java.util.List;
import java.util.Optional;
import passo.json.Pointer;
import passo.web.parts.ProblemView;

/// The world in forms: all of it in a list, or one thing of it. Printed by `world/panel.jte`.
///
/// @param text the world as it is now written
/// @param resources how many things there are
/// @param show the address that shows the list
/// @param again the address that shows the same again
/// @param focus the id of what has the focus now; empty where it stays
/// @param removed the name of what was just taken away; empty where nothing was
/// @param problems what is wrong and stands at no field that is shown
public record WorldView(String text, int resources, String show, String again, String focus, String removed, List<ProblemView> problems, Optional<Needs> needs,
        List<Section> sections, List<Starter> starters, Part.Members settings, Optional<Opened> opened) {

    /// What the definition names and the world lacks.
    ///
    /// @param alone is there no world yet, so that everything exists?
    public record Needs(List<String> names, boolean alone, String add) {}

    /// A part of the world with everything in it.
    ///
    /// @param hidden how many more there are than are shown
    /// @param add the address that adds one; empty where there is but one
    public record Section(String part, String title, String icon, List<Row> rows, int hidden, String add, String adds) {
        public String id() {
            return Part.id(Pointer.ROOT.child(part));
        }
    }

    /// A thing, and the way to it.
    /// @param at its place, as an address writes it
    public record Row(String id, String at, String name, String summary, String open, boolean wrong) {}

    /// What can be begun.
    ///
    /// @param known has it a name in the language of the page?
    public record Starter(String title, boolean known, String icon, String add) {}

    /// One thing, to be changed.
    ///
    /// @param kind what it is, in a word
    /// @param back the address that shows the list again
    /// @param rename the address that gives it another name; empty where it has none
    /// @param test the address that calls it; empty where it cannot be called
    /// @param allows what a role allows, in words
    /// @param upload the address that takes a file in; empty where none fits
    public record Opened(String id, String name, String kind, String icon, String problem, String back, String rename, String remove, Part.Members members, String test,
            List<String> allows, String upload) {}
}
