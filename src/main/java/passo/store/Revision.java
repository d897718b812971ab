package passo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.StatementContext;

/// What a machine was when it was saved: its definition and its configuration, never changed again.
///
/// @param number counted from 1 in its machine
/// @param input a sample to start it with
/// @param world where it runs; the role of the machine stands there
/// @param logLevel `OFF`, `FATAL`, `ERROR` or `ALL`
/// @param logData does what goes in and out stand in the log as well?
/// @param note why it was saved, as a commit message says it
public record Revision(int number, String definition, String input, String world, String logLevel, boolean logData, String note,
        Instant createdAt) {

    /// A revision as a list shows it, without its texts.
    ///
    /// @param version under which it is published; 0 where it is not
    public record Line(int number, String note, Instant createdAt, int version) {

        static Line from(ResultSet row, StatementContext context) throws SQLException {
            return new Line(row.getInt("number"), row.getString("note"), row.getTimestamp("created_at").toInstant(), row.getInt("version"));
        }
    }

    static Revision from(ResultSet row, StatementContext context) throws SQLException {
        return new Revision(row.getInt("number"), row.getString("definition"), row.getString("input"), row.getString("world"),
                row.getString("log_level"), row.getBoolean("log_data"), row.getString("note"), row.getTimestamp("created_at").toInstant());
    }
}
