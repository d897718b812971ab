package passo.store;

import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jdbi.v3.core.Handle;
import passo.json.Json;

/// Rows for every table of a database, whatever its version. The rows with one number belong together: where a column refers to
/// another table, row 0 has the value of the other's row 0.
final class Filling {

    private static final int ROWS = 2;
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");

    private final SequencedMap<String, List<Json.Obj>> tables = new LinkedHashMap<>();

    private Filling() {}

    /// Writes them, and says which they are.
    static Map<String, List<Json.Obj>> fill(Handle handle) {
        var filling = new Filling();
        for (Relation relation : Relation.all(handle)) filling.fill(handle, relation);
        return filling.tables;
    }

    private void fill(Handle handle, Relation relation) {
        Json.Obj[] rows = new Json.Obj[ROWS];
        for (int i = 0; i < ROWS; i++) {
            rows[i] = row(relation, i);
            try (var insertion = handle.createUpdate(relation.insertion())) {
                relation.bind(insertion, rows[i]);
                insertion.execute();
            }
        }
        tables.put(relation.name(), List.of(rows));
    }

    private Json.Obj row(Relation relation, int number) {
        var members = Json.Obj.builder();
        for (Column column : relation.columns()) members.put(column.name(), value(relation, column, number));
        return members.build();
    }

    private Json value(Relation relation, Column column, int number) {
        return relation.references().stream().filter(reference -> reference.column().equals(column.name())).findFirst()
                .map(reference -> tables.get(reference.table()).get(number).get(reference.key()))
                .orElseGet(() -> column.nullable() && number == ROWS - 1 ? Json.NULL : value(column, number));
    }

    private static Json value(Column column, int number) {
        return switch (column.type()) {
            case Types.INTEGER -> Json.of(number + 1);
            case Types.BIGINT -> Json.of(Long.MIN_VALUE + number);
            case Types.BOOLEAN, Types.BIT -> Json.of(number == 0);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Json.of(NOON.plusSeconds(number).toString());
            case Types.VARCHAR, Types.CLOB -> Json.of(text(column, number));
            default -> throw new IllegalStateException("no value for " + column);
        };
    }

    /// As long as it may be, up to what is kept apart from its row.
    private static String text(Column column, int number) {
        String text = number + "é\n\"🪨\" " + column.name() + "ç".repeat(3000);
        return column.size() < 10 ? String.valueOf(number) : text.substring(0, Math.min(column.size(), text.length()));
    }
}
