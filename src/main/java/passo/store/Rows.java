package passo.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import passo.json.Json;

/// Rows in a file: an object of the tables, each a list of objects of its columns.
final class Rows {

    private Rows() {}

    /// The rows of a table; none where the file does not name it.
    static List<Json.Obj> of(Json.Obj rows, Table table) {
        return rows.get(table.name()) instanceof Json.Arr list ? list.items().stream().map(Json.Obj.class::cast).toList() : List.of();
    }

    static String text(Json.Obj row, String column) {
        return ((Json.Str) row.get(column)).value();
    }

    /// The first thing that is wrong, each row looked at by itself.
    static Optional<Flaw> flaw(Handle handle, Json.Obj rows) {
        Set<String> strange = new LinkedHashSet<>(rows.names());
        Table.KEPT.forEach(table -> strange.remove(table.name()));
        if (!strange.isEmpty()) return Optional.of(new Flaw(Flaw.Kind.UNKNOWN, strange.iterator().next()));
        return Table.KEPT.stream().filter(table -> rows.has(table.name()))
                .flatMap(table -> flaw(handle, table, rows.get(table.name())).stream()).findFirst();
    }

    private static Optional<Flaw> flaw(Handle handle, Table table, Json rows) {
        if (!(rows instanceof Json.Arr list)) return Optional.of(new Flaw(Flaw.Kind.VALUE, table.name()));
        List<Column> columns = Column.of(handle, table.name());
        for (int i = 0; i < list.size(); i++) {
            Optional<Flaw> flaw = flaw(table, columns, list.get(i), table.name() + "[" + i + "]");
            if (flaw.isPresent()) return flaw;
        }
        return Optional.empty();
    }

    private static Optional<Flaw> flaw(Table table, List<Column> columns, Json row, String place) {
        if (!(row instanceof Json.Obj members)) return Optional.of(new Flaw(Flaw.Kind.VALUE, place));
        Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
        for (String name : members.names()) {
            if (!names.contains(name)) return Optional.of(new Flaw(Flaw.Kind.UNKNOWN, place + "." + name));
        }
        for (Column column : columns) {
            Json value = members.get(column.name());
            if (value == null) return Optional.of(new Flaw(Flaw.Kind.MISSING, place + "." + column.name()));
            if (!column.accepts(value) || !Rules.accept(table.name(), column.name(), value)) {
                return Optional.of(new Flaw(Flaw.Kind.VALUE, place + "." + column.name()));
            }
        }
        return Optional.empty();
    }
}
