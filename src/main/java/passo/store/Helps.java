package passo.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The help that learners took. It is counted and never punished: no star depends on it.
public final class Helps {

    private final Database database;

    public Helps(Database database) {
        this.database = database;
    }

    /// Takes a rung, one after the other; one that was taken stays taken when it was. When this returns, it is on the disk.
    ///
    /// @throws IllegalArgumentException if the rung before it was not taken
    public void take(String learner, String slug, int rung, Instant at) {
        database.together(handle -> {
            int taken = rungs(handle, learner, slug).size();
            if (rung < 1 || rung > Help.SOLUTION || rung > taken + 1) throw new IllegalArgumentException("rung " + rung + " does not follow rung " + taken);
            return rung <= taken ? 0 : handle.createUpdate("insert into help (learner, slug, rung, taken_at) values (:learner, :slug, :rung, :at)")
                    .bind("learner", learner)
                    .bind("slug", slug)
                    .bind("rung", rung)
                    .bind("at", Timestamp.from(at))
                    .execute();
        });
    }

    /// The rungs that a learner took of an exercise, from the first; there are none between them that were not.
    public List<Help> rungs(String learner, String slug) {
        return database.jdbi().withHandle(handle -> rungs(handle, learner, slug));
    }

    private static List<Help> rungs(Handle handle, String learner, String slug) {
        return handle.createQuery("select rung, taken_at from help where learner = :learner and slug = :slug order by rung")
                .bind("learner", learner)
                .bind("slug", slug)
                .map(Help::from)
                .list();
    }
}
