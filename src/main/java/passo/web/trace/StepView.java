package passo.web.trace;

import java.util.List;
import java.util.Optional;
import passo.web.parts.FailureView;
import passo.web.parts.JsonLine;
import passo.web.trial.TrialView;

/// The step that is shown: the data's way through it, and what one of the stages did.
///
/// @param stage the stage whose data are shown
/// @param stageName as the row calls it
/// @param attempts where its work was tried more than once
/// @param assigned the variables that it set, where it did
/// @param failure why it failed or was caught
/// @param logs what the code of the function wrote
/// @param trial its state, tried by itself, where that was asked
public record StepView(StepRow row, List<StageRow> way, String stage, String stageName, String size, List<JsonLine> lines, boolean difference,
        List<AttemptRow> attempts, List<JsonLine> assigned, Optional<FailureView> failure, List<String> logs, Optional<TrialView> trial) {

    /// One try.
    ///
    /// @param pause how long it waited before the next one; empty where none followed
    public record AttemptRow(int number, String status, String said, String at, String duration, String error, String pause) {}
}
