package passo.asl;

import java.time.Duration;
import java.util.List;

/// A rule of a `Retry` field: which errors to try again, how often and how long to wait. Specification, "Retrying after error".
///
/// @param maxAttempts retries, not counting the first try; 0 for none
/// @param maxDelay `StateMachine.FOREVER` where there is no limit
/// @param jitter is each wait drawn between nothing and the computed delay (`JitterStrategy` `FULL`)?
public record Retrier(List<String> errorEquals, Duration interval, int maxAttempts, double backoffRate, Duration maxDelay, boolean jitter) {

    public Retrier {
        errorEquals = List.copyOf(errorEquals);
        if (backoffRate < 1) throw new IllegalArgumentException("BackoffRate below 1: " + backoffRate);
    }

    /// The wait before a retry, counted from 0, before jitter.
    public Duration delay(int retry) {
        double millis = interval.toMillis() * Math.pow(backoffRate, retry);
        return Duration.ofMillis((long) Math.min(millis, maxDelay.toMillis()));
    }
}
