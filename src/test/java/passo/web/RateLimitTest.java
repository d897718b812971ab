package passo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    final AtomicLong clock = new AtomicLong();
    final RateLimit limit = new RateLimit(2, new Learners(new byte[] {1}), clock::get);

    @Test void admitsASecondsWorthAtOnceAndThenOneAtATime() {
        assertThat(limit.admits("ana")).isTrue();
        assertThat(limit.admits("ana")).isTrue();
        assertThat(limit.admits("ana")).isFalse();

        clock.addAndGet(Duration.ofMillis(500).toNanos());

        assertThat(limit.admits("ana")).isTrue();
        assertThat(limit.admits("ana")).isFalse();
    }

    @Test void countsEachLearnerAlone() {
        limit.admits("ana");
        limit.admits("ana");

        assertThat(limit.admits("rui")).isTrue();
    }
}
