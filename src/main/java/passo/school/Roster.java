package passo.school;

import java.util.List;

/// The list of a class, as a teacher brings it from a spreadsheet or a school's system. Immutable. See [RosterReader].
///
/// @param columns as the file has them
/// @param people whom it names, in its order, each once
/// @param doubts about its lines, in their order
public record Roster(List<Column> columns, List<Person> people, List<Doubt> doubts) {

    /// How many people a list may name.
    public static final int MOST = 500;
    /// How many bytes it may have.
    public static final int LARGEST = 1 << 20;

    /// What stands in a column.
    public enum Field { NAME, SURNAME, NUMBER, EMAIL, IGNORED }

    /// @param title empty where the file has no header
    public record Column(String title, Field field) {}

    /// @param line of the file, counted from 1
    /// @param number empty where it is not said
    /// @param email the same
    public record Person(int line, String name, String number, String email) {}

    /// What somebody should look at.
    ///
    /// @param line of the file, counted from 1
    /// @param other the line with which it has to do; 0 where there is none
    public record Doubt(int line, Kind kind, String about, int other) {

        public enum Kind {
            /// There is no name: the line is left out.
            NAMELESS,
            /// The same person again: the line is left out.
            TWICE,
            /// Another of the same name: both are kept.
            SAME_NAME,
            /// A name, number or e-mail is longer than fits, and is cut.
            LONG,
            /// A cell has several lines: a quote may be missing.
            TORN,
            /// Something else stands where an e-mail is expected. It is kept as it is.
            ODD_EMAIL,
            /// Several people on the list of the class are called so, and neither number nor e-mail says which one it is: the line is left out.
            SEVERAL,
            /// Several people who have joined are called so: the line is added, and its teacher puts it together with one of them.
            SEVERAL_JOINED
        }
    }

    /// What came of reading a file.
    public sealed interface Reading {
        record Read(Roster roster) implements Reading {}

        /// @param count of the people, where there are too many
        record Refused(Reason reason, int count) implements Reading {}
    }

    /// Why nothing of a file can be taken.
    public enum Reason { EMPTY, SPREADSHEET, TOO_LARGE, TOO_MANY, NO_NAMES }

    public Roster {
        columns = List.copyOf(columns);
        people = List.copyOf(people);
        doubts = List.copyOf(doubts);
    }
}
