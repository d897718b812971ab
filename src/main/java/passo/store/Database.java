package passo.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.h2.api.ErrorCode;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/// The one database, migrated and ready: an embedded H2 file, H2 in memory (tests) or PostgreSQL, as its URL says.
/// Made once by `Main`; may be shared between threads.
public final class Database implements AutoCloseable {

    /// Makes H2 read the SQL of PostgreSQL, and write a commit to the disk before it is answered:
    /// with its default delay, a killed process loses what was already acknowledged.
    private static final String LIKE_POSTGRESQL =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    /// Flyway's own table, which says what migrations were made.
    static final String HISTORY = "flyway_schema_history";

    private static final String DUPLICATE = "23505";

    private final HikariDataSource connections;
    private final Jdbi jdbi;

    private Database(HikariDataSource connections) {
        this.connections = connections;
        this.jdbi = Jdbi.create(connections);
    }

    /// @throws IllegalArgumentException when nothing usable answers at this URL; the message is one line for the one who set it
    public static Database open(String url) {
        var database = connect(url);
        database.migrate(MigrationVersion.LATEST);
        return database;
    }

    /// A database of ours as it is, whatever its version.
    static Database existing(String url) {
        var database = connect(url);
        if (database.tables().contains(HISTORY)) return database;
        database.close();
        throw new IllegalArgumentException("the database " + withoutPassword(url) + " has nothing of Passo");
    }

    /// A database without any table.
    static Database empty(String url) {
        var database = connect(url);
        if (database.tables().isEmpty()) return database;
        database.close();
        throw new IllegalArgumentException("the database " + withoutPassword(url) + " is not empty: name one that is by PASSO_DATABASE_URL, or a new folder by PASSO_DATA");
    }

    /// A database as it is, ours or not.
    static Database connect(String url) {
        var full = url.startsWith("jdbc:h2:") ? url + LIKE_POSTGRESQL : url;
        probe(url, full);
        var config = new HikariConfig();
        config.setJdbcUrl(full);
        config.setMaximumPoolSize(8);
        return new Database(new HikariDataSource(config));
    }

    /// Brings the tables to this version.
    void migrate(MigrationVersion version) {
        Flyway.configure().dataSource(connections).target(version).load().migrate();
    }

    /// Every version that we know, the first released one first.
    List<MigrationVersion> versions() {
        return Stream.of(Flyway.configure().dataSource(connections).load().info().all()).map(MigrationInfo::getVersion).toList();
    }

    /// The plain driver names the cause at once; the pool would wait, retry and wrap it.
    private static void probe(String url, String full) {
        try (var connection = DriverManager.getConnection(full)) {
            if (!connection.isValid(10)) throw new SQLException("no answer");
        } catch (SQLException refusal) {
            var reason = isHeldByAnother(refusal) ? "another process has it open, perhaps a server, which is to be stopped first"
                    : refusal.getMessage().lines().findFirst().orElse("").strip();
            throw new IllegalArgumentException("the database " + withoutPassword(url) + " cannot be opened: " + reason, refusal);
        }
    }

    private static boolean isHeldByAnother(SQLException refusal) {
        return refusal.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1 && refusal.getMessage().contains("mv.db");
    }

    private static String withoutPassword(String url) {
        return url.replaceAll("(?i)(password=)[^&;]*", "$1…");
    }

    /// Removes all tables.
    void clear() {
        jdbi.useHandle(handle -> handle.execute("drop table if exists " + String.join(", ", tables()) + " cascade"));
    }

    private List<String> tables() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select table_name from information_schema.tables where table_schema = current_schema and table_type = 'BASE TABLE'""").mapTo(String.class).list());
    }

    /// Whether a question is answered right now.
    public boolean answers() {
        return jdbi.withHandle(handle -> handle.createQuery("select 1").mapTo(Integer.class).one()) == 1;
    }

    /// One statement that inserts or replaces a row. Where two do so at once, both may find no row and the later insert is
    /// refused; the second time it finds one.
    void write(String sql, Consumer<Update> arguments) {
        repeatingOnce(() -> {
            jdbi.useHandle(handle -> {
                try (var statement = handle.createUpdate(sql)) {
                    arguments.accept(statement);
                    statement.execute();
                }
            });
            return true;
        });
    }

    /// Statements that are carried out all or none; as [#write], a second time where another wrote the same row in between.
    <T> T together(HandleCallback<T, RuntimeException> statements) {
        return repeatingOnce(() -> jdbi.inTransaction(statements));
    }

    /// Was a value refused, or a row that does not fit to the others? Classes 22 and 23 of SQL.
    static boolean isRefusedValue(UnableToExecuteStatementException refusal) {
        return refusal.getCause() instanceof SQLException cause && cause.getSQLState() != null && cause.getSQLState().matches("2[23].*");
    }

    private static <T> T repeatingOnce(Supplier<T> statements) {
        try {
            return statements.get();
        } catch (UnableToExecuteStatementException refusal) {
            if (!(refusal.getCause() instanceof SQLException cause && DUPLICATE.equals(cause.getSQLState()))) throw refusal;
            return statements.get();
        }
    }

    /// For the classes of this package, which hold the SQL.
    Jdbi jdbi() {
        return jdbi;
    }

    @Override public void close() {
        connections.close();
    }
}
