package passo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import passo.asl.Retrier;
import passo.asl.StateMachine;
import passo.engine.semantics.Outcome;
import passo.json.Json;

class RetryTest {

    private static final String JITTER = """
            {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f", "End": true,
             "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 10, "BackoffRate": 2, "MaxDelaySeconds": 15, "JitterStrategy": "FULL"}]}}}""";

    @Test
    void waitsLongerBeforeEachRetryUpToItsBound() {
        var retrier = new Retrier(List.of("A"), Duration.ofSeconds(3), 3, 1.5, Duration.ofSeconds(10), false);

        assertThat(List.of(retrier.delay(0), retrier.delay(1), retrier.delay(2), retrier.delay(3), retrier.delay(1_000)))
                .containsExactly(millis(3_000), millis(4_500), millis(6_750), millis(10_000), millis(10_000));
    }

    @Test
    void doesNotOverflowWithoutABound() {
        var retrier = new Retrier(List.of("A"), Duration.ofSeconds(99_999_999), 99_999_999, 10, StateMachine.FOREVER, false);

        assertThat(retrier.delay(99_999_998)).isEqualTo(StateMachine.FOREVER);
    }

    @Test
    void drawsTheWaitingBetweenNothingAndTheBoundedDelay() {
        Set<Duration> seen = new HashSet<>();
        for (long seed = 0; seed < 200; seed++) {
            List<Duration> pauses = pauses(seed);

            assertThat(pauses).hasSize(3);
            assertThat(pauses.get(0)).isBetween(Duration.ZERO, Duration.ofSeconds(10));
            assertThat(pauses.get(1)).isBetween(Duration.ZERO, Duration.ofSeconds(15));
            assertThat(pauses.get(2)).isBetween(Duration.ZERO, Duration.ofSeconds(15));
            seen.addAll(pauses);
        }
        assertThat(seen).hasSizeGreaterThan(500);
    }

    @Test
    void drawsTheSameWaitingFromTheSameSeed() {
        assertThat(pauses(7)).isEqualTo(pauses(7)).isNotEqualTo(pauses(8));
    }

    private static List<Duration> pauses(long seed) {
        Services failing = Machines.answering(new Outcome.Failure("Busy", ""));
        Trace trace = Execution.run(Machines.start(JITTER, Json.Obj.EMPTY, seed), failing, Limits.NORMAL).trace();
        return trace.steps().getFirst().attempts().stream().map(Step.Attempt::retryAfter).flatMap(Optional::stream).toList();
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
