package passo.asl;

import java.util.List;
import passo.json.Location;

/// One thing wrong with a definition. AWS, ValidateStateMachineDefinition.
///
/// @param code AWS's, such as `SCHEMA_VALIDATION_FAILED`
/// @param location AWS's slash path, such as `/States/P/Branches[0]/States/X/Next`; empty where AWS gives none
/// @param message AWS's wording, in English
/// @param explanation the same for learners, `explain.…`
/// @param hint a way out, `hint.…`; `Phrase.NONE` where there is none
/// @param at where it stands in the text
/// @param end where that ends, exclusive
public record Diagnostic(Severity severity, String code, String location, String message, Phrase explanation, Phrase hint,
        Location at, Location end) {

    public enum Severity { ERROR, WARNING }

    /// A sentence to be said in the learner's language: a key of the message files with its arguments.
    public record Phrase(String key, List<String> arguments) {
        public static final Phrase NONE = new Phrase("", List.of());

        public Phrase {
            arguments = List.copyOf(arguments);
        }

        static Phrase of(String key, String... arguments) {
            return new Phrase(key, List.of(arguments));
        }
    }
}
