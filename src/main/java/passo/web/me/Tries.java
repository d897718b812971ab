package passo.web.me;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import passo.web.RateLimit;

/// How often a phrase may be tried: by the learner who has a cookie, and by the address whoever comes from there.
public record Tries(RateLimit learner, RateLimit address) {

    /// How long to wait until one more may be; nothing where it was counted.
    Duration take(Context ctx, Optional<String> known) {
        Duration wait = address.take(ctx.ip());
        return wait.isZero() ? known.map(learner::take).orElse(Duration.ZERO) : wait;
    }
}
