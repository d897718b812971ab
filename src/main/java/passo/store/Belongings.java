package passo.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import passo.json.Json;

/// All that is kept of a learner, whatever it is: given away as JSON, taken back, joined with another's, deleted; each in one
/// transaction. Which tables these are stands in [Table], and a test asks the database whether any is missing there.
public final class Belongings {

    private static final String BEFORE = "before";
    /// Of an attempt: was it brought in a file? It stands in no file itself.
    private static final String BROUGHT = "brought";

    private final Database database;

    public Belongings(Database database) {
        this.database = database;
    }

    /// All rows of a learner, by their tables, without the learner's id.
    public Json.Obj of(String learner) {
        return attempts(database.together(handle -> read(handle, learner)), attempt -> attempt.without(BROUGHT));
    }

    /// How many rows a learner has in each table that holds any.
    public SequencedMap<String, Integer> counts(String learner) {
        return database.together(handle -> {
            SequencedMap<String, Integer> counts = new LinkedHashMap<>();
            for (Table table : Table.KEPT) {
                int rows = handle.createQuery("select count(*) from " + table.name() + " where " + table.owned()).bind("learner", learner).mapTo(Integer.class).one();
                if (rows > 0) counts.put(table.name(), rows);
            }
            return counts;
        });
    }

    /// Adds rows as [#of] gives them to what the learner has. Nothing that is there is lost; where both have the one thing that can
    /// be there once, the later stays. Whoever the rows were of keeps theirs.
    ///
    /// @return why nothing was taken; empty where all was
    public Optional<Flaw> add(String learner, Json.Obj rows) {
        Json.Obj brought = brought(rows);
        return database.together(handle -> {
            handle.savepoint(BEFORE);
            Optional<Flaw> flaw = Rows.flaw(handle, brought).or(() -> arrive(handle, learner, brought));
            if (flaw.isPresent()) handle.rollbackToSavepoint(BEFORE);
            return flaw;
        });
    }

    /// Attempts in a file may be anybody's, or written by hand: it stands with them that they were brought, whatever the file says.
    private static Json.Obj brought(Json.Obj rows) {
        return attempts(rows, attempt -> attempt.with(BROUGHT, Json.of(true)));
    }

    private static Json.Obj attempts(Json.Obj rows, UnaryOperator<Json.Obj> change) {
        if (!(rows.get("attempt") instanceof Json.Arr attempts)) return rows;
        return rows.with("attempt", new Json.Arr(attempts.items().stream().map(row -> row instanceof Json.Obj attempt ? change.apply(attempt) : row).toList()));
    }

    /// Makes what is one learner's another's, their places in classes too. The first has nothing afterwards.
    public void move(String from, String to) {
        database.together(handle -> {
            Json.Obj rows = read(handle, from);
            Members.move(handle, from, to);
            delete(handle, from);
            arrive(handle, to, rows).ifPresent(flaw -> {
                throw new IllegalStateException("rows of ours are not taken: " + flaw);
            });
            return true;
        });
    }

    /// Deletes everything. When this returns, it is gone.
    public void delete(String learner) {
        database.together(handle -> {
            delete(handle, learner);
            return true;
        });
    }

    private static void delete(Handle handle, String learner) {
        Members.leaveAll(handle, learner);
        List<String> tables = new ArrayList<>(Table.STAYING);
        Table.KEPT.stream().filter(table -> !table.isOfMachine()).map(Table::name).forEach(tables::add);
        for (String table : tables) handle.createUpdate("delete from " + table + " where learner = :learner").bind("learner", learner).execute();
    }

    private static Json.Obj read(Handle handle, String learner) {
        Map<String, Json> tables = new LinkedHashMap<>();
        for (Table table : Table.KEPT) tables.put(table.name(), new Json.Arr(read(handle, table, learner)));
        return Json.Obj.of(tables);
    }

    private static List<Json.Obj> read(Handle handle, Table table, String learner) {
        List<Column> columns = Column.of(handle, table.name());
        String order = String.join(", ", table.key().isEmpty() ? List.of("learner") : table.key());
        return handle.createQuery("select * from " + table.name() + " where " + table.owned() + " order by " + order)
                .bind("learner", learner)
                .map((row, _) -> {
                    var members = Json.Obj.builder();
                    for (Column column : columns) members.put(column.name(), column.read(row));
                    return members.build();
                })
                .list();
    }

    private static Optional<Flaw> arrive(Handle handle, String learner, Json.Obj rows) {
        try {
            return new Arrival(handle, learner, rows).take();
        } catch (UnableToExecuteStatementException refusal) {
            if (Database.isRefusedValue(refusal)) return Optional.of(new Flaw(Flaw.Kind.APART, ""));
            throw refusal;
        }
    }
}
