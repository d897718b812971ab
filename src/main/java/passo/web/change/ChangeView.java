package passo.web.change;

import java.util.List;
import java.util.Optional;
import passo.web.parts.Kind;

/// What may be changed at a step, as the step had it. Printed by `change.jte`.
///
/// @param action the address that takes a change
/// @param event the id of the event at which the step was entered
/// @param decisions that were made before, as JSON
/// @param reply where the step called a service
public record ChangeView(int step, String state, Kind kind, String action, int event, String decisions, Field input, List<Variable> variables, Optional<Reply> reply) {

    /// A field and what is wrong with it.
    ///
    /// @param problem empty where nothing is
    public record Field(String text, String problem) {}

    public record Variable(String name, Field value) {}

    /// The reply to a call.
    ///
    /// @param attempts how many calls there were
    /// @param attempt the one that is chosen
    /// @param after how long after the call
    /// @param errors that somebody handles here
    /// @param fails is it an error?
    public record Reply(int attempts, int attempt, Field after, Field result, String error, String cause, List<String> errors, boolean fails) {}
}
