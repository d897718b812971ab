package passo.web.trace;

import java.util.List;
import passo.web.parts.JsonLine;

/// A page of the history.
///
/// @param find the text that all of them hold; empty for all
/// @param all how many events the history has
/// @param found how many of them hold the text
/// @param first how many of the found come before this page
/// @param raw the page in the shape of AWS's GetExecutionHistory
public record EventsView(String find, int all, int found, int first, List<EventRow> rows, String raw) {

    public boolean hasBefore() {
        return first > 0;
    }

    public boolean hasAfter() {
        return first + rows.size() < found;
    }

    public int before() {
        return first - EventsTab.MOST_ROWS;
    }

    public int after() {
        return first + EventsTab.MOST_ROWS;
    }

    /// One event.
    ///
    /// @param status its `data-status`
    /// @param at on the run's clock
    /// @param timestamp in the world
    /// @param step 0 where it belongs to the execution itself
    public record EventRow(int id, int previous, String type, String status, String state, String resource, String at, String timestamp, int step,
            List<JsonLine> raw) {}
}
