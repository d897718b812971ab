package passo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// The executions of the machines of all learners; past [#MOST] of a machine the oldest goes.
public final class Executions {

    public static final int MOST = 2000;

    /// What came of keeping an execution.
    public enum Outcome { DONE, ABSENT, NAME_TAKEN }

    /// Of one machine: how many executions there were lately, and the last.
    public record Tally(int executions, Instant lastAt, String lastName, String lastStatus) {}

    private final Database database;

    public Executions(Database database) {
        this.database = database;
    }

    /// Keeps a new execution.
    public Outcome add(String learner, Execution execution) {
        return database.together(handle -> {
            if (!owns(handle, learner, execution.machine())) return Outcome.ABSENT;
            if (exists(handle, execution)) return Outcome.NAME_TAKEN;
            bind(handle.createUpdate("""
                    insert into execution (machine, name, revision, qualifier, type, input, world, seed, decisions, started_by, status,
                        started_at, stopped_at, duration_ms, transitions, error, cause, ended_at, waiting, coverage, metrics)
                    values (:machine, :name, :revision, :qualifier, :type, :input, :world, :seed, :decisions, :startedBy, :status,
                        :startedAt, :stopped, :durationMs, :transitions, :error, :cause, :endedAt, :waiting, :coverage, :metrics)"""), execution);
            trim(handle, execution.machine());
            return Outcome.DONE;
        });
    }

    /// Keeps what a further decision or more time came to. What it was started with stays.
    ///
    /// @param decided the decisions about it that were known: if others were made meanwhile, nothing is kept
    public boolean update(String learner, Execution execution, String decided) {
        return database.together(handle -> owns(handle, learner, execution.machine()) && bind(handle.createUpdate("""
                update execution set decisions = :decisions, status = :status, stopped_at = :stopped, duration_ms = :durationMs,
                    transitions = :transitions, error = :error, cause = :cause, ended_at = :endedAt, waiting = :waiting,
                    coverage = :coverage, metrics = :metrics
                where machine = :machine and name = :name and decisions = :decided""").bind("decided", decided), execution) == 1);
    }

    private static int bind(Update update, Execution execution) {
        return update.bindMethods(execution).execute();
    }

    private static boolean owns(Handle handle, String learner, String machine) {
        return handle.createQuery("select count(*) from machine where id = " + Machines.OWN)
                .bind("machine", machine).bind("learner", learner).mapTo(Integer.class).one() == 1;
    }

    private static boolean exists(Handle handle, Execution execution) {
        return handle.createQuery("select count(*) from execution where machine = :machine and name = :name")
                .bind("machine", execution.machine()).bind("name", execution.name()).mapTo(Integer.class).one() == 1;
    }

    private static void trim(Handle handle, String machine) {
        List<String> oldest = handle.createQuery("select name from execution where machine = :machine order by started_at desc, name offset :most rows")
                .bind("machine", machine).bind("most", MOST).mapTo(String.class).list();
        if (oldest.isEmpty()) return;
        handle.createUpdate("delete from execution where machine = :machine and name in (<oldest>)")
                .bind("machine", machine).bindList("oldest", oldest).execute();
    }

    public Optional<Execution> find(String learner, String machine, String name) {
        return database.jdbi().withHandle(handle -> asked(handle, "select * from execution where name = :name and machine = " + Machines.OWN,
                learner, machine).bind("name", name).map(Execution::from).findOne());
    }

    /// The newest first.
    ///
    /// @param statuses which; all where empty
    public List<Execution> list(String learner, String machine, List<String> statuses, int from, int most) {
        var wanted = statuses.isEmpty() ? "" : " and status in (<statuses>)";
        return database.jdbi().withHandle(handle -> asked(handle, "select * from execution where machine = " + Machines.OWN + wanted
                + " order by started_at desc, name offset :from rows fetch next :most rows only", learner, machine)
                .bindList(EmptyHandling.NULL_KEYWORD, "statuses", statuses)
                .bind("from", from).bind("most", most).map(Execution::from).list());
    }

    /// An execution as a list or a chart shows it, without its texts.
    ///
    /// @param stopped when it ended, where it has
    public record Line(String name, String status, Instant startedAt, @Nullable Instant stopped, long durationMs, int transitions, String error,
            String endedAt, int waiting, String metrics) {

        static Line from(ResultSet row, StatementContext context) throws SQLException {
            Timestamp stopped = row.getTimestamp("stopped_at");
            return new Line(row.getString("name"), row.getString("status"), row.getTimestamp("started_at").toInstant(),
                    stopped == null ? null : stopped.toInstant(), row.getLong("duration_ms"), row.getInt("transitions"), row.getString("error"),
                    row.getString("ended_at"), row.getInt("waiting"), row.getString("metrics"));
        }
    }

