package passo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.StatementContext;

/// What stands around the executions of a machine.
///
/// @param clock how late it is in its console: time goes on there only when somebody lets it
/// @param alarms by name, as JSON
/// @param schedules by name, as JSON
public record Monitoring(String machine, Instant clock, String alarms, String schedules) {

    static Monitoring from(ResultSet row, StatementContext context) throws SQLException {
        return new Monitoring(row.getString("machine"), row.getTimestamp("clock").toInstant(), row.getString("alarms"), row.getString("schedules"));
    }
}
