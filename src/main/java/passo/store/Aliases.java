package passo.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The aliases of the machines of all learners.
public final class Aliases {

    /// AWS, "Quotas related to state machine aliases".
    public static final int MOST = 100;

    /// What came of saving an alias.
    public enum Outcome { DONE, ABSENT, NO_VERSION, NAME_TAKEN, TOO_MANY }

    private final Database database;

    public Aliases(Database database) {
        this.database = database;
    }

    /// A new alias.
    public Outcome create(String learner, String machine, Alias alias) {
        return database.together(handle -> {
            if (!Machines.touch(handle, learner, machine, alias.updatedAt())) return Outcome.ABSENT;
            List<String> names = names(handle, machine);
            if (names.contains(alias.name())) return Outcome.NAME_TAKEN;
            if (names.size() >= MOST) return Outcome.TOO_MANY;
            if (!published(handle, machine, alias)) return Outcome.NO_VERSION;
            bind(handle, "insert into alias (machine, name, description, version, weight, other_version, updated_at) "
                    + "values (:machine, :name, :description, :version, :weight, :other, :updatedAt)", machine, alias);
            return Outcome.DONE;
        });
    }

    /// Leads an alias elsewhere.
    public Outcome update(String learner, String machine, Alias alias) {
        return database.together(handle -> {
            if (!Machines.touch(handle, learner, machine, alias.updatedAt())) return Outcome.ABSENT;
            if (!published(handle, machine, alias)) return Outcome.NO_VERSION;
            int changed = bind(handle, "update alias set description = :description, version = :version, weight = :weight, "
                    + "other_version = :other, updated_at = :updatedAt where machine = :machine and name = :name", machine, alias);
            return changed == 1 ? Outcome.DONE : Outcome.ABSENT;
        });
    }

    private static int bind(Handle handle, String sql, String machine, Alias alias) {
        return handle.createUpdate(sql).bind("machine", machine).bindMethods(alias)
                .bind("version", alias.routes().getFirst().version())
                .bind("weight", alias.routes().getFirst().weight())
                .bind("other", alias.routes().size() == 1 ? 0 : alias.routes().getLast().version())
                .execute();
    }

    private static boolean published(Handle handle, String machine, Alias alias) {
        return alias.routes().stream().allMatch(route ->
                handle.createQuery("select count(*) from version where machine = :machine and number = :number")
                        .bind("machine", machine).bind("number", route.version()).mapTo(Integer.class).one() == 1);
    }

    private static List<String> names(Handle handle, String machine) {
        return handle.createQuery("select name from alias where machine = :machine").bind("machine", machine).mapTo(String.class).list();
    }

    public void delete(String learner, String machine, String name) {
        database.write("delete from alias where name = :name and machine = " + Machines.OWN,
                statement -> statement.bind("machine", machine).bind("learner", learner).bind("name", name));
    }

    public Optional<Alias> find(String learner, String machine, String name) {
        return list(learner, machine).stream().filter(alias -> alias.name().equals(name)).findFirst();
    }

    public List<Alias> list(String learner, String machine) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "select * from alias where machine = " + Machines.OWN + " order by name")
                .bind("machine", machine).bind("learner", learner)
                .map(Alias::from)
                .list());
    }
}
