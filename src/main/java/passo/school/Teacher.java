package passo.school;

/// Who may have classes. Immutable.
///
/// @param name under which they sign in, as [#name(String)] makes it
public record Teacher(String id, String name) {

    /// The id of the one who runs this instance. Beside having classes they say who else may.
    public static final String OWNER = "owner";

    public static final int LONGEST_NAME = 80;

    public boolean isOwner() {
        return id.equals(OWNER);
    }
}
