package passo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.StatementContext;

/// A revision with a number that can be counted on. AWS, PublishStateMachineVersion.
///
/// @param number counted from 1 in its machine, never given twice
public record Version(int number, int revision, String description, Instant createdAt) {

    static Version from(ResultSet row, StatementContext context) throws SQLException {
        return new Version(row.getInt("number"), row.getInt("revision"), row.getString("description"), row.getTimestamp("created_at").toInstant());
    }
}
