package passo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.StatementContext;

/// A state machine of a learner's own: what stays while its revisions follow each other. The text that is being worked on, where it
/// differs from the newest revision, is the draft of the name [#draft].
///
/// @param id made by its maker, a UUID
/// @param name one of its kind among the learner's machines
/// @param type `STANDARD` or `EXPRESS`; for ever
/// @param versions how many were ever published: no number is given twice
/// @param updatedAt when something of it was saved last
public record Machine(String id, String learner, String name, String type, int versions, Instant createdAt, Instant updatedAt) {

    /// The name of the draft of the machine with this id.
    public static String draft(String id) {
        return "machine-" + id;
    }

    public String draft() {
        return draft(id);
    }

    static Machine from(ResultSet row, StatementContext context) throws SQLException {
        return new Machine(row.getString("id"), row.getString("learner"), row.getString("name"), row.getString("type"), row.getInt("versions"),
                row.getTimestamp("created_at").toInstant(), row.getTimestamp("updated_at").toInstant());
    }
}
