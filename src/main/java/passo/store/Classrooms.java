package passo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import passo.school.Assignment;
import passo.school.Classroom;

/// The classes of all teachers, and what each is asked to do.
public final class Classrooms {

    private final Database database;

    public Classrooms(Database database) {
        this.database = database;
    }

    /// When this returns, the class is on the disk.
    ///
    /// @return was it opened? Not where another has its code
    public boolean open(Classroom classroom) {
        return database.together(handle -> {
            boolean taken = handle.createQuery("select count(*) from classroom where code = :code").bind("code", classroom.code()).mapTo(Integer.class).one() > 0;
            if (!taken) {
                handle.createUpdate("insert into classroom (code, teacher, name, zone, opened_at) values (:code, :teacher, :name, :zone, :openedAt)")
                        .bind("code", classroom.code()).bind("teacher", classroom.teacher()).bind("name", classroom.name()).bind("zone", classroom.zone().getId())
                        .bind("openedAt", Timestamp.from(classroom.openedAt())).execute();
            }
            return !taken;
        });
    }

    public Optional<Classroom> find(String code) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select * from classroom where code = :code").bind("code", code)
                .map(Classrooms::from).findOne());
    }

    /// A teacher's classes, the newest first.
    public List<Classroom> of(String teacher) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select * from classroom where teacher = :teacher order by opened_at desc, code")
                .bind("teacher", teacher).map(Classrooms::from).list());
    }

    /// Gives a class another name and time zone.
    public void change(String code, String name, ZoneId zone) {
        database.write("update classroom set name = :name, zone = :zone where code = :code",
                statement -> statement.bind("code", code).bind("name", name).bind("zone", zone.getId()));
    }

    /// Deletes a class, its list and its plan. What its learners did stays theirs.
    public void delete(String code) {
        database.write("delete from classroom where code = :code", statement -> statement.bind("code", code));
    }

    /// What a class is asked to do, in the order in which it is to be done.
    public List<Assignment> plan(String code) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select slug, due_at from assignment where classroom = :code order by place, slug")
                .bind("code", code)
                .map((row, _) -> new Assignment(row.getString("slug"), Optional.ofNullable(row.getTimestamp("due_at")).map(Timestamp::toInstant)))
                .list());
    }

    /// Puts a plan in the place of the one before it. When this returns, it is on the disk.
    public void plan(String code, List<Assignment> plan) {
        database.together(handle -> {
            handle.createUpdate("delete from assignment where classroom = :code").bind("code", code).execute();
            for (int i = 0; i < plan.size(); i++) {
                handle.createUpdate("insert into assignment (classroom, slug, place, due_at) values (:code, :slug, :place, :dueAt)")
                        .bind("code", code).bind("slug", plan.get(i).slug()).bind("place", i)
                        .bind("dueAt", plan.get(i).due().map(Timestamp::from).orElse(null)).execute();
            }
            return plan.size();
        });
    }

    static Classroom from(ResultSet row, StatementContext context) throws SQLException {
        return new Classroom(row.getString("code"), row.getString("teacher"), row.getString("name"), ZoneId.of(row.getString("zone")),
                row.getTimestamp("opened_at").toInstant());
    }
}
