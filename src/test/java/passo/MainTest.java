package passo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server as a process: how it starts, how it refuses to, and how it ends.
class MainTest {

    @TempDir static Path folder;

    @Test void aPortInUseIsSaidInOneLine() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var port = String.valueOf(taken.getLocalPort());

            assertRefuses(Map.of("PORT", port, "PASSO_DATA", folder.resolve("port").toString()), port);
        }
    }

    @Test void aDataFolderThatIsNoneIsSaidInOneLine() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "not a folder");

        assertRefuses(Map.of("PORT", "0", "PASSO_DATA", file.toString()), file.toString());
    }

    @Test void aDatabaseThatDoesNotAnswerIsSaidInOneLine() throws Exception {
        assertRefuses(Map.of("PORT", "0", "PASSO_DATABASE_URL", "jdbc:postgresql://localhost:1/passo"), "jdbc:postgresql://localhost:1/passo");
    }

    @Test void whoseItIsIsAskedUntilAPhraseIsSet() throws Exception {
        var data = folder.resolve("owner").toString();
        assertThat(visited(Map.of("PORT", "0", "PASSO_DATA", data), "Set it up at (http://localhost:\\d+/admin\\?code=[\\w-]{16})", "")).contains("/admin/setup");

        assertThat(visited(Map.of("PORT", "0", "PASSO_DATA", data, "PASSO_ADMIN_PHRASE", "chuva na laje quente"), "Passo listens on (.*)", "/en/admin")).contains("/admin/enter");
        assertRefuses(Map.of("PORT", "0", "PASSO_DATA", data, "PASSO_ADMIN_PHRASE", "tiny"), "PASSO_ADMIN_PHRASE is shorter than 12 characters");
    }

    /// A page of a server that says its address in a line.
    private static String visited(Map<String, String> environment, String line, String path) throws Exception {
        var server = process(environment, List.of(Main.class.getName()));
        try (var client = HttpClient.newHttpClient()) {
            var output = new BufferedReader(new InputStreamReader(server.getInputStream()));
            var said = output.readLine();
            while (!said.matches(line)) said = output.readLine();
            return client.send(HttpRequest.newBuilder(URI.create(said.replaceFirst(line, "$1") + path)).build(), BodyHandlers.ofString()).body();
        } finally {
            server.destroy();
            server.waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test void twoServersCannotShareAFolder() throws Exception {
        var environment = Map.of("PORT", "0", "PASSO_DATA", folder.resolve("shared").toString());
        var first = process(environment, List.of(Main.class.getName()));
        try {
            awaitListening(first);

            assertRefuses(environment, folder.resolve("shared").toString());
        } finally {
            first.destroy();
        }
        assertThat(first.waitFor(10, TimeUnit.SECONDS)).as("ends when asked to").isTrue();
    }

    @Test void whatOneFolderHoldsIsSavedAndRestoredInAnother() throws Exception {
        var here = Map.of("PORT", "0", "PASSO_DATA", folder.resolve("here").toString());
        var there = Map.of("PASSO_DATA", folder.resolve("there").toString());
        var server = process(here, List.of(Main.class.getName()));
        awaitListening(server);
        assertRefuses(here, "perhaps a server, which is to be stopped first", "backup", folder.resolve("passo.zip").toString());
        server.destroy();
        server.waitFor();
        var file = folder.resolve("passo.zip").toString();

        var saved = run(here, "backup", file);
        assertThat(saved).matches("Rows saved: [1-9]\\d*\n");
        assertThat(run(there, "restore", file)).isEqualTo(saved.replace("saved", "restored"));
        assertRefuses(there, "is not empty", "restore", file);
        assertThat(pipe(builder(here, command("backup", "-")), builder(Map.of("PASSO_DATA", folder.resolve("elsewhere").toString()), command("restore", "-"))))
                .isEqualTo(saved.replace("saved", "restored"));
        assertRefuses(there, "nowhere.zip", "restore", folder.resolve("nowhere.zip").toString());
        assertRefuses(there, "`backup FILE` or `restore FILE`", "help");
    }

    @Test void endsWithAParentThatIsKilled() throws Exception {
        var parent = process(Map.of("PORT", "0", "PASSO_DATA", folder.resolve("parent").toString()), List.of(Parent.class.getName()));
        awaitListening(parent);
        var server = parent.children().findFirst().orElseThrow();

        parent.destroyForcibly();

        assertThat(server.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    /// As Maven does: starts the server as its child and waits.
    static final class Parent {

        private Parent() {}

        static void main() throws Exception {
            process(Map.of(), List.of("-Dpasso.development=true", Main.class.getName())).waitFor();
        }
    }

    /// What the second says of what the first gives it.
    private static String pipe(ProcessBuilder first, ProcessBuilder second) throws Exception {
        var last = ProcessBuilder.startPipeline(List.of(first, second)).getLast();
        return new String(last.getErrorStream().readAllBytes());
    }

    private static void assertRefuses(Map<String, String> environment, String named, String... arguments) throws Exception {
        var process = process(environment, command(arguments));
        var said = new String(process.getErrorStream().readAllBytes());

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said.lines()).singleElement().asString().startsWith("Passo cannot " + (arguments.length == 0 ? "start: " : arguments[0])).contains(named);
    }

    /// What it said, once it has done what it was asked for.
    private static String run(Map<String, String> environment, String... arguments) throws Exception {
        var process = process(environment, command(arguments));
        var said = new String(process.getErrorStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static List<String> command(String... arguments) {
        return Stream.concat(Stream.of(Main.class.getName()), Stream.of(arguments)).toList();
    }

    /// Its standard output goes on to that of the parent, its standard error too where the parent is no test.
    private static Process process(Map<String, String> environment, List<String> arguments) throws IOException {
        var builder = builder(environment, arguments);
        if (environment.isEmpty()) builder.inheritIO();
        return builder.start();
    }

    private static ProcessBuilder builder(Map<String, String> environment, List<String> arguments) {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var command = Stream.concat(Stream.of(java, "-cp", System.getProperty("java.class.path")), arguments.stream()).toList();
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder;
    }

    private static void awaitListening(Process process) throws IOException {
        var output = new BufferedReader(new InputStreamReader(process.getInputStream()));
        assertThat(output.readLine()).startsWith("Passo listens on http://localhost:");
    }
}
