package passo.store;

import java.sql.DatabaseMetaData;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// What stands in the database as a whole.
public final class Instance {

    private final Database database;

    public Instance(Database database) {
        this.database = database;
    }

    /// The kind of database and its version, such as `PostgreSQL 18.1`.
    public String database() {
        return database.jdbi().withHandle(handle ->
                handle.queryMetadata(DatabaseMetaData::getDatabaseProductName) + " " + handle.queryMetadata(DatabaseMetaData::getDatabaseProductVersion));
    }

    /// The migration that was made last, such as `11`.
    public String migration() {
        return database.jdbi().withHandle(Instance::migration);
    }

    static String migration(Handle handle) {
        return handle.createQuery("select version from " + Database.HISTORY + " where success order by installed_rank desc limit 1").mapTo(String.class).one();
    }

    /// How many learners something is kept of.
    public int learners() {
        String all = Table.KEPT.stream().filter(table -> !table.isOfMachine()).map(table -> "select learner from " + table.name()).collect(Collectors.joining(" union "));
        return count("select count(*) from (" + all + ") as learners");
    }

    public int classes() {
        return count("select count(*) from classroom");
    }

    private int count(String sql) {
        return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }
}
