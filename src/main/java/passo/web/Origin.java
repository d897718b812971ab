package passo.web;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// Where this server is, as the one who asks sees it, and where that one is.
public final class Origin {

    private Origin() {}

    /// The beginning of a whole address, as one sends it to others, such as `https://passo.example`.
    public static String of(Context ctx) {
        return (isOverTls(ctx) ? "https" : ctx.scheme()) + "://" + ctx.host();
    }

    /// The address of the one who asks: what the first of our proxies saw. What stands before it in the header anybody may have written.
    static String address(Context ctx, int proxies) {
        List<String> seen = Collections.list(ctx.req().getHeaders("X-Forwarded-For")).stream().flatMap(header -> Stream.of(header.split(","))).map(String::strip).toList();
        return proxies == 0 || seen.size() < proxies ? ctx.req().getRemoteAddr() : seen.get(seen.size() - proxies);
    }

    /// Did the request come over TLS, here or to what stands before us?
    static boolean isOverTls(Context ctx) {
        return ctx.scheme().equals("https") || "https".equals(ctx.header("X-Forwarded-Proto"));
    }
}
