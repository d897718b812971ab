package passo.store;

/// Why rows that somebody brought are not taken.
///
/// @param place what is the matter, such as `attempt[3].stars`; rows are counted from 0
public record Flaw(Kind kind, String place) {

    /// What is the matter with it.
    public enum Kind {
        /// There is no such table or column here.
        UNKNOWN,
        /// It should be there.
        MISSING,
        /// It is, but cannot be that.
        VALUE,
        /// Rows speak of others that are not there, or exclude each other.
        APART
    }
}
