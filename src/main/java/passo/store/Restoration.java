package passo.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import passo.json.Json;
import passo.json.JsonText;

/// A database made of a [Backup]: the tables as they were when that was written, every row, and then what has come since. It is
/// made whole or not at all.
public final class Restoration {

    private final ZipFile file;
    private final String name;
    private final Json.Obj manifest;

    private Restoration(ZipFile file, String name) throws IOException {
        this.file = file;
        this.name = name;
        this.manifest = manifest();
    }

    /// Fills an empty database.
    ///
    /// @param file `-` for standard input
    /// @return how many rows it has now
    /// @throws IllegalArgumentException when it is not empty, or the file is not one that we can restore; the message is one line
    public static int make(String url, String file) throws IOException {
        if (!file.equals("-")) return make(url, Path.of(file), file);
        Path copy = Files.createTempFile("passo", ".zip");
        try {
            Files.copy(System.in, copy, StandardCopyOption.REPLACE_EXISTING);
            return make(url, copy, "standard input");
        } finally {
            Files.delete(copy);
        }
    }

    private static int make(String url, Path path, String name) throws IOException {
        try (var file = new ZipFile(path.toFile()); var database = Database.empty(url)) {
            return new Restoration(file, name).fill(database);
        } catch (ZipException | CharacterCodingException broken) {
            throw new IllegalArgumentException(name + " is broken: " + broken.getMessage(), broken);
        }
    }

    private Json.Obj manifest() throws IOException {
        ZipEntry entry = file.getEntry(Backup.MANIFEST);
        if (entry != null && read(new String(file.getInputStream(entry).readAllBytes(), UTF_8)) instanceof Json.Obj manifest
                && manifest.get("version") instanceof Json.Str && manifest.get("rows") instanceof Json.Obj) return manifest;
        throw new IllegalArgumentException(name + " is no backup of Passo");
    }

    private int fill(Database database) throws IOException {
        String wanted = ((Json.Str) manifest.get("version")).value();
        List<MigrationVersion> known = database.versions();
        MigrationVersion version = known.stream().filter(each -> each.getVersion().equals(wanted)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has tables of version " + wanted + ", and this Passo knows them up to "
                        + known.getLast() + ": restore it with the Passo that made it, or a newer one"));
        boolean whole = false;
        try {
            database.migrate(version);
            int rows = database.jdbi().inTransaction(this::fill);
            database.migrate(MigrationVersion.LATEST);
            whole = true;
            return rows;
        } finally {
            if (!whole) database.clear();
        }
    }

    private int fill(Handle handle) throws IOException {
        List<Relation> relations = Relation.all(handle);
        var counts = (Json.Obj) manifest.get("rows");
        if (!Set.copyOf(counts.names()).equals(Set.copyOf(relations.stream().map(Relation::name).toList()))) {
            throw new IllegalArgumentException(name + " has not the tables of its version");
        }
        // What a migration wrote is in the file, too, as it has become.
        for (Relation relation : relations.reversed()) handle.execute("delete from " + relation.name());
        int all = 0;
        for (Relation relation : relations) {
            int count = fill(handle, relation);
            if (!Json.of(count).equals(counts.get(relation.name()))) throw broken(relation, count, "is the last, but " + counts.get(relation.name()) + " were written");
            all += count;
        }
        return all;
    }

    private int fill(Handle handle, Relation relation) throws IOException {
        ZipEntry entry = file.getEntry(Backup.entry(relation.name()));
        if (entry == null) throw new IllegalArgumentException(name + " lacks " + Backup.entry(relation.name()));
        var checked = new CheckedInputStream(file.getInputStream(entry), new CRC32());
        int count = 0;
        try (var lines = new BufferedReader(new InputStreamReader(checked, UTF_8.newDecoder())); var batch = handle.prepareBatch(relation.insertion())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                count++;
                relation.bind(batch, row(relation, line, count));
                batch.add();
                if (batch.size() == Backup.ROWS) insert(batch, relation, count);
            }
            if (batch.size() > 0) insert(batch, relation, count);
        }
        if (checked.getChecksum().getValue() != entry.getCrc()) throw new IllegalArgumentException(name + " is broken: " + entry + " has another checksum");
        return count;
    }

    private Json.Obj row(Relation relation, String line, int number) {
        if (!(read(line) instanceof Json.Obj row) || row.size() != relation.columns().size()) throw broken(relation, number, "is no row of this table");
        for (Column column : relation.columns()) {
            if (row.get(column.name()) instanceof Json.Str(var text)) row = row.with(column.name(), Json.of(storable(text)));
            if (!row.has(column.name()) || !column.holds(row.get(column.name()))) throw broken(relation, number, "has no " + column.name() + " that fits");
        }
        return row;
    }

    /// H2 stores the character NUL, and PostgreSQL does not.
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private void insert(PreparedBatch batch, Relation relation, int number) {
        try {
            batch.execute();
        } catch (UnableToExecuteStatementException refusal) {
            if (Database.isRefusedValue(refusal)) throw broken(relation, number, "or one before it does not fit to the others");
            throw refusal;
        }
    }

    private IllegalArgumentException broken(Relation relation, int number, String what) {
        return new IllegalArgumentException(name + " is broken: in " + Backup.entry(relation.name()) + " line " + number + " " + what);
    }

    private static Json read(String text) {
        return JsonText.readStrictly(text) instanceof JsonText.Reading.Value(var json, _) ? json : Json.NULL;
    }
}
