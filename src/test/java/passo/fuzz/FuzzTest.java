package passo.fuzz;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FuzzTest {

    private static final int CASES = 2_000;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @ParameterizedTest @EnumSource
    void whatComesByChanceIsAnsweredInTime(Target target) {
        for (int seed = 0; seed < CASES; seed++) {
            String text = target.make(new SplittableRandom(seed));
            long start = System.nanoTime();
            try {
                target.check(text);
            } catch (RuntimeException | Error broken) {
                throw new AssertionError(target + ", seed " + seed + ": " + text, broken);
            }
            if (System.nanoTime() - start > LONGEST.toNanos()) fail("%s, seed %d takes longer than %s: %s", target, seed, LONGEST, text);
        }
    }
}
