package passo.lab;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/// The folder `exercises`, as it is shipped: among the classes, or in their archive.
public final class Content {

    private Content() {}

    /// Reads something of it. Several may read at once.
    public static <T> T shipped(Function<Path, T> read) {
        try {
            return read(Content.class.getResource("/exercises").toURI(), read);
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the exercises are not packaged", e);
        }
    }

    /// An archive is opened by its path: by its address, it could be open once at a time in a whole process.
    ///
    /// @param place of a folder, such as `file:/classes/exercises` or `jar:file:/passo.jar!/exercises`
    static <T> T read(URI place, Function<Path, T> read) throws IOException {
        if (!place.getScheme().equals("jar")) return read.apply(Path.of(place));
        String[] parts = place.getRawSchemeSpecificPart().split("!", 2);
        try (var archive = FileSystems.newFileSystem(Path.of(URI.create(parts[0])), Map.of())) {
            return read.apply(archive.getPath(parts[1]));
        }
    }
}
