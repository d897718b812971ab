package passo.school;

import java.util.Locale;

/// Who may have classes. Immutable.
///
/// @param name under which they sign in, as [#name(String)] makes it; empty of the owner, who signs in by a phrase alone
public record Teacher(String id, String name) {

    /// The id of the one who runs this instance. Beside having classes they say who else may.
    public static final String OWNER = "owner";

    public static final int LONGEST_NAME = 80;

    /// A name as somebody types it to sign in: capital letters do not matter, nor spaces around it.
    public static String name(String typed) {
        return Names.line(typed, LONGEST_NAME).toLowerCase(Locale.ROOT);
    }

    public boolean isOwner() {
        return id.equals(OWNER);
    }
}
