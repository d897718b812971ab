package passo.store;

import static org.junit.jupiter.api.Assertions.fail;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The databases that every test of the store runs on: H2 in memory, and an embedded PostgreSQL, started once for all tests.
/// Where there is no PostgreSQL for the system, that is said and the tests run on H2 alone, but never under `CI=true`.
public final class TestDatabases {

    private static final Optional<EmbeddedPostgres> POSTGRESQL = postgresql();

    private TestDatabases() {}

    /// Two URLs of empty databases; for `@MethodSource`.
    public static Stream<String> urls() {
        return Stream.concat(Stream.of("jdbc:h2:mem:" + UUID.randomUUID()), POSTGRESQL.stream().map(TestDatabases::emptyDatabase));
    }

    /// Makes a database as the first release of Passo would have left it, with these rows in its tables.
    public static void makeOfFirstVersion(String url, String... insertions) {
        try (var database = Database.connect(url)) {
            database.migrate(database.versions().getFirst());
            database.jdbi().useHandle(handle -> Stream.of(insertions).forEach(handle::execute));
        }
    }

    private static String emptyDatabase(EmbeddedPostgres server) {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
        return server.getJdbcUrl("postgres", name);
    }

    private static Optional<EmbeddedPostgres> postgresql() {
        try {
            return Optional.of(EmbeddedPostgres.start());
        } catch (IOException | IllegalStateException e) {
            if ("true".equals(System.getenv("CI"))) return fail("no PostgreSQL to test with", e);
            System.err.println("NO TESTS ON POSTGRESQL: " + e.getMessage());
            return Optional.empty();
        }
    }
}
