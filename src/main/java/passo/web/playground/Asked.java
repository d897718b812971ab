package passo.web.playground;

import java.util.Optional;
import java.util.OptionalInt;
import passo.web.trial.TrialForm;

/// What of a run is to be shown, and what was decided about it.
///
/// @param step the step; where empty or none of the run's, the one that says most
/// @param stage the stage of its data's way; where the step has none of this name, the one that says most
/// @param trial is the step's state to be tried by itself?
/// @param trialForm what to try it with; where empty, what it had in the run
/// @param decisions that were made, as JSON
/// @param decision one more
record Asked(OptionalInt step, String stage, boolean trial, Optional<TrialForm> trialForm, String decisions, Optional<DecisionForm> decision) {

    /// The same of a run with these decisions.
    Asked decided(String decisions) {
        return new Asked(step, stage, trial, trialForm, decisions, decision);
    }
}
