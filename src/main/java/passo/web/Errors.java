package passo.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import passo.store.Database;

/// What is answered when a request cannot be: a small page in the learner's language, or for a program a problem as
/// RFC 9457 writes it. A mistake of ours is logged with an id, and the id is all that is shown of it. Of who asked, and for what, nothing
/// is logged but the pattern of the address.
final class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final Pages pages;

    Errors(Pages pages) {
        this.pages = pages;
    }

    void refuse(HttpResponseException refusal, Context ctx) {
        show(ctx, refusal.getStatus(), refusal.getMessage(), refusal.getDetails(), ErrorView.of(pages.of(ctx), refusal.getStatus()));
    }

    void apologise(Exception failure, Context ctx) {
        if (ctx.res().isCommitted()) {
            LOG.warn("{} {}: the answer broke off, perhaps because nobody listens any longer", ctx.method(), ctx.endpoint().path, failure);
        } else if (Database.isAway(failure)) {
            LOG.warn("{} {}: the database does not answer", ctx.method(), ctx.endpoint().path);
            show(ctx, 503, "The database does not answer", Map.of(), ErrorView.away(pages.of(ctx)));
        } else {
            var id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            LOG.error("{} {} {}", id, ctx.method(), ctx.endpoint().path, failure);
            show(ctx, 500, "Internal error " + id, Map.of(), ErrorView.bug(pages.of(ctx), id));
        }
    }

    /// The machine itself gave up (a stack too deep, no memory): there is no page to be made of that.
    static void collapse(HttpServletResponse response, Error error) {
        LOG.error("a request could not be carried out", error);
        response.setStatus(500);
    }

    private void show(Context ctx, int status, String detail, Map<String, String> more, ErrorView view) {
        ctx.status(status);
        if ((status == 429 || status == 503) && ctx.res().getHeader("Retry-After") == null) ctx.header("Retry-After", status == 429 ? "1" : "2");
        if (ctx.path().startsWith("/api/")) {
            var problem = new LinkedHashMap<String, Object>();
            problem.put("title", ctx.status().getMessage());
            problem.put("status", status);
            problem.put("detail", detail);
            new TreeMap<>(more).forEach((name, value) -> problem.put(name, isNumber(value) ? Long.valueOf(value) : value));
            ctx.json(problem).contentType("application/problem+json");
        } else {
            pages.show(ctx, "error.jte", view);
        }
    }

    // Javalin keeps the details of a refusal as texts.
    private static boolean isNumber(String detail) {
        return detail.matches("\\d{1,9}");
    }
}
