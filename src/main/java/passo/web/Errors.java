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

/// What is answered when a request cannot be: a small page in the learner's language, or for a program a problem as
/// RFC 9457 writes it. A mistake of ours is logged with an id, and the id is all that is shown of it.
final class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final Pages pages;

    Errors(Pages pages) {
        this.pages = pages;
    }

    void refuse(HttpResponseException refusal, Context ctx) {
        show(ctx, refusal.getStatus(), refusal.getMessage(), refusal.getDetails(), "");
    }

    void apologise(Exception bug, Context ctx) {
        var id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        if (ctx.res().isCommitted()) {
            LOG.warn("{} {} {}: the answer broke off, perhaps because nobody listens any longer", id, ctx.method(), ctx.path(), bug);
            return;
        }
        LOG.error("{} {} {}", id, ctx.method(), ctx.path(), bug);
        show(ctx, 500, "Internal error " + id, Map.of(), id);
    }

    /// The machine itself gave up (a stack too deep, no memory): there is no page to be made of that.
    static void collapse(HttpServletResponse response, Error error) {
        LOG.error("a request could not be carried out", error);
        response.setStatus(500);
    }

    private void show(Context ctx, int status, String detail, Map<String, String> more, String id) {
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
            pages.show(ctx, "error.jte", ErrorView.of(pages.of(ctx), status, id));
        }
    }

    // Javalin keeps the details of a refusal as texts.
    private static boolean isNumber(String detail) {
        return detail.matches("\\d{1,9}");
    }
}
