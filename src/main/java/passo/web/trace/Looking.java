package passo.web.trace;

import io.javalin.http.Context;
import java.util.Optional;
import passo.diagram.LayoutCache;
import passo.web.Capacity;
import passo.web.Page;
import passo.web.Pages;
import passo.web.RateLimit;
import passo.web.parts.Form;

/// What it takes to look at a run once more. May be shared between threads.
///
/// @param rate how often a learner may look: more often than run, for a run that is played is looked at many times a second
public record Looking(LayoutCache diagrams, RateLimit rate, Capacity capacity, Pages pages) {

    public Page page(Context ctx) {
        return pages.of(ctx);
    }

    /// The run of the form that was sent, made once more; empty where there is none, and the page says why already.
    public Optional<Ran> ran(Context ctx, Asked asked) {
        return ran(ctx, asked, "");
    }

    /// @param action the address that runs, of the page that asks
    Optional<Ran> ran(Context ctx, Asked asked, String action) {
        rate.take(ctx);
        return new Bench(capacity.share(ctx), diagrams, page(ctx), action, Form.of(ctx)).ran(asked);
    }
}
