package passo.web.trial;

/// One state, to be tried by itself: the fragment `trial.jte`.
///
/// @param asksWorld can the world answer for it?
/// @param tried what came of it
public record TrialView(TrialForm form, boolean asksWorld, TriedView tried) {

    /// Does the state ask somebody, so that an answer can be chosen?
    public boolean asks() {
        return form.answer() != TrialForm.Answer.NOBODY;
    }
}
