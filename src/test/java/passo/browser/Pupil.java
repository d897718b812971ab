package passo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passo.json.Json;
import passo.json.JsonText;

/// A learner of a class who has no browser, but a program. What the server acknowledged is noted; where a server is gone, the next one is
/// asked, as people do.
final class Pupil {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String name;
    private final Runnable acknowledged;
    private final List<String> servers;
    private final Map<String, Integer> tries = new TreeMap<>();
    private final Map<String, Integer> stars = new TreeMap<>();
    private final Map<String, Integer> hints = new TreeMap<>();
    private final Map<String, String> drafts = new TreeMap<>();
    private String cookie = "";
    private String member = "";

    /// @param servers their addresses, that which is asked first before the others
    /// @param acknowledged told of each write that was
    Pupil(String name, List<String> servers, Runnable acknowledged) {
        this.name = name;
        this.servers = new ArrayList<>(servers);
        this.acknowledged = acknowledged;
    }

    String name() {
        return name;
    }

    /// The id in the class.
    String member() {
        return member;
    }

    /// Of the learner, whom no class knows by it.
    String learner() {
        return cookie.replaceAll("^learner=|\\..*", "");
    }

    /// How often each exercise was tried.
    Map<String, Integer> tries() {
        return tries;
    }

    /// The most stars for each exercise.
    Map<String, Integer> stars() {
        return stars;
    }

    Map<String, Integer> hints() {
        return hints;
    }

    /// What was written last, by the draft's name.
    Map<String, String> drafts() {
        return drafts;
    }

    void join(String code) {
        HttpResponse<String> answer = write("/api/v1/classes/" + code + "/members", "application/json", Json.Obj.of("name", Json.of(name)).toString(), 201);
        cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        member = ((Json.Str) json(answer).get("member")).value();
    }

    void draft(String slug, String definition) {
        String form = Stream.of("type=STANDARD", "input=%7B%7D", "world=", "definition=" + URLEncoder.encode(definition, StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        write("/drafts/exercise-" + slug, "application/x-www-form-urlencoded", form, 204);
        drafts.put("exercise-" + slug, definition);
    }

    void hint(String slug) {
        write("/api/v1/exercises/" + slug + "/help", "application/json", "{}", 200);
        hints.merge(slug, 1, Integer::sum);
    }

    /// Hands in an answer of the exercise's own: `solutions/…` or `wrong/…`.
    void attempt(String slug, String answer) {
        String text = text(slug + "/" + answer);
        String body = answer.endsWith(".answers.json") ? "{\"answers\": " + text + "}" : Json.Obj.of("definition", Json.of(text)).toString();
        Json.Obj verdict = json(write("/api/v1/exercises/" + slug + "/attempts", "application/json", body, 200));
        tries.merge(slug, 1, Integer::sum);
        stars.merge(slug, ((Json.Num) verdict.get("stars")).value().intValue(), Math::max);
    }

    private HttpResponse<String> write(String path, String type, String body, int expected) {
        HttpResponse<String> answer = post(path, type, body);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(expected);
        acknowledged.run();
        return answer;
    }

    private HttpResponse<String> post(String path, String type, String body) {
        while (true) {
            try {
                var request = HttpRequest.newBuilder(URI.create(servers.getFirst() + path)).header("Content-Type", type).POST(BodyPublishers.ofString(body));
                if (!cookie.isEmpty()) request.headers("Cookie", cookie, "Sec-Fetch-Site", "same-origin");
                return CLIENT.send(request.build(), BodyHandlers.ofString());
            } catch (IOException gone) {
                if (servers.size() == 1) throw new UncheckedIOException(gone);
                servers.removeFirst();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Json.Obj json(HttpResponse<String> answer) {
        return (Json.Obj) JsonText.parse(answer.body());
    }

    static String text(String file) {
        try {
            return Files.readString(Path.of("exercises", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
