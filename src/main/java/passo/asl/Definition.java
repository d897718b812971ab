package passo.asl;

import java.util.List;
import java.util.Optional;
import passo.json.Json;
import passo.json.JsonText;
import passo.json.Positions;

/// A definition that was read: the machine, if it is one, and everything wrong with the text.
///
/// @param machine present exactly where no diagnostic is an error
/// @param positions where each value of the definition stands in its text
public record Definition(Optional<StateMachine> machine, List<Diagnostic> diagnostics, Positions positions) {

    /// The type of a state machine. AWS, "Choosing workflow type".
    public enum Type { STANDARD, EXPRESS }

    public boolean isValid() {
        return machine.isPresent();
    }
}
