package passo.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;

/// How every cookie of ours is set: for this site alone, unread by scripts, for a year.
final class Cookies {

    private static final int A_YEAR = (int) Duration.ofDays(365).toSeconds();

    private Cookies() {}

    /// Sets the cookie unless the browser has it already.
    static void keep(Context ctx, String name, String value) {
        if (!value.equals(ctx.cookie(name))) set(ctx, name, value, A_YEAR);
    }

    /// Takes the cookie away from the browser.
    static void forget(Context ctx, String name) {
        set(ctx, name, "", 0);
    }

    private static void set(Context ctx, String name, String value, int seconds) {
        ctx.cookie(new Cookie(name, value, "/", seconds, overTls(ctx), true, null, SameSite.LAX));
    }

    private static boolean overTls(Context ctx) {
        return ctx.scheme().equals("https") || "https".equals(ctx.header("X-Forwarded-Proto"));
    }
}
