package passo.lab.grading;

import java.util.List;
import passo.json.Json;

/// One thing that is not as a test expects it.
///
/// @param expected what was expected, as the kind has it
/// @param got what came instead
/// @param mismatches place by place, where values were compared
/// @param step the number of the step that matters; 0 for none
public record Finding(Kind kind, Json expected, Json got, List<Mismatch> mismatches, int step) {

    /// What was asked.
    ///
    /// `TOO_FAR`: the run went further than runs may. `ROLES`: some are missing (`expected`), what was handed in
    /// beside the machine cannot be read, or AWS would not make the machine with them (`got` says why). `ALARMS`: `got` is empty of one that is not there.
    public enum Kind {
        TOO_FAR, ROLES, STATUS, ERROR, CAUSE, FAILED_AT, OUTPUT, EFFECTS, WORLD, CALLS, VISITED, IN_ORDER, NEVER, TRANSITIONS, DURATION, LOGS, NOT_IN_LOGS, ALARMS, ALLOWED
    }
}
