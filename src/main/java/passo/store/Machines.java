package passo.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The state machines of all learners. A learner sees their own and no other.
public final class Machines {

    /// Why a machine could not be made or named.
    public enum Refusal { NAME_TAKEN, TOO_MANY, ABSENT }

    public static final int MOST = 50;

    /// How long a machine that was removed can be brought back.
    static final Duration KEPT = Duration.ofDays(1);

    /// The machine, if it is the learner's and there. For the statements of this package that ask of a machine's rows.
    static final String OWN = "(select id from machine where id = :machine and learner = :learner and removed = '')";

    private final Database database;

    public Machines(Database database) {
        this.database = database;
    }

    /// The one that was worked on last is first.
    public List<Machine> all(String learner) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                select * from machine where learner = :learner and removed = '' order by updated_at desc, name""")
                .bind("learner", learner)
                .map(Machine::from)
                .list());
    }

    public Optional<Machine> find(String learner, String id) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select * from machine where id = " + OWN)
                .bind("learner", learner)
                .bind("machine", id)
                .map(Machine::from)
                .findOne());
    }

    /// A machine that was removed and can be brought back.
    public Optional<Machine> removed(String learner, String id) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select * from machine where id = :id and learner = :learner and removed = id")
                .bind("learner", learner)
                .bind("id", id)
                .map(Machine::from)
                .findOne());
    }

    /// A new machine with its first revisions, all or nothing.
    ///
    /// @return why it was not made; empty where it was
    public Optional<Refusal> create(Machine machine, List<Revision> revisions) {
        return database.together(handle -> {
            if (taken(handle, machine.learner(), machine.name())) return Optional.of(Refusal.NAME_TAKEN);
            if (count(handle, machine.learner()) >= MOST) return Optional.of(Refusal.TOO_MANY);
            handle.createUpdate("""
                    insert into machine (id, learner, name, type, versions, removed, created_at, updated_at)
                    values (:id, :learner, :name, :type, :versions, '', :createdAt, :updatedAt)""").bindMethods(machine).execute();
            revisions.forEach(revision -> Revisions.insert(handle, machine.id(), revision));
            return Optional.empty();
        });
    }

    /// @return why it was not renamed; empty where it was
    public Optional<Refusal> rename(String learner, String id, String name, Instant now) {
        return database.together(handle -> {
            if (!touch(handle, learner, id, now)) return Optional.of(Refusal.ABSENT);
            if (taken(handle, learner, name, id)) return Optional.of(Refusal.NAME_TAKEN);
            handle.createUpdate("update machine set name = :name where id = :id").bind("name", name).bind("id", id).execute();
            return Optional.empty();
        });
    }

    /// Takes a machine away, with all that belongs to it. For a day it can be brought back.
    public boolean remove(String learner, String id, Instant now) {
        return database.together(handle -> {
            forget(handle, learner, now.minus(KEPT));
            return handle.createUpdate("update machine set removed = id, updated_at = :now where id = " + OWN)
                    .bind("now", now).bind("machine", id).bind("learner", learner).execute() == 1;
        });
    }

    /// Brings back a machine that was removed.
    ///
    /// @return why it cannot be; empty where it is back
    public Optional<Refusal> bringBack(String learner, String id) {
        return database.together(handle -> {
            Optional<String> name = handle.createQuery("select name from machine where id = :id and learner = :learner and removed = id")
                    .bind("id", id).bind("learner", learner).mapTo(String.class).findOne();
            if (name.isEmpty()) return Optional.of(Refusal.ABSENT);
            if (taken(handle, learner, name.get())) return Optional.of(Refusal.NAME_TAKEN);
            if (count(handle, learner) >= MOST) return Optional.of(Refusal.TOO_MANY);
            handle.createUpdate("update machine set removed = '' where id = :id").bind("id", id).execute();
            return Optional.empty();
        });
    }

    /// Notes that something of the machine changes now. Until the transaction ends nobody else can do so: what is counted up
    /// a machine is counted after this.
    ///
    /// @return is there this machine?
    static boolean touch(Handle handle, String learner, String id, Instant now) {
        return handle.createUpdate("update machine set updated_at = :now where id = :id and learner = :learner and removed = ''")
                .bind("now", now).bind("id", id).bind("learner", learner).execute() == 1;
    }

    private static boolean taken(Handle handle, String learner, String name) {
        return taken(handle, learner, name, "");
    }

    private static boolean taken(Handle handle, String learner, String name, String butBy) {
        return handle.createQuery("select count(*) from machine where learner = :learner and name = :name and removed = '' and id <> :id")
                .bind("learner", learner).bind("name", name).bind("id", butBy).mapTo(Integer.class).one() > 0;
    }

    private static int count(Handle handle, String learner) {
        return handle.createQuery("select count(*) from machine where learner = :learner and removed = ''")
                .bind("learner", learner).mapTo(Integer.class).one();
    }

    private static void forget(Handle handle, String learner, Instant before) {
        handle.createUpdate("""
                delete from draft where learner = :learner and name in
                (select 'machine-' || id from machine where learner = :learner and removed = id and updated_at < :before)""")
                .bind("learner", learner).bind("before", before).execute();
        handle.createUpdate("delete from machine where learner = :learner and removed = id and updated_at < :before")
                .bind("learner", learner).bind("before", before).execute();
    }
}
