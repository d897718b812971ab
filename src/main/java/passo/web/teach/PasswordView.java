package passo.web.teach;

/// A new password: of a teacher who was invited, or in the place of an old one. Printed by `teach/invitation.jte` and `teach/password.jte`.
///
/// @param name under which one signs in with it; empty of the owner, who does so by the phrase alone
/// @param amiss why it was not taken; empty where nothing is amiss
/// @param done was it changed?
public record PasswordView(String name, String amiss, boolean done) {

    public boolean isOwners() {
        return name.isEmpty();
    }
}
