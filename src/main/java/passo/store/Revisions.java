package passo.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The revisions of the machines of all learners. A machine always has one; past [#MOST] of them the oldest goes that is not
/// published, with its executions.
public final class Revisions {

    public static final int MOST = 200;

    private final Database database;

    public Revisions(Database database) {
        this.database = database;
    }

    /// Keeps a revision as the newest of its machine; the number is given here.
    ///
    /// @return it with its number; empty where there is no such machine
    public Optional<Revision> save(String learner, String machine, Revision revision) {
        return database.together(handle -> {
            if (!Machines.touch(handle, learner, machine, revision.createdAt())) return Optional.empty();
            int number = handle.createQuery("select coalesce(max(number), 0) + 1 from revision where machine = :machine")
                    .bind("machine", machine).mapTo(Integer.class).one();
            var numbered = new Revision(number, revision.definition(), revision.input(), revision.world(), revision.logLevel(), revision.logData(),
                    revision.note(), revision.createdAt());
            insert(handle, machine, numbered);
            trim(handle, machine);
            return Optional.of(numbered);
        });
    }

    static void insert(Handle handle, String machine, Revision revision) {
        handle.createUpdate("""
                insert into revision (machine, number, definition, input, world, log_level, log_data, note, created_at)
                values (:machine, :number, :definition, :input, :world, :logLevel, :logData, :note, :createdAt)""")
                .bind("machine", machine).bindMethods(revision).execute();
    }

    private static void trim(Handle handle, String machine) {
        handle.createUpdate("""
                delete from revision where machine = :machine
                and (select count(*) from revision where machine = :machine) > :most
                and number = (select min(number) from revision where machine = :machine
                    and number not in (select revision from version where machine = :machine))""")
                .bind("machine", machine).bind("most", MOST).execute();
    }

    public Optional<Revision> find(String learner, String machine, int number) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "select * from revision where number = :number and machine = " + Machines.OWN)
                .bind("machine", machine).bind("learner", learner).bind("number", number)
                .map(Revision::from)
                .findOne());
    }

    /// What a start without a version or an alias runs.
    public Optional<Revision> newest(String learner, String machine) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "select * from revision where machine = " + Machines.OWN + " order by number desc limit 1")
                .bind("machine", machine).bind("learner", learner)
                .map(Revision::from)
                .findOne());
    }

    /// Of each machine of the learner, how many there are.
    public Map<String, Integer> counts(String learner) {
        return database.jdbi().withHandle(handle -> {
            var counts = new HashMap<String, Integer>();
            handle.createQuery("""
                    select revision.machine, count(*) as revisions from revision join machine on machine.id = revision.machine
                    where machine.learner = :learner and machine.removed = '' group by revision.machine""")
                    .bind("learner", learner)
                    .map((row, _) -> counts.put(row.getString("machine"), row.getInt("revisions")))
                    .list();
            return counts;
        });
    }

    /// The newest first.
    public List<Revision.Line> list(String learner, String machine) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                select revision.number, revision.note, revision.created_at, coalesce(version.number, 0) as version
                from revision left join version on version.machine = revision.machine and version.revision = revision.number
                where revision.machine =\s""" + Machines.OWN + " order by revision.number desc")
                .bind("machine", machine).bind("learner", learner)
                .map(Revision.Line::from)
                .list());
    }
}
