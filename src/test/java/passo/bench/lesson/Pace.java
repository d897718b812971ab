package passo.bench.lesson;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/// A person's time and choices. The choices are the same in every lesson with the same seed, and so is how long one thinks.
final class Pace {

    private final Random random;
    private final long end;

    /// @param end of the lesson, by [System#nanoTime]
    Pace(Random random, long end) {
        this.random = random;
        this.end = end;
    }

    boolean isOver() {
        return System.nanoTime() >= end;
    }

    /// About so long: half of it more, or less.
    void think(double seconds) throws InterruptedException {
        Thread.sleep(Duration.ofMillis((long) (seconds * 1000 * (0.5 + random.nextDouble()))));
    }

    /// Until this instant, unless it has been.
    void until(long nanoTime) throws InterruptedException {
        long left = nanoTime - System.nanoTime();
        if (left > 0) Thread.sleep(Duration.ofNanos(left));
    }

    boolean perhaps(double chance) {
        return random.nextDouble() < chance;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
