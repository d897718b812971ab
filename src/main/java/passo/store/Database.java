package passo.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.api.ErrorCode;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
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

    /// How many statements this process has under way at once.
    private static final int CONNECTIONS = 8;

    /// Whoever waits longer for a connection is told that there is none.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /// After so many seconds without a byte PostgreSQL is taken for dead: a server that vanishes does not say goodbye.
    private static final String SILENCE = "20";

    /// The pool looks whether a connection is alive before it gives it away, but not at one that was in use less than so many milliseconds
    /// ago. After a database was restarted that fast, those were all dead.
    private static final String UNCHECKED = "com.zaxxer.hikari.aliveBypassWindowMs";

    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String CONNECTION_LOST = "08";
    private static final String SHUT_DOWN = "57P";

    private final String url;
    private final HikariDataSource connections;
    private final Jdbi jdbi;

    private Database(String url, HikariDataSource connections) {
        this.url = url;
        this.connections = connections;
        this.jdbi = Jdbi.create(connections);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
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
        System.setProperty(UNCHECKED, "0");
        var config = new HikariConfig();
        config.setJdbcUrl(full);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(PATIENCE.toMillis() - 1000);
        if (full.startsWith("jdbc:postgresql:")) {
            config.addDataSourceProperty("socketTimeout", SILENCE);
            config.addDataSourceProperty("logServerErrorDetail", "false");
        }
        return new Database(full, new HikariDataSource(config));
    }

    /// Brings the tables to this version.
    void migrate(MigrationVersion version) {
        flyway().target(version).load().migrate();
    }

    /// Every version that we know, the first released one first.
    List<MigrationVersion> versions() {
        return Stream.of(flyway().load().info().all()).map(MigrationInfo::getVersion).toList();
    }

    /// On connections of its own: a migration may be silent for long.
    private FluentConfiguration flyway() {
        return Flyway.configure().dataSource(url, null, null);
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
        try {
            return jdbi.withHandle(handle -> handle.createQuery("select 1").mapTo(Integer.class).one()) == 1;
        } catch (JdbiException failure) {
            if (isAway(failure)) return false;
            throw failure;
        }
    }

    /// Was something not done because the database did not answer? It may have been restarted, and answer again in a moment.
    public static boolean isAway(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(cause -> cause instanceof SQLTransientConnectionException
                || cause instanceof SQLException refusal && Stream.of(CONNECTION_LOST, SHUT_DOWN, TOO_MANY_CONNECTIONS).anyMatch(Objects.requireNonNullElse(refusal.getSQLState(), "")::startsWith));
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
