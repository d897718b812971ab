package passo.web.console;

import java.util.List;
import java.util.Optional;

/// All machines of a learner. Printed by `console/machines.jte`.
///
/// @param waiting how many tasks wait for the learner's answer
/// @param removed what can be brought back just now
/// @param complaint why it could not be; empty where nothing is wrong
public record MachinesView(List<Row> machines, int waiting, Optional<Removed> removed, String complaint) {

    /// One machine.
    ///
    /// @param lately how many executions were started in the last 24 hours of its console
    /// @param last empty where it was never started
    public record Row(String address, String name, String type, int revisions, int lately, Optional<Last> last, Times updated) {}

    /// The last execution.
    ///
    /// @param status as a picture shows it
    /// @param word as people say it
    public record Last(String address, String name, String status, String word, Times at) {}

    /// @param action that brings it back
    public record Removed(String name, String action) {}
}
