package passo.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import passo.asl.Definition;
import passo.diagram.Drawing;

/// The files of a Git repository that shows what a learner has built. Immutable; the same content is the same bytes.
///
/// @param name of the folder in which they are
/// @param files in the order of their paths
public record Deliverable(String name, List<File> files) {

    private static final Pattern PATH = Pattern.compile("\\.?\\w[\\w.-]*(/\\w[\\w.-]*)*");
    /// When every file was written last, so that the bytes depend on nothing else.
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final String IGNORED = """
            .DS_Store
            Thumbs.db
            .idea/
            .vscode/
            .aws-sam/
            *.log
            """;

    /// A file of text.
    ///
    /// @param path from the folder on, with `/` between; it never leads out of it
    public record File(String path, String text) {

        public File {
            if (!PATH.matcher(path).matches()) throw new IllegalArgumentException("not a path in a repository: " + path);
        }
    }

    public Deliverable {
        if (!PATH.matcher(name).matches() || name.contains("/")) throw new IllegalArgumentException("not the name of a folder: " + name);
        files = files.stream().sorted(Comparator.comparing(File::path)).toList();
    }

    /// @param drawings draws a machine; empty where that cannot be done
    public static Deliverable of(Portfolio portfolio, Voice voice, Function<Definition, Optional<Drawing>> drawings) {
        var files = new ArrayList<File>();
        files.add(new File("README.md", readme(portfolio, voice)));
        files.add(new File(".gitignore", IGNORED));
        files.add(new File("test-report.xml", TestReport.xml(portfolio.pieces(), voice)));
        for (Piece piece : portfolio.pieces()) files.addAll(new Folder(piece, voice, drawings).files());
        return new Deliverable(voice.text("deliverable.file"), files);
    }

    /// The README alone, in Markdown.
    public static String readme(Portfolio portfolio, Voice voice) {
        return new FrontPage(portfolio, voice).text();
    }

    /// All of them in their folder, as a zip.
    public byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (File file : files) {
                var entry = new ZipEntry(name + "/" + file.path());
                entry.setTimeLocal(ALWAYS);
                zip.putNextEntry(entry);
                zip.write(file.text().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
