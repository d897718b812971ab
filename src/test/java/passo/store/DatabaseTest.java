package passo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void aKeyIsMadeOnceWhoeverAsksFirst(String url) {
        try (var one = Database.open(url); var other = Database.open(url)) {
            var keys = IntStream.range(0, 20).parallel()
                    .mapToObj(i -> new Secrets(i % 2 == 0 ? one : other).key("cookie"))
                    .toList();

            assertThat(keys.getFirst()).hasSize(32);
            assertThat(keys).allSatisfy(key -> assertThat(key).isEqualTo(keys.getFirst()));
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void whatIsSaidOfARefusedRowHasNoneOfItsValues(String url) {
        try (var database = Database.open(url)) {
            assertThatThrownBy(() -> new Notebooks(database).write("ana", "x".repeat(81), "private", Instant.EPOCH))
                    .message().doesNotContain("private", "ana");
            new Secrets(database).key("known");
            assertThatThrownBy(() -> database.write("insert into secret values ('known', :content)", statement -> statement.bind("content", "private")))
                    .message().doesNotContain("private");
        }
    }

    @Test void whatWasSavedOutlivesAKilledProcess(@TempDir Path folder) throws Exception {
        var url = "jdbc:h2:file:" + folder.resolve("passo");
        var process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "-cp", System.getProperty("java.class.path"), SaveAndHalt.class.getName(), url).inheritIO().start();

        assertThat(process.waitFor()).isEqualTo(SaveAndHalt.CODE);
        try (var database = Database.open(url)) {
            assertThat(IntStream.range(0, SaveAndHalt.DRAFTS)).allSatisfy(i ->
                    assertThat(new Drafts(database).find("ana", "draft-" + i)).isPresent());
        }
    }

    @ParameterizedTest @ValueSource(strings = {
            "nonsense", "jdbc:nonsense:x", "jdbc:postgresql://localhost:1/passo?user=u&password=secret", "jdbc:h2:file:/proc/nowhere/passo"})
    void aUrlThatCannotBeOpenedIsSaidInOneLineWithoutThePassword(String url) {
        assertThatThrownBy(() -> Database.open(url))
                .isInstanceOf(IllegalArgumentException.class)
                .message().hasLineCount(1).contains("cannot be opened").doesNotContain("secret");
    }

    @Test void aFileThatIsNoDatabaseIsSaidInOneLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("passo.mv.db"), "this is no database");

        assertThatThrownBy(() -> Database.open("jdbc:h2:file:" + folder.resolve("passo")))
                .isInstanceOf(IllegalArgumentException.class)
                .message().hasLineCount(1);
    }

    /// A process that saves and is gone without any goodbye.
    static final class SaveAndHalt {

        static final int DRAFTS = 200;
        static final int CODE = 3;

        private SaveAndHalt() {}

        static void main(String[] arguments) {
            var drafts = new Drafts(Database.open(arguments[0]));
            for (int i = 0; i < DRAFTS; i++) drafts.save(new Draft("ana", "draft-" + i, "STANDARD", "{}", "{}", "{}", Instant.EPOCH));
            Runtime.getRuntime().halt(CODE);
        }
    }
}
