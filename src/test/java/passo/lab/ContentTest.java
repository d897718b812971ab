package passo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTest {

    @Test void anArchiveIsReadByTwoAtOnce(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("a passo.jar");
        try (var archive = new ZipOutputStream(Files.newOutputStream(jar))) {
            archive.putNextEntry(new ZipEntry("exercises/hello.md"));
            archive.write("olá".getBytes());
        }
        URI place = URI.create("jar:" + jar.toUri() + "!/exercises");

        assertThat(Content.<String>read(place, first -> read(place, first))).isEqualTo("olá olá");
    }

    private static String read(URI place, Path first) {
        try {
            return text(first) + " " + Content.<String>read(place, ContentTest::text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path folder) {
        try {
            return Files.readString(folder.resolve("hello.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
