package passo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.StatementContext;

/// A rung of the ladder of help that was taken: 1 to 3 are the hints of an exercise, 4 is its solution.
public record Help(int rung, Instant takenAt) {

    public static final int HINTS = 3;
    public static final int SOLUTION = HINTS + 1;

    static Help from(ResultSet row, StatementContext context) throws SQLException {
        return new Help(row.getInt("rung"), row.getTimestamp("taken_at").toInstant());
    }
}
