package passo.web.study;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import passo.web.RunningServer;

/// Somebody with a cookie.
record Learner(RunningServer server, String cookie) {

    static Learner at(RunningServer server) {
        return new Learner(server, server.postForm("/drafts/new", "definition=&input=&world=").headers().firstValue("Set-Cookie").orElseThrow().split(";")[0]);
    }

    String id() {
        return cookie.substring(cookie.indexOf('=') + 1, cookie.lastIndexOf('.'));
    }

    HttpResponse<String> get(String path) {
        return server.get(path, "Cookie", cookie);
    }

    /// @param headers names and values in turn
    HttpResponse<String> post(String path, String form, String... headers) {
        return server.postForm(path, form, Stream.concat(Stream.of("Cookie", cookie, "Sec-Fetch-Site", "same-origin"), Stream.of(headers)).toArray(String[]::new));
    }
}
