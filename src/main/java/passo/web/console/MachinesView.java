package passo.web.console;

import java.util.List;
import java.util.Optional;

/// All machines of a learner. Printed by `console/machines.jte`.
///
/// @param removed what can be brought back just now
/// @param complaint why it could not be; empty where nothing is wrong
public record MachinesView(List<Row> machines, Optional<Removed> removed, String complaint) {

    /// One machine.
    ///
    /// @param today how many executions were started today
    /// @param last empty where it was never started
    public record Row(String address, String name, String type, int revisions, int today, Optional<Last> last, Times updated) {}

    /// The last execution.
    ///
    /// @param status as a picture shows it
    /// @param word as people say it
    public record Last(String name, String status, String word, Times at) {}

    /// @param action that brings it back
    public record Removed(String name, String action) {}
}
