package passo.asl.text;

import java.util.List;
import java.util.Optional;
import passo.json.Location;

/// One thing wrong with a definition. AWS, ValidateStateMachineDefinition.
///
/// @param code AWS's, such as `SCHEMA_VALIDATION_FAILED`
/// @param location AWS's slash path, such as `/States/P/Branches[0]/States/X/Next`; empty where AWS gives none
/// @param message AWS's wording, in English
/// @param explanation the same for learners, with the reason, `explain.…`
/// @param hint a way out, `hint.…`
/// @param differs where the documentation says one thing and the service does another, `differs.…`; else `Phrase.NONE`
/// @param fix a way out that can be taken at once, where one is certain
/// @param at where it stands in the text
/// @param end where that ends, exclusive
public record Diagnostic(Severity severity, String code, String location, String message, Phrase explanation, Phrase hint,
        Phrase differs, Optional<Fix> fix, Location at, Location end) {

    public enum Severity { ERROR, WARNING }

    public Diagnostic with(Fix fix) {
        return new Diagnostic(severity, code, location, message, explanation, hint, differs, Optional.of(fix), at, end);
    }

    /// A sentence to be said in the learner's language: a key of the message files with its arguments.
    public record Phrase(String key, List<String> arguments) {
        public static final Phrase NONE = new Phrase("", List.of());

        public Phrase {
            arguments = List.copyOf(arguments);
        }

        public static Phrase of(String key, String... arguments) {
            return new Phrase(key, List.of(arguments));
        }
    }
}
