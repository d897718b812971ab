package passo.store;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import passo.json.Json;

/// Rows that join what a learner has, within a transaction of the caller's.
///
/// An id stays what it is, unless somebody else's row has it: then it is made anew from the learner and the old one, so that the
/// same rows brought twice are the same rows. A machine that was changed on both sides becomes a second machine.
final class Arrival {

    private static final int LONGEST_NAME = 80;

    private final Handle handle;
    private final String learner;
    private final Json.Obj rows;
    /// The ids that the machines have here, by those that they have in the rows.
    private final Map<String, String> machines = new HashMap<>();

    Arrival(Handle handle, String learner, Json.Obj rows) {
        this.handle = handle;
        this.learner = learner;
        this.rows = rows;
    }

    /// @return why they do not fit together; what was written by then is the caller's to take back
    Optional<Flaw> take() {
        for (Json.Obj machine : Rows.of(rows, Table.KEPT.getFirst())) machines.put(Rows.text(machine, "id"), machineId(Rows.text(machine, "id")));
        for (Table table : Table.KEPT) {
            List<Column> columns = Column.of(handle, table.name());
            List<Json.Obj> arriving = Rows.of(rows, table);
            for (int i = 0; i < arriving.size(); i++) {
                Json.Obj row = arriving.get(i);
                if (table.isOfMachine() && !machines.containsKey(Rows.text(row, "machine"))) return Optional.of(new Flaw(Flaw.Kind.APART, table.name() + "[" + i + "].machine"));
                put(table, columns, placed(table, row));
            }
        }
        handle.createUpdate("""
                update machine set versions = greatest(versions, coalesce((select max(number) from version where version.machine = machine.id), 0))
                where learner = :learner""").bind("learner", learner).execute();
        return unfit();
    }

    /// What a row says once it is the learner's.
    private Json.Obj placed(Table table, Json.Obj row) {
        return switch (table.name()) {
            case "machine" -> {
                String id = machines.get(Rows.text(row, "id"));
                boolean removed = !Rows.text(row, "removed").isEmpty();
                yield row.with("id", Json.of(id)).with("removed", Json.of(removed ? id : ""))
                        .with("name", Json.of(removed ? Rows.text(row, "name") : freeName(Rows.text(row, "name"), id)));
            }
            case "draft" -> row.with("name", Json.of(draftName(Rows.text(row, "name"))));
            default -> table.isOfMachine() ? row.with("machine", Json.of(machines.get(Rows.text(row, "machine"))))
                    : table.hasId() ? row.with("id", Json.of(ownId(table.name(), Rows.text(row, "id")))) : row;
        };
    }

    private String draftName(String name) {
        return machines.entrySet().stream().filter(machine -> name.equals(Machine.draft(machine.getKey()))).findFirst()
                .map(machine -> Machine.draft(machine.getValue())).orElse(name);
    }

    private String machineId(String id) {
        for (String candidate = id;; candidate = derived(candidate)) {
            Optional<String> owner = owner("machine", candidate);
            if (owner.isEmpty() || owner.get().equals(learner) && agrees(id, candidate)) return candidate;
        }
    }

    private String ownId(String table, String id) {
        return owner(table, id).filter(owner -> !owner.equals(learner)).isPresent() ? derived(id) : id;
    }

    private Optional<String> owner(String table, String id) {
        return handle.createQuery("select learner from " + table + " where id = :id").bind("id", id).mapTo(String.class).findOne();
    }

    private String derived(String id) {
        return UUID.nameUUIDFromBytes((learner + " " + id).getBytes(StandardCharsets.UTF_8)).toString();
    }

    /// Has everything with one number one content, in the rows and here?
    private boolean agrees(String arriving, String here) {
        return Table.KEPT.stream().filter(table -> table.key().contains("number")).allMatch(table -> {
            Map<Long, String> known = new HashMap<>();
            handle.createQuery("select number, created_at from " + table.name() + " where machine = :machine").bind("machine", here)
                    .map((row, _) -> known.put(row.getLong("number"), row.getTimestamp("created_at").toInstant().toString())).list();
            return Rows.of(rows, table).stream().filter(row -> Rows.text(row, "machine").equals(arriving)).allMatch(row -> {
                String at = Rows.text(row, "created_at");
                return known.getOrDefault(((Json.Num) row.get("number")).value().longValueExact(), at).equals(at);
            });
        });
    }

    /// The name, or the name with a number where another machine of the learner's has it.
    private String freeName(String name, String id) {
        Set<String> taken = new HashSet<>(handle.createQuery("select name from machine where learner = :learner and removed = '' and id <> :id")
                .bind("learner", learner).bind("id", id).mapTo(String.class).list());
        String free = name;
        for (int i = 2; taken.contains(free); i++) free = name.substring(0, Math.min(name.length(), LONGEST_NAME - 4)) + "-" + i;
        return free;
    }

    private void put(Table table, List<Column> columns, Json.Obj row) {
        List<Column> filled = columns.stream().filter(column -> !(row.get(column.name()) instanceof Json.Null)).toList();
        String same = table.key().stream().map(column -> " and " + column + " = :" + column).collect(Collectors.joining("", " where " + table.owned(), ""));
        if (bind(handle.createQuery("select count(*) from " + table.name() + same), columns, row).mapTo(Integer.class).one() == 0) {
            insert(table, filled, row);
        } else if (filled.stream().anyMatch(column -> column.name().equals(table.later()))) {
            String changes = filled.stream().map(column -> column.name() + " = :" + column.name()).collect(Collectors.joining(", "));
            bind(handle.createUpdate("update " + table.name() + " set " + changes + same + " and (" + table.later() + " is null or " + table.later() + " < :" + table.later() + ")"),
                    filled, row).execute();
        }
    }

    private void insert(Table table, List<Column> filled, Json.Obj row) {
        String names = filled.stream().map(Column::name).collect(Collectors.joining(", "));
        String values = filled.stream().map(column -> ":" + column.name()).collect(Collectors.joining(", "));
        boolean ofMachine = table.isOfMachine();
        bind(handle.createUpdate("insert into " + table.name() + " (" + names + (ofMachine ? "" : ", learner") + ") values (" + values + (ofMachine ? "" : ", :learner") + ")"),
                filled, row).execute();
    }

    private <S extends SqlStatement<S>> S bind(S statement, List<Column> columns, Json.Obj row) {
        statement.configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true)).bind("learner", learner);
        for (Column column : columns) {
            if (!(row.get(column.name()) instanceof Json.Null)) statement.bind(column.name(), column.bound(row.get(column.name())));
        }
        return statement;
    }

    /// A machine without any revision, or an alias of a version that is not there.
    private Optional<Flaw> unfit() {
        int empty = count("select count(*) from machine where learner = :learner and not exists (select 1 from revision where revision.machine = machine.id)");
        int astray = count("""
                select count(*) from alias where machine in (select id from machine where learner = :learner)
                and (not exists (select 1 from version where version.machine = alias.machine and version.number = alias.version)
                    or other_version = version or weight < 100 and other_version = 0
                    or other_version <> 0 and not exists (select 1 from version where version.machine = alias.machine and version.number = alias.other_version))""");
        return empty > 0 ? Optional.of(new Flaw(Flaw.Kind.APART, "machine")) : astray > 0 ? Optional.of(new Flaw(Flaw.Kind.APART, "alias")) : Optional.empty();
    }

    private int count(String question) {
        return handle.createQuery(question).bind("learner", learner).mapTo(Integer.class).one();
    }
}
