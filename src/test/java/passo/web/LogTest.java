package passo.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.read.ListAppender;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import passo.web.Cast.Mark;
import passo.web.Cast.Visitor;

/// What the log says when things go wrong: enough to find the mistake, and nothing of those who met it.
class LogTest {

    static final String DATABASE = "jdbc:h2:mem:log";
    static final String TYPED = "zqtypedqz";

    final ch.qos.logback.classic.Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT");
    final Appender<ILoggingEvent> console = root.getAppender("console");
    final ListAppender<ILoggingEvent> events = new ListAppender<>();

    @BeforeEach void listen() {
        events.start();
        root.addAppender(events);
        root.detachAppender(console);
    }

    @AfterEach void listenNoLonger() {
        root.addAppender(console);
        root.detachAppender(events);
    }

    @Test void whatWasAskedIsNotLoggedWhateverGoesWrong() throws SQLException {
        try (var server = RunningServer.on(DATABASE)) {
            var cast = new Cast(server);
            List<String> secrets = Stream.concat(Stream.of(Visitor.values()).map(cast::cookie).filter(cookie -> !cookie.isEmpty()).map(cookie -> cookie.replaceFirst(".*=", "")),
                    Stream.concat(Stream.of(Mark.values()).map(Mark::text), Stream.of(TYPED))).toList();
            loseEverything();
            server.endpoints().forEach(endpoint -> Stream.of(Visitor.values()).forEach(visitor -> ask(cast, server, endpoint, cast.cookie(visitor))));

            assertThat(log()).hasSizeGreaterThan(100).allSatisfy(line -> assertThat(line).doesNotContain(secrets));
        }
    }

    @Test void whereItWentWrongIsLogged() throws SQLException {
        try (var server = RunningServer.on(DATABASE)) {
            loseEverything();
            String body = server.postForm("/drafts/" + TYPED + "?" + TYPED, "definition=" + TYPED + "&input=&world=").body();

            String id = log().getFirst().replaceAll("(?s).*Errors: (\\w+) .*", "$1");
            assertThat(log()).hasSize(1);
            assertThat(body).contains(id);
            assertThat(log().getFirst().lines().filter(line -> !line.startsWith("\t") || line.contains("Drafts"))).map(line -> line.replaceFirst("^[\\d:.]+ ", "").replaceFirst("\\(.*", ""))
                    .containsExactly("ERROR Errors: " + id + " POST /drafts/{name}", "org.jdbi.v3.core.statement.UnableToCreateStatementException", "\tat passo.store.Drafts.save",
                            "Caused by: org.h2.jdbc.JdbcSQLSyntaxErrorException: state 42S04");
        }
    }

    /// As it is printed.
    private List<String> log() {
        var encoder = ((OutputStreamAppender<ILoggingEvent>) console).getEncoder();
        return events.list.stream().map(event -> new String(encoder.encode(event), StandardCharsets.UTF_8)).toList();
    }

    private static void loseEverything() throws SQLException {
        try (var connection = DriverManager.getConnection(DATABASE); var statement = connection.createStatement()) {
            statement.execute("drop all objects");
        }
    }

    private static void ask(Cast cast, RunningServer server, Endpoint endpoint, String cookie) {
        String path = cast.filled(endpoint.path) + (cast.filled(endpoint.path).contains("?") ? "&" : "?") + "q=" + TYPED;
        String[] headers = {"Cookie", cookie + "; other=" + TYPED, "Sec-Fetch-Site", "same-origin", "User-Agent", TYPED};
        if (endpoint.method == HandlerType.GET) server.get(path, headers);
        else if (path.startsWith("/api/")) server.postJson(path, "{\"name\": \"%s\", \"definition\": {\"Comment\": \"%s\"}}".formatted(TYPED, TYPED), headers);
        else server.postForm(path, "definition=%1$s&input=%1$s&world=%1$s&name=%1$s&note=%1$s&code=%1$s&password=%1$s&phrase=%1$s&rung=1&example=sem-default&by=hand".formatted(TYPED), headers);
    }
}
