package passo.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/// By what learners come back: of each one the hash of a phrase that they keep. The phrase itself is nowhere.
public final class Recoveries {

    private final Database database;

    public Recoveries(Database database) {
        this.database = database;
    }

    /// From now on this hash leads to the learner, and the one before it no longer does. When this returns, it is on the disk.
    public void save(String learner, String hash, Instant at) {
        database.write("""
                merge into recovery using (select cast(:learner as varchar) as learner) as made on recovery.learner = made.learner
                when matched then update set hash = :hash, made_at = :at
                when not matched then insert (learner, hash, made_at) values (:learner, :hash, :at)""",
                statement -> statement.bind("learner", learner).bind("hash", hash).bind("at", Timestamp.from(at)));
    }

    /// Whom a hash leads to.
    public Optional<String> learner(String hash) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select learner from recovery where hash = :hash")
                .bind("hash", hash)
                .mapTo(String.class)
                .findOne());
    }

    /// When the learner's phrase was made; empty where there is none.
    public Optional<Instant> made(String learner) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select made_at from recovery where learner = :learner")
                .bind("learner", learner)
                .map((row, _) -> row.getTimestamp("made_at").toInstant())
                .findOne());
    }
}
