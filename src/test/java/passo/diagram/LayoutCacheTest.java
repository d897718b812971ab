package passo.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static passo.diagram.Machines.ORDER;
import static passo.diagram.Machines.diagram;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LayoutCacheTest {

    private final AtomicLong nanos = new AtomicLong();
    private final LayoutCache cache = new LayoutCache(2, nanos::get);
    private final AtomicInteger made = new AtomicInteger();

    private Supplier<Optional<Diagram>> making(Optional<Diagram> diagram) {
        return () -> {
            made.incrementAndGet();
            return diagram;
        };
    }

    @Test void aDiagramIsMadeOnce() {
        var order = Optional.of(diagram(ORDER));

        assertThat(cache.get("a", making(order))).isEqualTo(order);
        assertThat(cache.get("a", making(Optional.empty()))).isEqualTo(order);
        assertThat(made).hasValue(1);
    }

    @Test void theOneAskedForLongestAgoIsForgotten() {
        var order = Optional.of(diagram(ORDER));
        for (var key : new String[] {"a", "b", "a", "c", "a", "b"}) cache.get(key, making(order));

        assertThat(made).hasValue(4);
    }

    @Test void thatThereIsNoneIsKnownForAMinute() {
        cache.get("a", making(Optional.empty()));
        nanos.set(Duration.ofSeconds(59).toNanos());
        cache.get("a", making(Optional.empty()));
        assertThat(made).hasValue(1);

        nanos.set(Duration.ofSeconds(61).toNanos());
        cache.get("a", making(Optional.empty()));
        assertThat(made).hasValue(2);
    }
}
