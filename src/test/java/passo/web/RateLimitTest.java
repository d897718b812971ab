package passo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    final AtomicLong clock = new AtomicLong();
    final RateLimit limit = new RateLimit(2, Duration.ofSeconds(1), "runs a second", new Learners(new byte[] {1}), clock::get);

    @Test void admitsASecondsWorthAtOnceAndThenOneAtATime() {
        assertThat(limit.take("ana")).isZero();
        assertThat(limit.take("ana")).isZero();
        assertThat(limit.take("ana")).isEqualTo(Duration.ofMillis(500));

        clock.addAndGet(Duration.ofMillis(500).toNanos());

        assertThat(limit.take("ana")).isZero();
        assertThat(limit.take("ana")).isEqualTo(Duration.ofMillis(500));
    }

    @Test void countsEachLearnerAlone() {
        limit.take("ana");
        limit.take("ana");

        assertThat(limit.take("rui")).isZero();
    }
}
