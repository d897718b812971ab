package passo.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/// A PostgreSQL of a test's own, which keeps its data while it is down.
public final class Restartable implements AutoCloseable {

    private final Path folder;
    private EmbeddedPostgres server;
    private final int port;

    public Restartable(Path folder) throws IOException {
        this.folder = folder;
        server = EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false).start();
        port = server.getPort();
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    public void up() throws IOException {
        server = EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false).setPort(port).start();
    }

    public void down() throws IOException {
        server.close();
    }

    @Override public void close() throws IOException {
        down();
    }
}
