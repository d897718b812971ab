package passo.asl;

import java.util.List;
import passo.json.Location;

/// One thing wrong with a definition. AWS, ValidateStateMachineDefinition.
///
/// @param code AWS's, such as `SCHEMA_VALIDATION_FAILED`
/// @param location AWS's slash path, such as `/States/P/Branches[0]/States/X/Next`; empty where AWS gives none
/// @param message AWS's wording
/// @param hint what to do about it, as a key of the message files with its arguments; see `Hint`
/// @param at where it stands in the text
public record Diagnostic(Severity severity, String code, String location, String message, Hint hint, Location at, Location end) {

    public enum Severity { ERROR, WARNING }

    /// A way out, to be said in the learner's language: `hint.didYouMean` with the name that was meant.
    public record Hint(String key, List<String> arguments) {
        public static final Hint NONE = new Hint("", List.of());

        public Hint {
            arguments = List.copyOf(arguments);
        }
    }
}
