package passo.web.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import passo.json.Pointer;

/// A piece of a form of the world: `part.jte` prints each kind in its own way.
public sealed interface Part {

    /// How a value is written.
    enum Control { LINE, NUMBER, FLAG, WORD, TEXT, JSON, CODE }

    /// One value.
    ///
    /// @param at its place in the world, which is also the name of the control
    /// @param member its name in the world; empty for an item of a list
    /// @param label the same in a word
    /// @param language of code: `javascript`, `python`, `json`
    /// @param words to choose from
    /// @param hint what a good value looks like; empty where anything goes
    /// @param problem what is wrong with it; empty where nothing is
    /// @param set the address that takes a new value
    /// @param remove the address that takes it away; empty where it is not there
    record Field(String at, String member, String label, Control control, String language, String value, List<String> words, String hint,
            String problem, String set, String remove) implements Part {
        public String id() {
            return Part.id(at);
        }
    }

    /// An attribute of a table's item: its name, its type, and its value without the type around it.
    ///
    /// @param type `S`, `N`, …
    /// @param types that it may have instead
    /// @param rename the address that gives it another name
    /// @param retype the address that gives it another type
    record Attribute(String at, String name, String type, List<String> types, String rename, String retype, Field value) implements Part {
        public String id() {
            return Part.id(at);
        }
    }

    /// A few values that belong together.
    record Group(String at, String member, String label, String problem, Members members, String remove) implements Part {
        public String id() {
            return Part.id(at);
        }
    }

    /// Things of one kind, by name or in turn.
    ///
    /// @param hidden how many more there are than are shown
    /// @param add the address that adds one
    /// @param remove the address that takes all away; empty where they are what is looked at
    record Entries(String at, String member, String label, String problem, List<Entry> entries, int hidden, String add, String remove) implements Part {
        public String id() {
            return Part.id(at);
        }
    }

    /// What may be added here and is more than one value.
    record Absent(String member, String label, String add) implements Part {}

    /// The members of an object: those that it has, and those that it may have besides.
    record Members(List<Part> present, List<Part> more) {
        /// What may be added, in words.
        public String moreInWords() {
            return String.join(", ", more.stream().map(part -> switch (part) {
                case Field field -> field.label();
                case Absent absent -> absent.label();
                case Group group -> group.label();
                case Entries entries -> entries.label();
                case Attribute attribute -> attribute.name();
            }).toList());
        }
    }

    /// One of several things.
    ///
    /// @param name its own; its number where it has none
    /// @param summary what it is, in a line
    /// @param rename the address that gives it another name; empty where it has none
    /// @param open is it to be seen at once?
    record Entry(String at, String name, String summary, String problem, String rename, String remove, Members members, boolean open) {
        public String id() {
            return Part.id(at);
        }

        /// Is it one value, whose field says itself what is wrong?
        public boolean own() {
            return members.present().size() == 1 && members.present().getFirst() instanceof Field field && field.at().equals(at);
        }
    }

    /// The id of what stands for a place on the page.
    static String id(String at) {
        return "w" + encoded(at);
    }

    static String id(Pointer at) {
        return id(at.toString());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
