package passo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.StatementContext;

/// What a learner has written and not lost: everything one run is made from.
///
/// @param name what it is a draft of, such as the slug of an example
/// @param type `STANDARD` or `EXPRESS`
public record Draft(String learner, String name, String type, String definition, String input, String world, Instant updatedAt) {

    static Draft from(ResultSet row, StatementContext context) throws SQLException {
        return new Draft(
                row.getString("learner"),
                row.getString("name"),
                row.getString("type"),
                row.getString("definition"),
                row.getString("input"),
                row.getString("world"),
                row.getTimestamp("updated_at").toInstant());
    }
}
