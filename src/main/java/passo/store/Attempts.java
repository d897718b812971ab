package passo.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /// The most stars that a learner has of each exercise tried.
    public Map<String, Integer> stars(String learner) {
        Map<String, Integer> stars = new HashMap<>();
        database.jdbi().useHandle(handle -> handle.createQuery("select slug, max(stars) as stars from attempt where learner = :learner group by slug")
                .bind("learner", learner)
                .map((row, _) -> Map.entry(row.getString("slug"), row.getInt("stars")))
                .forEach(row -> stars.put(row.getKey(), row.getValue())));
        return stars;
    }
}
