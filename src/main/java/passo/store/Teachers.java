package passo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import passo.school.Teacher;

/// Who may have classes, and what their passwords are checked against.
public final class Teachers {

    private final Database database;

    public Teachers(Database database) {
        this.database = database;
    }

    /// Adds a teacher who has no password yet. When this returns, it is on the disk.
    ///
    /// @return was it added? Not where one of this id or name is there
    public boolean add(Teacher teacher, Instant at) {
        return database.together(handle -> {
            boolean taken = handle.createQuery("select count(*) from teacher where id = :id or name = :name").bindMethods(teacher).mapTo(Integer.class).one() > 0;
            if (!taken) {
                handle.createUpdate("insert into teacher (id, name, password, added_at) values (:id, :name, '', :at)")
                        .bindMethods(teacher).bind("at", Timestamp.from(at)).execute();
            }
            return !taken;
        });
    }

    /// Makes somebody the owner, where nobody is yet. When this returns, it is on the disk.
    ///
    /// @return are they? Of two who come at the same instant, one is
    public boolean own(String hash, Instant at) {
        return database.together(handle -> {
            boolean owned = handle.createQuery("select count(*) from teacher where id = :owner").bind("owner", Teacher.OWNER).mapTo(Integer.class).one() > 0;
            if (!owned) {
                handle.createUpdate("insert into teacher (id, name, password, added_at) values (:owner, '', :hash, :at)")
                        .bind("owner", Teacher.OWNER).bind("hash", hash).bind("at", Timestamp.from(at)).execute();
            }
            return !owned;
        });
    }

    /// All but the owner, by their names.
    public List<Teacher> all() {
        return database.jdbi().withHandle(handle -> handle.createQuery("select * from teacher where id <> :owner order by name")
                .bind("owner", Teacher.OWNER)
                .map(Teachers::from)
                .list());
    }

    public Optional<Teacher> find(String id) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select * from teacher where id = :id").bind("id", id).map(Teachers::from).findOne());
    }

    public Optional<Teacher> named(String name) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select * from teacher where name = :name").bind("name", name).map(Teachers::from).findOne());
    }

    /// What a teacher's password is checked against; empty where there is no such teacher, or none was set.
    public Optional<String> password(String id) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select password from teacher where id = :id and password <> ''")
                .bind("id", id).mapTo(String.class).findOne());
    }

    /// Sets it; whoever is signed in as this teacher no longer is. When this returns, it is on the disk.
    ///
    /// @param hash as a library for passwords writes it
    public void password(String id, String hash) {
        database.together(handle -> {
            handle.createUpdate("update teacher set password = :hash where id = :id").bind("id", id).bind("hash", hash).execute();
            return handle.createUpdate("delete from pass where teacher = :id and kind in ('SESSION', 'INVITATION')").bind("id", id).execute();
        });
    }

    /// Keeps another hash of the same password, unless the password was changed in between. Nobody is signed out by it.
    public void rehash(String id, String before, String hash) {
        database.write("update teacher set password = :hash where id = :id and password = :before",
                statement -> statement.bind("id", id).bind("before", before).bind("hash", hash));
    }

    /// Removes a teacher with all their classes. What learners did stays theirs.
    public void remove(String id) {
        database.write("delete from teacher where id = :id", statement -> statement.bind("id", id));
    }

    static Teacher from(ResultSet row, StatementContext context) throws SQLException {
        return new Teacher(row.getString("id"), row.getString("name"));
    }
}
