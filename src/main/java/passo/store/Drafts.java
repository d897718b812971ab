package passo.store;

import java.util.Optional;

/// The drafts of all learners; of each learner one a name.
public final class Drafts {

    private final Database database;

    public Drafts(Database database) {
        this.database = database;
    }

    /// When this returns, the draft is on the disk.
    public void save(Draft draft) {
        database.write("""
                merge into draft
                using (select cast(:learner as varchar) as learner, cast(:name as varchar) as name) as saved
                on draft.learner = saved.learner and draft.name = saved.name
                when matched then update set type = :type, definition = :definition, input = :input, world = :world, updated_at = :updatedAt
                when not matched then insert (learner, name, type, definition, input, world, updated_at)
                    values (:learner, :name, :type, :definition, :input, :world, :updatedAt)""",
                statement -> statement.bindMethods(draft));
    }

    /// Forgets a draft, if there is one.
    public void delete(String learner, String name) {
        database.write("delete from draft where learner = :learner and name = :name",
                statement -> statement.bind("learner", learner).bind("name", name));
    }

    public Optional<Draft> find(String learner, String name) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select * from draft where learner = :learner and name = :name")
                .bind("learner", learner)
                .bind("name", name)
                .map(Draft::from)
                .findOne());
    }

    /// What the learner worked on last.
    public Optional<Draft> latest(String learner) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                select * from draft where learner = :learner order by updated_at desc, name limit 1""")
                .bind("learner", learner)
                .map(Draft::from)
                .findOne());
    }
}
