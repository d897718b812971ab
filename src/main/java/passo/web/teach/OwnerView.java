package passo.web.teach;

/// The owner's page to somebody who is not known to be the owner. Printed by `teach/owner.jte`.
///
/// @param code by which they may set the phrase; empty where they came without
/// @param amiss why what they typed was not taken; empty where nothing was typed
public record OwnerView(Stage stage, String code, String amiss) {

    public enum Stage {
        /// Nobody owns the instance, and they may.
        SET_UP,
        /// Nobody owns it, and it is not for them to.
        ELSEWHERE,
        /// Somebody owns it.
        ENTER
    }

    public boolean isToSetUp() {
        return stage == Stage.SET_UP;
    }

    public boolean isElsewhere() {
        return stage == Stage.ELSEWHERE;
    }
}
