package passo.store;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import passo.json.Json;

/// A column of a table as the database describes it, and how its values stand in a file: texts, whole numbers, booleans, instants
/// as ISO 8601 writes them, and `null`.
///
/// @param size the most characters of a text
record Column(String name, int type, int size, boolean nullable) {

    /// All columns of a table but `learner`.
    static List<Column> of(Handle handle, String table) {
        return all(handle, table).stream().filter(column -> !column.name.equals("learner")).toList();
    }

    static List<Column> all(Handle handle, String table) {
        return handle.createQuery("select * from " + table + " where 1 = 0").scanResultSet((rows, _) -> {
            ResultSetMetaData described = rows.get().getMetaData();
            List<Column> columns = new ArrayList<>();
            for (int i = 1; i <= described.getColumnCount(); i++) {
                columns.add(new Column(described.getColumnName(i), described.getColumnType(i), described.getPrecision(i),
                        described.isNullable(i) == ResultSetMetaData.columnNullable));
            }
            return columns;
        });
    }

    Json read(ResultSet row) throws SQLException {
        if (row.getObject(name) == null) return Json.NULL;
        return switch (type) {
            case Types.INTEGER, Types.BIGINT -> Json.of(row.getLong(name));
            case Types.BOOLEAN, Types.BIT -> Json.of(row.getBoolean(name));
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Json.of(row.getTimestamp(name).toInstant().toString());
            default -> Json.of(row.getString(name));
        };
    }

    /// May a row of ours have this value here?
    boolean holds(Json value) {
        return switch (value) {
            case Json.Null() -> nullable;
            case Json.Bool _ -> type == Types.BOOLEAN || type == Types.BIT;
            case Json.Num number -> number.isInteger() && (type == Types.BIGINT ? fits(number, Long.SIZE) : type == Types.INTEGER && fits(number, Integer.SIZE));
            case Json.Str(var text) -> isTime() ? instant(text).isPresent() : isText() && text.length() <= size;
            case Json.Arr _, Json.Obj _ -> false;
        };
    }

    /// May a row that somebody brings have this value here? Then texts are such as every database stores, and times are of our age.
    boolean accepts(Json value) {
        return holds(value) && !(value instanceof Json.Str(var text) && (isTime() ? instant(text).filter(Column::isOfOurAge).isEmpty() : !isStorable(text)));
    }

    /// A value that it holds, other than `null`, as a statement takes it.
    Object bound(Json value) {
        return switch (value) {
            case Json.Bool(var flag) -> flag;
            case Json.Num(var number) -> number.longValueExact();
            case Json.Str(var text) when isTime() -> Timestamp.from(instant(text).orElseThrow());
            case Json.Str(var text) -> text;
            case Json.Null _, Json.Arr _, Json.Obj _ -> throw new IllegalArgumentException(name + " cannot be " + value.typeName());
        };
    }

    /// Gives a statement a value that it holds.
    void set(PreparedStatement statement, int position, Json value) throws SQLException {
        if (value instanceof Json.Null) statement.setNull(position, type);
        else statement.setObject(position, bound(value));
    }

    private static boolean fits(Json.Num number, int bits) {
        return number.value().precision() - number.value().scale() < 20 && number.value().toBigInteger().bitLength() < bits;
    }

    private boolean isTime() {
        return type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE;
    }

    private boolean isText() {
        return type == Types.VARCHAR || type == Types.CLOB;
    }

    /// PostgreSQL stores no NUL, and neither database half a character.
    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static boolean isOfOurAge(Instant instant) {
        return instant.getEpochSecond() >= 0 && instant.isBefore(Instant.parse("3000-01-01T00:00:00Z"));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
