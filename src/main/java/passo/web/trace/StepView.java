package passo.web.trace;

import java.util.List;
import java.util.Optional;
import passo.web.parts.FailureView;
import passo.web.parts.JsonView;
import passo.web.trial.TrialView;
import passo.web.way.StageRow;
import passo.web.way.StageView;

/// The step that is shown: the data's way through it, and what one of the stages did.
///
/// @param shown the stage whose data are shown
/// @param attempts where its work was tried more than once
/// @param failure why it failed or was caught
/// @param logs what the code of the function wrote
/// @param trial its state, tried by itself, where that was asked
public record StepView(StepRow row, List<StageRow> way, StageView shown, List<AttemptRow> attempts, Optional<FailureView> failure, List<String> logs,
        Optional<TrialView> trial) {

    /// One try.
    ///
    /// @param pause how long it waited before the next one; empty where none followed
    /// @param sent what the work was given, where it came so far
    /// @param got its answer, or its error
    public record AttemptRow(int number, String status, String said, String at, String duration, String error, String pause, Optional<JsonView> sent,
            Optional<JsonView> got) {}
}
