package passo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.StatementContext;
import passo.json.Json;

/// One answer to an exercise, and what came of it.
///
/// @param hash of the exercise as it was then
/// @param answer as it was handed in, as JSON
/// @param failed the tests that did not pass, as a JSON list of their ids
public record Attempt(String id, String learner, String slug, String hash, String answer, int stars, String failed, Instant attemptedAt) {

    /// Was this a test that did not pass?
    public boolean failed(String test) {
        return failed.contains(Json.of(test).toString());
    }

    static Attempt from(ResultSet row, StatementContext context) throws SQLException {
        return new Attempt(row.getString("id"), row.getString("learner"), row.getString("slug"), row.getString("hash"), row.getString("answer"),
                row.getInt("stars"), row.getString("failed"), row.getTimestamp("attempted_at").toInstant());
    }
}
