package passo.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.Set;

/// Keeps other sites from writing in a learner's name: a write comes from a page of ours, as the browser itself says, or from a
/// program, which says nothing of where it comes from and sends no cookie.
///
/// That a cookie is missing says nothing of itself: a browser sends none along with what another site posts, yet would keep the one
/// that it gets for it, and the learner be another from then on.
final class SameOrigin {

    private static final Set<HandlerType> READS = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private SameOrigin() {}

    static void guard(Context ctx) {
        if (READS.contains(ctx.method()) || isOurs(ctx)) return;
        throw new ForbiddenResponse("A write must come from a page of this server");
    }

    private static boolean isOurs(Context ctx) {
        var site = ctx.header("Sec-Fetch-Site");
        var origin = ctx.header("Origin");
        if (site != null) return site.equals("same-origin");
        if (origin != null) return origin.matches("https?://[^/]+") && URI.create(origin).getAuthority().equals(ctx.host());
        return ctx.cookieMap().isEmpty();
    }
}
