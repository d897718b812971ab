package passo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlStatement;
import passo.json.Json;

/// A table as the database describes it, whatever its version, and its rows as JSON: what holds of every table can be said without
/// a list of them.
record Relation(String name, List<Column> columns, List<Reference> references) {

    /// The values of a column name rows of a table, by its column `key`.
    record Reference(String column, String table, String key) {

        private static Reference from(ResultSet row) throws SQLException {
            return new Reference(row.getString("fkcolumn_name"), row.getString("pktable_name"), row.getString("pkcolumn_name"));
        }
    }

    /// All tables of ours, in an order in which rows can be inserted.
    static List<Relation> all(Handle handle) {
        List<String> names = handle.createQuery("""
                select table_name from information_schema.tables
                where table_schema = current_schema and table_type = 'BASE TABLE' and table_name <> :history order by table_name""")
                .bind("history", Database.HISTORY).mapTo(String.class).list();
        return ordered(names.stream().map(name -> of(handle, name)).toList());
    }

    private static Relation of(Handle handle, String name) {
        List<Reference> references = handle.queryMetadata(metadata -> metadata.getImportedKeys(null, metadata.getConnection().getSchema(), name))
                .map((row, _) -> Reference.from(row)).list();
        return new Relation(name, Column.all(handle, name), references);
    }

    private static List<Relation> ordered(List<Relation> relations) {
        List<Relation> ordered = new ArrayList<>();
        Set<String> left = relations.stream().map(Relation::name).collect(Collectors.toCollection(LinkedHashSet::new));
        while (!left.isEmpty()) {
            List<Relation> next = relations.stream()
                    .filter(relation -> left.contains(relation.name) && relation.references.stream().noneMatch(reference -> left.contains(reference.table)))
                    .toList();
            if (next.isEmpty()) throw new IllegalStateException("tables that refer to each other in a circle: " + left);
            ordered.addAll(next);
            next.forEach(relation -> left.remove(relation.name));
        }
        return ordered;
    }

    /// The statement that asks for all rows.
    String selection() {
        return "select " + columns.stream().map(Column::name).collect(Collectors.joining(", ")) + " from " + name;
    }

    Json.Obj read(ResultSet row) throws SQLException {
        var members = Json.Obj.builder();
        for (Column column : columns) members.put(column.name(), column.read(row));
        return members.build();
    }

    /// The statement that adds a row.
    String insertion() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", ", "insert into " + name + " (", ")"))
                + columns.stream().map(column -> ":" + column.name()).collect(Collectors.joining(", ", " values (", ")"));
    }

    /// Gives the statement the values of a row, each of which its column holds.
    void bind(SqlStatement<?> insertion, Json.Obj row) {
        for (Column column : columns) insertion.bind(column.name(), (Argument) (position, statement, _) -> column.set(statement, position, row.get(column.name())));
    }
}
