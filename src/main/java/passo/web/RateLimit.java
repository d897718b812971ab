package passo.web;

import io.javalin.http.Context;
import io.javalin.http.TooManyRequestsResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How many things of a kind one learner may ask for in a period, such as runs in a second: a period's worth at once, then one each
/// time its share of the period is over.
///
/// One number a learner is enough: the instant at which everything asked for so far would be paid. (This is the "virtual
/// scheduling" form of a token bucket.)
public final class RateLimit {

    private static final int MANY = 10_000;

    private final int most;
    private final Duration period;
    private final String what;
    private final Learners learners;
    private final LongSupplier nanoTime;
    private final Map<String, Long> paid = new HashMap<>();

    /// @param most 0 for no limit
    /// @param what in words, such as `runs a second`
    RateLimit(int most, Duration period, String what, Learners learners, LongSupplier nanoTime) {
        this.most = most;
        this.period = period;
        this.what = what;
        this.learners = learners;
        this.nanoTime = nanoTime;
    }

    /// Counts one.
    ///
    /// @throws TooManyRequestsResponse where it is one too many; the answer then says when to come again
    public void take(Context ctx) {
        Duration wait = take(learners.whoever(ctx));
        if (wait.isZero()) return;
        ctx.header("Retry-After", String.valueOf(wait.toSeconds() + 1));
        throw new TooManyRequestsResponse("More than " + most + " " + what);
    }

    /// How long to wait until one more may be taken. None is.
    public synchronized Duration left(String learner) {
        if (most == 0) return Duration.ZERO;
        var now = nanoTime.getAsLong();
        var after = Math.max(paid.getOrDefault(learner, now), now) + period.toNanos() / most;
        return Duration.ofNanos(Math.max(0, after - now - period.toNanos()));
    }

    /// How long to wait until one more may be taken; nothing where it was taken.
    ///
    /// @param learner or whoever else it is counted for, such as an address
    public synchronized Duration take(String learner) {
        var left = left(learner);
        if (most == 0 || !left.isZero()) return left;
        var now = nanoTime.getAsLong();
        if (paid.size() > MANY) paid.values().removeIf(instant -> instant <= now);
        paid.put(learner, Math.max(paid.getOrDefault(learner, now), now) + period.toNanos() / most);
        return Duration.ZERO;
    }
}
