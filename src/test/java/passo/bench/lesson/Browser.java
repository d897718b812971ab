package passo.bench.lesson;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import passo.json.Json;

/// A person's browser: keeps the cookies, fetches with a page the files that it names and asks of those that it has whether they are still the same.
/// Asked by one thread.
final class Browser {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /// As many as a browser opens to one server.
    private static final int CONNECTIONS = 6;
    private static final Pattern NAMED_FILE = Pattern.compile("(?:from |import |import\\()\"(\\.{1,2}/[^\"]+)\"|url\\(\"?(/static/[^)\"]+)");

    private final HttpClient client;
    private final URI site;
    private final Times times;
    private final Map<String, String> cookies = new ConcurrentSkipListMap<>();
    private final Map<URI, Kept> files = new ConcurrentHashMap<>();

    /// A file that was fetched, and those that it names.
    private record Kept(String tag, List<URI> names) {}

    Browser(HttpClient client, URI site, Times times) {
        this.client = client;
        this.site = site;
        this.times = times;
    }

    /// Goes to a page, and on to where that sends it.
    Html open(Ask ask, String path) throws IOException, InterruptedException {
        return shown(times.of(ask, path, () -> text(followed(send(request(path))))));
    }

    /// Sends a form that leads to another page.
    Html submit(Ask ask, String path, Map<String, String> fields) throws IOException, InterruptedException {
        return shown(times.of(ask, path, () -> text(followed(send(post(path, fields))))));
    }

    /// What a script of the page asks for.
    Html ask(Ask ask, String path, Map<String, String> fields) throws IOException, InterruptedException {
        return new Html(times.of(ask, path, () -> text(send(post(path, fields).header("HX-Request", "true")))));
    }

    /// What the page itself asks for, again and again.
    Html look(Ask ask, String path) throws IOException, InterruptedException {
        return new Html(times.of(ask, path, () -> text(send(request(path).header("HX-Request", "true")))));
    }

    /// What a program asks for.
    Html tell(Ask ask, String path, Json json) throws IOException, InterruptedException {
        return new Html(times.of(ask, path, () -> text(send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json.toString()))))));
    }

    private HttpResponse<byte[]> followed(HttpResponse<byte[]> answer) throws IOException, InterruptedException {
        var location = answer.headers().firstValue("Location");
        return location.isEmpty() ? answer : followed(send(request(location.get().replaceFirst("#.*", ""))));
    }

    /// Fetches the files of a page, and those that these name.
    private Html shown(String text) throws InterruptedException {
        var html = new Html(text);
        Set<URI> asked = new HashSet<>();
        List<URI> next = html.files().stream().map(site::resolve).toList();
        try (var connections = Executors.newFixedThreadPool(CONNECTIONS, Thread.ofVirtual().factory())) {
            while (!next.isEmpty()) {
                List<Callable<List<URI>>> fetches = next.stream().filter(asked::add).map(file -> (Callable<List<URI>>) () -> fetch(file)).toList();
                next = connections.invokeAll(fetches).stream().map(Future::resultNow).flatMap(List::stream).toList();
            }
        }
        return html;
    }

    /// The files that it names. One that cannot be had is counted, and the page shown without.
    private List<URI> fetch(URI file) throws InterruptedException {
        Kept before = files.get(file);
        try {
            return times.of(Ask.FILE, file.getPath(), () -> {
                var request = request(file.getPath());
                if (before != null) request.header("If-None-Match", before.tag());
                HttpResponse<byte[]> answer = send(request);
                if (answer.statusCode() == 304 && before != null) return before.names();
                List<URI> names = file.getPath().contains("/vendor/") ? List.of() : NAMED_FILE.matcher(text(answer)).results()
                        .map(name -> file.resolve(name.group(1) == null ? name.group(2) : name.group(1))).toList();
                files.put(file, new Kept(answer.headers().firstValue("ETag").orElse(""), names));
                return names;
            });
        } catch (IOException counted) {
            return List.of();
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(site.resolve(path)).timeout(PATIENCE).headers("Accept-Encoding", "gzip", "Sec-Fetch-Site", "same-origin");
        return cookies.isEmpty() ? request
                : request.header("Cookie", cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; ")));
    }

    private HttpRequest.Builder post(String path, Map<String, String> fields) {
        return request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())).collect(Collectors.joining("&"))));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 400) throw new IOException(answer.statusCode() + text(answer).replaceAll("(?s)<head>.*</head>|<[^>]*>|\\s+", " "));
        answer.headers().allValues("Set-Cookie").stream().map(cookie -> cookie.split("[=;]", 3)).forEach(cookie -> cookies.put(cookie[0], cookie[1]));
        return answer;
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        boolean packed = answer.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
        try (var body = new ByteArrayInputStream(answer.body()); var plain = packed ? new GZIPInputStream(body) : body) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
