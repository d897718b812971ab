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

    /// Reads something of it.
    public static <T> T shipped(Function<Path, T> read) {
        try {
            URI place = Content.class.getResource("/exercises").toURI();
            if (!place.getScheme().equals("jar")) return read.apply(Path.of(place));
            try (var archive = FileSystems.newFileSystem(place, Map.of())) {
                return read.apply(archive.getPath("/exercises"));
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the exercises are not packaged", e);
        }
    }
}
