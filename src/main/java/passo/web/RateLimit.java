package passo.web;

import io.javalin.http.Context;
import io.javalin.http.TooManyRequestsResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How many runs a second one learner may ask for: a second's worth at once, then one each time its share of a second is over.
///
/// One number a learner is enough: the instant at which everything asked for so far would be paid. (This is the "virtual
/// scheduling" form of a token bucket.)
public final class RateLimit {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int MANY = 10_000;

    private final int perSecond;
    private final Learners learners;
    private final LongSupplier nanoTime;
    private final Map<String, Long> paid = new HashMap<>();

    /// @param perSecond 0 for no limit
    RateLimit(int perSecond, Learners learners, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.learners = learners;
        this.nanoTime = nanoTime;
    }

    /// Counts one run.
    ///
    /// @throws TooManyRequestsResponse where it is one too many
    public void take(Context ctx) {
        if (perSecond == 0 || admits(learners.whoever(ctx))) return;
        throw new TooManyRequestsResponse("More than " + perSecond + " runs a second");
    }

    synchronized boolean admits(String learner) {
        var now = nanoTime.getAsLong();
        if (paid.size() > MANY) paid.values().removeIf(instant -> instant <= now);
        var after = Math.max(paid.getOrDefault(learner, now), now) + SECOND / perSecond;
        if (after - now > SECOND) return false;
        paid.put(learner, after);
        return true;
    }
}
