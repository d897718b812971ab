package passo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// An execution of a machine: all that it is run again from, and what of its trace is asked for most.
///
/// @param machine the machine's id
/// @param name one of its kind in its machine
/// @param revision what ran
/// @param qualifier what it was started by: empty for the machine itself, `3` for a version, else an alias
/// @param type `STANDARD` or `EXPRESS`
/// @param world empty where it is the revision's
/// @param decisions about it, as JSON
/// @param startedBy `HAND`, `EVENT` or `SCHEDULE`
/// @param status as AWS writes it, such as `TIMED_OUT`
/// @param startedAt on the console's clock
/// @param stopped when it ended, where it has
/// @param error empty where it has none
/// @param endedAt the state where it ended or stands
/// @param waiting how many tasks wait for somebody's answer
/// @param coverage what of the machine it has taken
/// @param metrics its figures, as JSON
public record Execution(String machine, String name, int revision, String qualifier, String type, String input, String world, long seed,
        String decisions, String startedBy, String status, Instant startedAt, @Nullable Instant stopped, long durationMs, int transitions,
        String error, String cause, String endedAt, int waiting, String coverage, String metrics) {

    public Optional<Instant> stoppedAt() {
        return Optional.ofNullable(stopped);
    }

    /// The same, about which this was decided.
    public Execution decided(String decided) {
        return new Execution(machine, name, revision, qualifier, type, input, world, seed, decided, startedBy, status, startedAt, stopped, durationMs,
                transitions, error, cause, endedAt, waiting, coverage, metrics);
    }

    static Execution from(ResultSet row, StatementContext context) throws SQLException {
        Timestamp stopped = row.getTimestamp("stopped_at");
        return new Execution(row.getString("machine"), row.getString("name"), row.getInt("revision"), row.getString("qualifier"),
                row.getString("type"), row.getString("input"), row.getString("world"), row.getLong("seed"), row.getString("decisions"),
                row.getString("started_by"), row.getString("status"), row.getTimestamp("started_at").toInstant(),
                stopped == null ? null : stopped.toInstant(), row.getLong("duration_ms"), row.getInt("transitions"), row.getString("error"),
                row.getString("cause"), row.getString("ended_at"), row.getInt("waiting"), row.getString("coverage"), row.getString("metrics"));
    }
}
