package passo.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The published versions of the machines of all learners.
public final class Versions {

    /// AWS allows 1000; here each keeps its revision from being trimmed.
    public static final int MOST = 100;

    /// What came of publishing or deleting a version.
    public enum Outcome { DONE, ABSENT, NOT_NEWEST, TOO_MANY, IN_USE }

    private final Database database;

    public Versions(Database database) {
        this.database = database;
    }

    /// Publishes the newest revision. AWS: what is published already stays as it is, and keeps its description.
    ///
    /// @param revision that is to be published; another may have come after it
    public Outcome publish(String learner, String machine, int revision, String description, Instant now) {
        return database.together(handle -> {
            if (!Machines.touch(handle, learner, machine, now)) return Outcome.ABSENT;
            if (newest(handle, machine) != revision) return Outcome.NOT_NEWEST;
            if (count(handle, machine, revision) > 0) return Outcome.DONE;
            if (count(handle, machine) >= MOST) return Outcome.TOO_MANY;
            handle.createUpdate("update machine set versions = versions + 1 where id = :machine").bind("machine", machine).execute();
            handle.createUpdate("""
                    insert into version (machine, number, revision, description, created_at)
                    select id, versions, :revision, :description, :now from machine where id = :machine""")
                    .bind("machine", machine).bind("revision", revision).bind("description", description).bind("now", now).execute();
            return Outcome.DONE;
        });
    }

    private static int newest(Handle handle, String machine) {
        return handle.createQuery("select max(number) from revision where machine = :machine").bind("machine", machine).mapTo(Integer.class).one();
    }

    private static int count(Handle handle, String machine, int revision) {
        return handle.createQuery("select count(*) from version where machine = :machine and revision = :revision")
                .bind("machine", machine).bind("revision", revision).mapTo(Integer.class).one();
    }

    private static int count(Handle handle, String machine) {
        return handle.createQuery("select count(*) from version where machine = :machine").bind("machine", machine).mapTo(Integer.class).one();
    }

    /// Deletes a version; its revision stays. AWS: not while an alias leads to it.
    public Outcome delete(String learner, String machine, int number, Instant now) {
        return database.together(handle -> {
            if (!Machines.touch(handle, learner, machine, now)) return Outcome.ABSENT;
            int uses = handle.createQuery("""
                    select count(*) from alias where machine = :machine and (version = :number or other_version = :number)""")
                    .bind("machine", machine).bind("number", number).mapTo(Integer.class).one();
            if (uses > 0) return Outcome.IN_USE;
            int gone = handle.createUpdate("delete from version where machine = :machine and number = :number")
                    .bind("machine", machine).bind("number", number).execute();
            return gone == 1 ? Outcome.DONE : Outcome.ABSENT;
        });
    }

    public Optional<Version> find(String learner, String machine, int number) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "select * from version where number = :number and machine = " + Machines.OWN)
                .bind("machine", machine).bind("learner", learner).bind("number", number)
                .map(Version::from)
                .findOne());
    }

    /// The newest first.
    public List<Version> list(String learner, String machine) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "select * from version where machine = " + Machines.OWN + " order by number desc")
                .bind("machine", machine).bind("learner", learner)
                .map(Version::from)
                .list());
    }
}
