package passo.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;

/// How every cookie of ours is set: for this site alone, unread by scripts, over TLS where the page came so.
final class Cookies {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private Cookies() {}

    /// Sets the cookie for a year, unless the browser has it already.
    static void keep(Context ctx, String name, String value) {
        if (!value.equals(ctx.cookie(name))) set(ctx, name, value, A_YEAR);
    }

    /// Takes the cookie away from the browser.
    static void forget(Context ctx, String name) {
        set(ctx, name, "", Duration.ZERO);
    }

    static void set(Context ctx, String name, String value, Duration lasts) {
        ctx.cookie(new Cookie(name, value, "/", (int) lasts.toSeconds(), Origin.isOverTls(ctx), true, null, SameSite.LAX));
    }
}
