package passo.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.lab.grading.Verdict;
import passo.lab.progress.Tried;

/// Every attempt of every learner. Progress is a question put to them, not a second truth.
public final class Attempts {

    private final Database database;

    public Attempts(Database database) {
        this.database = database;
    }

    /// When this returns, the attempt is on the disk.
    public void save(Attempt attempt) {
        database.write("""
                insert into attempt (id, learner, slug, hash, answer, stars, failed, attempted_at)
                values (:id, :learner, :slug, :hash, :answer, :stars, :failed, :attemptedAt)""", statement -> statement.bindMethods(attempt));
    }

    /// A learner's attempts at an exercise, the newest first.
    public List<Attempt> of(String learner, String slug) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                select * from attempt where learner = :learner and slug = :slug order by attempted_at desc, id""")
                .bind("learner", learner)
                .bind("slug", slug)
                .map(Attempt::from)
                .list());
    }

    /// An attempt of a learner's.
    public Optional<Attempt> find(String learner, String id) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select * from attempt where learner = :learner and id = :id")
                .bind("learner", learner).bind("id", id).map(Attempt::from).findOne());
    }

    /// The most stars that a learner has of each exercise tried.
    public Map<String, Integer> stars(String learner) {
        Map<String, Integer> stars = new HashMap<>();
        database.jdbi().useHandle(handle -> handle.createQuery("select slug, max(stars) as stars from attempt where learner = :learner group by slug")
                .bind("learner", learner)
                .map((row, _) -> Map.entry(row.getString("slug"), row.getInt("stars")))
                .forEach(row -> stars.put(row.getKey(), row.getValue())));
        return stars;
    }

    /// What came of each exercise that a learner has tried.
    public List<Tried> tried(String learner) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                select slug, max(stars) as stars, min(case when stars >= :passing then attempted_at end) as passed_at, max(attempted_at) as last_at
                from attempt where learner = :learner group by slug order by slug""")
                .bind("learner", learner)
                .bind("passing", Verdict.PASSING)
                .map((row, _) -> new Tried(row.getString("slug"), row.getInt("stars"), Optional.ofNullable(row.getTimestamp("passed_at")).map(Timestamp::toInstant),
                        row.getTimestamp("last_at").toInstant()))
                .list());
    }

    /// The newest attempt that passed, of each exercise that a learner has passed.
    public List<Attempt> passing(String learner) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                select * from (select attempt.*, row_number() over (partition by slug order by attempted_at desc, id) as place
                    from attempt where learner = :learner and stars >= :passing) as passed
                where place = 1 order by slug""")
                .bind("learner", learner)
                .bind("passing", Verdict.PASSING)
                .map(Attempt::from)
                .list());
    }

    /// When a learner has tried something, not before an instant.
    public List<Instant> since(String learner, Instant first) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                select attempted_at from attempt where learner = :learner and attempted_at >= :first order by attempted_at""")
                .bind("learner", learner)
                .bind("first", first)
                .map((row, _) -> row.getTimestamp("attempted_at").toInstant())
                .list());
    }
}
