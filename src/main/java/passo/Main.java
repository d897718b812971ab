package passo;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.time.Instant;
import passo.store.Backup;
import passo.store.Database;
import passo.store.Restoration;
import passo.web.Library;
import passo.web.Server;
import passo.web.Settings;
import passo.web.teach.Ownership;

/// Makes the parts of Passo and joins them.
public final class Main {

    /// Set by the build, which starts the server as its child: see [Settings#development] and [#endWithParent].
    private static final boolean DEVELOPMENT = Boolean.getBoolean("passo.development");

    private Main() {}

    static void main(String[] arguments) {
        if (DEVELOPMENT) endWithParent();
        try {
            var settings = Settings.of(System.getenv(), DEVELOPMENT);
            switch (arguments.length == 2 ? arguments[0] + " FILE" : String.join(" ", arguments)) {
                case "" -> start(settings);
                case "backup FILE" -> System.err.println("Rows saved: " + Backup.make(settings.databaseUrl(), arguments[1], Instant.now()));
                case "restore FILE" -> System.err.println("Rows restored: " + Restoration.make(settings.databaseUrl(), arguments[1]));
                default -> throw new IllegalArgumentException("to serve it takes no argument; else `backup FILE` or `restore FILE`");
            }
        } catch (IllegalArgumentException | IOException | JavalinBindException refusal) {
            System.err.println("Passo cannot " + (arguments.length == 0 ? "start" : String.join(" ", arguments)) + ": " + (refusal instanceof IOException ? refusal : refusal.getMessage()));
            System.exit(1);
        }
    }

    private static void start(Settings settings) {
        var library = Library.load(settings.development());
        var database = Database.open(settings.databaseUrl());
        var ownership = Ownership.of(database);
        if (!settings.adminPhrase().isEmpty()) ownership.insist(settings.adminPhrase());
        var server = Server.start(settings, database, library);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop();
            database.close();
        }));
        System.out.println("Passo listens on http://localhost:" + server.port());
        ownership.code().ifPresent(code -> System.out.println("Set it up at http://localhost:" + server.port() + "/admin?code=" + code));
        library.check();
    }

    /// A child outlives a parent that is killed, and would hold port and database. The parent is a Java machine (Maven's);
    /// if it is not, Maven ended before we could look, and something else adopted us.
    private static void endWithParent() {
        ProcessHandle.current().parent()
                .filter(parent -> parent.info().command().orElse("").contains("java"))
                .ifPresentOrElse(parent -> parent.onExit().thenRun(() -> System.exit(0)), () -> System.exit(0));
    }
}
