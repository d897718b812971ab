package passo.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import passo.json.Json;

/// All that a database holds, as one file that every database takes back ([Restoration]), whatever its kind: a zip with the rows
/// of each table as lines of JSON, and at the end what there is. The keys of the server are in it: the file is as secret as the database.
public final class Backup {

    static final String MANIFEST = "manifest.json";

    /// How many rows are in memory at a time.
    static final int ROWS = 100;

    private final Database database;

    public Backup(Database database) {
        this.database = database;
    }

    /// Makes the file, which its owner alone may read where the file system knows owners; one of this name is replaced once the new one is whole.
    ///
    /// @param file `-` for standard output
    /// @return how many rows are in it
    /// @throws IllegalArgumentException when the database cannot be opened, or is not one of ours
    public static int make(String url, String file, Instant now) throws IOException {
        if (file.equals("-")) return print(url, now);
        try (var database = Database.existing(url)) {
            Path whole = Path.of(file).toAbsolutePath();
            Path part = Files.createTempFile(whole.getParent(), whole.getFileName().toString(), ".part");
            try (var out = Files.newOutputStream(part)) {
                int rows = new Backup(database).write(out, now);
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
                return rows;
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    /// What is logged must not get in between.
    private static int print(String url, Instant now) throws IOException {
        System.setOut(System.err);
        try (var database = Database.existing(url); var out = new FileOutputStream(FileDescriptor.out)) {
            return new Backup(database).write(new BufferedOutputStream(out), now);
        }
    }

    /// Writes the file as it reads the rows, all as they are at one instant; who writes meanwhile need not wait. The stream stays open.
    ///
    /// @return how many rows are in it
    public int write(OutputStream out, Instant now) throws IOException {
        var zip = new ZipOutputStream(out, UTF_8);
        // At lesser levels H2 shows each table as it is when it is first asked for. For PostgreSQL, too, this level is one instant.
        int rows = database.jdbi().inTransaction(TransactionIsolationLevel.SERIALIZABLE, handle -> {
            Map<String, Json> counts = new LinkedHashMap<>();
            int all = 0;
            for (Relation relation : Relation.all(handle)) {
                int count = write(zip, now, handle, relation);
                counts.put(relation.name(), Json.of(count));
                all += count;
            }
            begin(zip, MANIFEST, now);
            zip.write(manifest(handle, now, Json.Obj.of(counts)).toString().getBytes(UTF_8));
            return all;
        });
        zip.finish();
        out.flush();
        return rows;
    }

    private static Json manifest(Handle handle, Instant now, Json rows) {
        return Json.Obj.builder()
                .put("version", Json.of(Instance.migration(handle)))
                .put("writtenAt", Json.of(now.toString()))
                .put("rows", rows).build();
    }

    private static int write(ZipOutputStream zip, Instant now, Handle handle, Relation relation) throws IOException {
        begin(zip, entry(relation.name()), now);
        int count = 0;
        try (var query = handle.createQuery(relation.selection()).setFetchSize(ROWS);
                var rows = query.map((row, _) -> relation.read(row)).iterator()) {
            for (; rows.hasNext(); count++) zip.write((rows.next() + "\n").getBytes(UTF_8));
        }
        return count;
    }

    private static void begin(ZipOutputStream zip, String name, Instant now) throws IOException {
        zip.putNextEntry(new ZipEntry(name).setLastModifiedTime(FileTime.from(now)));
    }

    /// Where the rows of a table stand in the file.
    static String entry(String table) {
        return table + ".jsonl";
    }
}