    /// Which executions are meant.
    ///
    /// @param statuses all where empty
    /// @param text stands in the name, the error, its cause, the input or the state where it ended; every one where empty
    /// @param before that instant it was started, or at it with a later name
    public record Wanted(List<String> statuses, String text, Instant from, Instant before, String after) {}

    private static final String LINE = "name, status, started_at, stopped_at, duration_ms, transitions, error, ended_at, waiting, metrics";

    /// Those that are meant, the newest first.
    public List<Line> lines(String learner, String machine, Wanted wanted, int most) {
        return database.jdbi().withHandle(handle -> wanted(handle, "select " + LINE, " order by started_at desc, name fetch next :most rows only",
                learner, machine, wanted).bind("most", most).map(Line::from).list());
    }

    /// How many are meant.
    public int count(String learner, String machine, Wanted wanted) {
        return database.jdbi().withHandle(handle -> wanted(handle, "select count(*)", "", learner, machine, wanted).mapTo(Integer.class).one());
    }

    private static Query wanted(Handle handle, String select, String order, String learner, String machine, Wanted wanted) {
        var statuses = wanted.statuses.isEmpty() ? "" : " and status in (<statuses>)";
        var text = wanted.text.isEmpty() ? "" : """
                 and (lower(name) like :text or lower(error) like :text or lower(ended_at) like :text
                    or lower(cause) like :text or lower(input) like :text)""";
        var query = asked(handle, select + " from execution where machine = " + Machines.OWN
                + " and started_at >= :from and (started_at < :before or started_at = :before and name > :after)" + statuses + text + order, learner, machine)
                .bind("from", wanted.from).bind("before", wanted.before).bind("after", wanted.after)
                .bindList(EmptyHandling.NULL_KEYWORD, "statuses", wanted.statuses);
        return wanted.text.isEmpty() ? query : query.bind("text", "%" + wanted.text.toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }

    /// Those that have not ended, the oldest first.
    public List<Execution> running(String learner, String machine, int most) {
        return database.jdbi().withHandle(handle -> asked(handle, "select * from execution where status = 'RUNNING' and machine = " + Machines.OWN
                + " order by started_at, name fetch next :most rows only", learner, machine).bind("most", most).map(Execution::from).list());
    }

    /// Those of all machines of a learner in which a task waits for an answer, the one that waits longest first.
    public List<Execution> asking(String learner, int most) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select * from execution where waiting > 0 and machine in " + OWNED
                + " order by started_at, machine, name fetch next :most rows only").bind("learner", learner).bind("most", most)
                .map(Execution::from).list());
    }

    /// How many tasks wait for the learner's answer.
    public int waiting(String learner) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select coalesce(sum(waiting), 0) from execution where waiting > 0 and machine in "
                + OWNED).bind("learner", learner).mapTo(Integer.class).one());
    }

    private static final String OWNED = "(select id from machine where learner = :learner and removed = '')";

    /// What those of a revision have taken of it, as it was kept; of the newest.
    public List<String> coverages(String learner, String machine, int revision, int most) {
        return database.jdbi().withHandle(handle -> asked(handle, "select coverage from execution where revision = :revision and machine = " + Machines.OWN
                + " order by started_at desc, name fetch next :most rows only", learner, machine).bind("revision", revision).bind("most", most)
                .mapTo(String.class).list());
    }

    /// How many there are of each status.
    public Map<String, Integer> counts(String learner, String machine) {
        return database.jdbi().withHandle(handle -> {
            var counts = new TreeMap<String, Integer>();
            asked(handle, "select status, count(*) as executions from execution where machine = " + Machines.OWN + " group by status", learner, machine)
                    .map((row, _) -> counts.put(row.getString("status"), row.getInt("executions"))).list();
            return counts;
        });
    }

    private static Query asked(Handle handle, String sql, String learner, String machine) {
        return handle.createQuery(sql).bind("learner", learner).bind("machine", machine);
    }

    /// Of each machine of the learner that has executions: how many in the last 24 hours on the clock of its console, and the last.
    public Map<String, Tally> tallies(String learner) {
        return database.jdbi().withHandle(handle -> {
            var tallies = new TreeMap<String, Tally>();
            handle.createQuery("""
                    select latest.machine, name, status, started_at, (select count(*) from execution as counted where counted.machine = latest.machine
                        and counted.started_at > coalesce(clock, latest.started_at) - interval '24' hour) as executions
                    from execution as latest left join monitoring on monitoring.machine = latest.machine
                    where latest.machine in (select id from machine where learner = :learner and removed = '')
                    and name = (select min(name) from execution as last where last.machine = latest.machine and last.started_at =
                        (select max(started_at) from execution as newest where newest.machine = latest.machine))""")
                    .bind("learner", learner)
                    .map((row, _) -> tallies.put(row.getString("machine"), new Tally(row.getInt("executions"),
                            row.getTimestamp("started_at").toInstant(), row.getString("name"), row.getString("status")))).list();
            return tallies;
        });
    }
}
