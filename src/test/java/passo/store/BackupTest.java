package passo.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import passo.json.Json;

class BackupTest {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    static final UnaryOperator<String> FIRST_TWICE = text -> (text.lines().findFirst().orElseThrow() + "\n").repeat(2);

    @TempDir Path folder;
    Path file;

    @BeforeEach void name() {
        file = folder.resolve("passo.zip");
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void everyRowOfEveryTableComesBackInEveryDatabase(String from) throws IOException {
        try (var here = Database.open(from)) {
            Map<String, List<Json.Obj>> rows = here.jdbi().withHandle(Filling::fill);
            int all = rows.values().stream().mapToInt(List::size).sum();
            assertThat(Backup.make(from, file.toString(), NOON)).isEqualTo(all);

            for (String to : TestDatabases.urls().toList()) {
                try (var there = Database.connect(to)) {
                    assertThat(Restoration.make(to, file.toString())).isEqualTo(all);
                    assertThat(rows(there)).isEqualTo(rows);
                }
            }
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void anOldDatabaseIsSavedAsItIsAndRenewedWhereItComesBack(String from) throws IOException {
        String to = memory();
        try (var old = Database.connect(from); var renewed = Database.connect(to)) {
            old.migrate(old.versions().getFirst());
            Map<String, List<Json.Obj>> rows = old.jdbi().withHandle(Filling::fill);
            Backup.make(from, file.toString(), NOON);
            Restoration.make(to, file.toString());

            assertThat(rows(old)).isEqualTo(rows);
            assertThat(rows(renewed)).containsAllEntriesOf(rows).hasSizeGreaterThan(rows.size());
        }
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void whatIsWrittenMeanwhileIsNotInIt(String from) throws IOException {
        String to = memory();
        try (var here = Database.open(from); var there = Database.connect(to); var out = Files.newOutputStream(file)) {
            Map<String, List<Json.Obj>> rows = here.jdbi().withHandle(Filling::fill);
            new Backup(here).write(atItsFirstByte(out, () -> {
                here.jdbi().useHandle(handle -> handle.execute("update draft set definition = 'later'"));
                here.jdbi().useHandle(handle -> handle.execute("delete from secret"));
                new Drafts(here).save(new Draft("rui", "later", "STANDARD", "", "", "", NOON));
            }), NOON);
            Restoration.make(to, file.toString());

            assertThat(rows(there)).isEqualTo(rows);
            assertThat(new Drafts(here).find("rui", "later")).isPresent();
        }
    }

    @Test void whatOnlyH2StoresIsReplaced() throws IOException {
        TestDatabases.urls().forEach(to -> {
            try (var here = Database.open(memory()); var there = Database.connect(to); var out = Files.newOutputStream(file)) {
                new Drafts(here).save(new Draft("ana", "ola", "STANDARD", "a\0b\\u0000", "", "", Instant.parse("3456-01-01T12:00:00Z")));
                new Backup(here).write(out, NOON);
                Restoration.make(to, file.toString());

                assertThat(new Drafts(there).find("ana", "ola")).contains(
                        new Draft("ana", "ola", "STANDARD", "a\uFFFDb\\u0000", "", "", Instant.parse("3456-01-01T12:00:00Z")));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @ParameterizedTest @MethodSource("spoiled")
    void aFileThatIsNotWholeIsRefusedInOneLineAndNothingIsLeft(String entry, UnaryOperator<String> change, String why) throws IOException {
        fillAndSave();
        spoil(entry, change);
        for (String to : TestDatabases.urls().toList()) {
            try (var there = Database.connect(to)) {
                assertThatThrownBy(() -> Restoration.make(to, file.toString()))
                        .isInstanceOf(IllegalArgumentException.class).message().hasLineCount(1).startsWith(file + " ").contains(why);
                Database.empty(to).close();
                assertThat(rows(there)).isEmpty();
            }
        }
    }

    static Stream<Arguments> spoiled() {
        return Stream.of(
                arguments("manifest.json", changed("\"version\":\"", "\"version\":\"999"), "this Passo knows them up to"),
                arguments("manifest.json", changed("\"draft\":2", "\"draft\":3"), "draft.jsonl line 2 is the last, but 3 were written"),
                arguments("manifest.json", changed("\"draft\":2,", ""), "not the tables of its version"),
                arguments("manifest.json", changed("version", "wersion"), "no backup of Passo"),
                arguments("draft.jsonl", changed("\"learner\"", "\"teacher\""), "draft.jsonl line 1 has no learner that fits"),
                arguments("draft.jsonl", changed("12:00:00.123456Z\"", "noon\""), "draft.jsonl line 1 has no updated_at that fits"),
                arguments("draft.jsonl", changed("}\n", "\n"), "draft.jsonl line 1 is no row"),
                arguments("draft.jsonl", FIRST_TWICE, "draft.jsonl line 2 or one before it does not fit"),
                arguments("revision.jsonl", changed("\"machine\":\"0", "\"machine\":\"9"), "revision.jsonl line 2 or one before it does not fit"));
    }

    @Test void aFileThatIsCutShortOrHasAByteChangedIsRefused() throws IOException {
        fillAndSave();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 40));
        assertRefused("is broken");

        // In the middle of the first table's lines.
        whole[400] ^= 1;
        Files.write(file, whole);
        assertRefused("is broken");

        Files.writeString(file, "no zip");
        assertRefused("is broken");
    }

    @ParameterizedTest @MethodSource("passo.store.TestDatabases#urls")
    void aDatabaseThatIsNotEmptyStaysAsItIs(String url) throws IOException {
        fillAndSave();
        try (var used = Database.open(url)) {
            assertThatThrownBy(() -> Restoration.make(url, file.toString())).message().hasLineCount(1).contains("is not empty", "PASSO_DATA");
            Database.existing(url).close();
            assertThat(rows(used)).isNotEmpty().allSatisfy((_, rows) -> assertThat(rows).isEmpty());
        }
    }

    @Test void aDatabaseThatIsNotOursIsRefusedAndTheLastFileStays() throws IOException {
        fillAndSave();
        byte[] last = Files.readAllBytes(file);

        assertThatThrownBy(() -> Backup.make(memory(), file.toString(), NOON)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("nothing of Passo");
        assertThat(file).hasBinaryContent(last);
    }

    @Test void itsOwnerAloneMayReadTheFileAndNothingLiesBesideIt() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Files.writeString(file, "the last one");
        fillAndSave();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    private static String memory() {
        return "jdbc:h2:mem:" + UUID.randomUUID();
    }

    private void fillAndSave() throws IOException {
        String from = memory();
        try (var here = Database.open(from)) {
            here.jdbi().useHandle(Filling::fill);
            Backup.make(from, file.toString(), NOON);
        }
    }

    private void assertRefused(String why) {
        assertThatThrownBy(() -> Restoration.make(memory(), file.toString()))
                .isInstanceOf(IllegalArgumentException.class).message().hasLineCount(1).startsWith(file + " ").contains(why);
    }

    private static UnaryOperator<String> changed(String from, String to) {
        return text -> {
            assertThat(text).contains(from);
            return text.replace(from, to);
        };
    }

    private void spoil(String name, UnaryOperator<String> change) throws IOException {
        Path spoiled = folder.resolve("spoiled.zip");
        try (var zip = new ZipFile(file.toFile()); var out = new ZipOutputStream(Files.newOutputStream(spoiled))) {
            for (ZipEntry entry : zip.stream().toList()) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write((entry.getName().equals(name) ? change.apply(text) : text).getBytes(UTF_8));
            }
        }
        Files.delete(file);
        Files.move(spoiled, file);
    }

    /// In a thread of its own: Jdbi gives one thread one connection.
    private static OutputStream atItsFirstByte(OutputStream out, Runnable what) {
        return new FilterOutputStream(out) {
            private boolean begun;

            @Override public void write(byte[] bytes, int offset, int length) throws IOException {
                if (!begun) CompletableFuture.runAsync(what).join();
                begun = true;
                out.write(bytes, offset, length);
            }
        };
    }

    private static Map<String, List<Json.Obj>> rows(Database database) {
        return database.jdbi().withHandle(handle -> {
            Map<String, List<Json.Obj>> rows = new HashMap<>();
            for (Relation relation : Relation.all(handle)) {
                rows.put(relation.name(), handle.createQuery(relation.selection()).map((row, _) -> relation.read(row)).list());
            }
            return rows;
        });
    }
}
