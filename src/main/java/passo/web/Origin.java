package passo.web;

import io.javalin.http.Context;

/// Where this server is, as the one who asks sees it.
public final class Origin {

    private Origin() {}

    /// The beginning of a whole address, as one sends it to others, such as `https://passo.example`.
    public static String of(Context ctx) {
        return (isOverTls(ctx) ? "https" : ctx.scheme()) + "://" + ctx.host();
    }

    /// Did the request come over TLS, here or to what stands before us?
    static boolean isOverTls(Context ctx) {
        return ctx.scheme().equals("https") || "https".equals(ctx.header("X-Forwarded-Proto"));
    }
}
