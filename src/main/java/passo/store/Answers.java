package passo.store;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import passo.study.Answered;

/// Every answer that learners have given to questions. What they know of a topic, and what is due for review, are questions put to them.
public final class Answers {

    private final Database database;

    public Answers(Database database) {
        this.database = database;
    }

    /// When this returns, the answer is on the disk.
    public void save(String learner, Answered answered) {
        database.together(handle -> insert(handle, learner, answered));
    }

    static int insert(Handle handle, String learner, Answered answered) {
        return handle.createUpdate("""
                insert into answer (id, learner, question, correct, known, answered_at) values (:id, :learner, :question, :correct, :known, :at)""")
                .bind("id", UUID.randomUUID().toString())
                .bind("learner", learner)
                .bind("question", answered.question())
                .bind("correct", answered.right())
                .bind("known", answered.known())
                .bind("at", Timestamp.from(answered.at()))
                .execute();
    }

    /// All answers of a learner, the oldest first.
    public List<Answered> of(String learner) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                select question, correct, known, answered_at from answer where learner = :learner order by answered_at, id""")
                .bind("learner", learner)
                .map((row, _) -> new Answered(row.getString("question"), row.getBoolean("correct"), row.getBoolean("known"), row.getTimestamp("answered_at").toInstant()))
                .list());
    }
}
