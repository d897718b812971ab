package passo.web;

import io.javalin.router.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import passo.school.Teacher;
import passo.store.Database;
import passo.store.Passes;
import passo.store.Teachers;
import passo.web.teach.Password;

/// A server of a test's own: on a free port, with a database in memory and no limit of runs.
public final class RunningServer implements AutoCloseable {

    /// Content does not change: all servers of a test run read it once.
    private static final Library LIBRARY = Library.load(false);

    private final Database database;
    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningServer(int runsPerSecond, Function<Language, Messages> messages) {
        this("jdbc:h2:mem:" + UUID.randomUUID(), runsPerSecond, messages);
    }

    private RunningServer(String url, int runsPerSecond, Function<Language, Messages> messages) {
        this(new Settings(0, url, runsPerSecond, 0, new Password(""), false), messages);
    }

    private RunningServer(Settings settings, Function<Language, Messages> messages) {
        database = Database.open(settings.databaseUrl());
        server = Server.start(settings, database, LIBRARY, messages);
    }

    public static RunningServer start() {
        return new RunningServer(0, Messages::in);
    }

    public static RunningServer on(String databaseUrl) {
        return new RunningServer(databaseUrl, 0, Messages::in);
    }

    static RunningServer behindProxies(int proxies) {
        return new RunningServer(new Settings(0, "jdbc:h2:mem:" + UUID.randomUUID(), 0, proxies, new Password(""), false), Messages::in);
    }

    public static RunningServer withRunsPerSecond(int runsPerSecond) {
        return new RunningServer(runsPerSecond, Messages::in);
    }

    /// Every text of the message files stands in ⟦brackets⟧, so that a text which is not from there can be told.
    public static RunningServer withMarkedTexts() {
        return new RunningServer(0, language -> Messages.in(language).with(text -> "⟦" + text + "⟧"));
    }

    public String address() {
        return "http://localhost:" + server.port();
    }

    public Database database() {
        return database;
    }

    /// Every address that it answers, but for files.
    List<Endpoint> endpoints() {
        return server.endpoints();
    }

    /// Makes a teacher, signed in.
    ///
    /// @return the cookie of their browser, as the header `Cookie` has it
    public String teacher(String name) {
        var teacher = new Teacher("owner".equals(name) ? Teacher.OWNER : UUID.randomUUID().toString(), name);
        new Teachers(database).add(teacher, Instant.now());
        return "teacher=" + new Passes(database).issue(Passes.Kind.SESSION, teacher.id(), Instant.now());
    }

    /// @param headers names and values in turn
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers));
    }

    public HttpResponse<String> postForm(String path, String form, String... headers) {
        return send(request(path, headers).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)));
    }

    public HttpResponse<String> postJson(String path, String json, String... headers) {
        return send(request(path, headers).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override public void close() {
        client.close();
        server.stop();
        database.close();
    }
}
