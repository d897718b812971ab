package passo.store;

import java.time.Instant;
import java.util.Optional;
import passo.lab.Workflow;

/// The workflows that were shared, each once, whoever shares it and how often. None is ever changed.
public final class Workflows {

    private final Database database;

    public Workflows(Database database) {
        this.database = database;
    }

    /// Keeps a workflow under its id. When this returns, it is on the disk.
    public void save(Workflow workflow, Instant now) {
        database.write("""
                merge into workflow using (select cast(:id as varchar) as id) as shared on workflow.id = shared.id
                when not matched then insert (id, content, created_at) values (:id, :content, :now)""",
                statement -> statement.bind("id", workflow.id()).bind("content", workflow.canonical()).bind("now", now));
    }

    public Optional<Workflow> find(String id) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select content from workflow where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(Workflow::of));
    }
}
