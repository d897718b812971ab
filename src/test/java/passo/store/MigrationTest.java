package passo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import passo.json.Json;

/// Whatever the version of the tables in which something was written, it is there in the newest.
class MigrationTest {

    @ParameterizedTest(name = "of version {0} on {1}") @MethodSource("oldDatabases")
    void aDatabaseComesUpWithEveryRow(MigrationVersion version, String url) {
        try (var old = Database.connect(url)) {
            old.migrate(version);
            List<Relation> relations = old.jdbi().withHandle(Relation::all);
            Map<String, List<Json.Obj>> rows = old.jdbi().withHandle(Filling::fill);

            try (var database = Database.open(url)) {
                assertThat(relations).isNotEmpty().allSatisfy(relation ->
                        assertThat(rows(database, relation)).as(relation.name()).containsAll(rows.get(relation.name())));
            }
        }
    }

    @Test void aFileOfTheFirstVersionComesUpWithEveryRow(@TempDir Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("passo");
        Map<String, List<Json.Obj>> rows;
        List<Relation> relations;
        try (var old = Database.connect(url)) {
            old.migrate(old.versions().getFirst());
            relations = old.jdbi().withHandle(Relation::all);
            rows = old.jdbi().withHandle(Filling::fill);
        }

        assertThat(relations).extracting(Relation::name).containsExactly("draft", "secret");
        try (var database = Database.open(url)) {
            assertThat(relations).allSatisfy(relation ->
                    assertThat(rows(database, relation)).as(relation.name()).containsAll(rows.get(relation.name())));
        }
    }

    static Stream<Arguments> oldDatabases() {
        try (var scratch = Database.connect("jdbc:h2:mem:" + UUID.randomUUID())) {
            return scratch.versions().stream().flatMap(version -> TestDatabases.urls().map(url -> Arguments.of(version, url)));
        }
    }

    private static List<Json.Obj> rows(Database database, Relation relation) {
        return database.jdbi().withHandle(handle -> handle.createQuery(relation.selection()).map((row, _) -> relation.read(row)).list());
    }
}
