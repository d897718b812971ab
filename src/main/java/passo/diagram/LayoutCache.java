package passo.diagram;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The diagrams that were asked for last. May be shared between threads; two that ask for the same diagram at once both make
/// it, and both make the same.
public final class LayoutCache {

    /// That there is none is kept for a while only: the machine may have been busy.
    private static final long A_WHILE = Duration.ofMinutes(1).toNanos();

    private record Kept(Optional<Diagram> diagram, long at) {}

    private final Map<String, Kept> diagrams;
    private final LongSupplier nanos;

    /// @param most how many diagrams are kept
    /// @param nanos tells the time, as [System#nanoTime]
    public LayoutCache(int most, LongSupplier nanos) {
        this.nanos = nanos;
        diagrams = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
                return size() > most;
            }
        });
    }

    /// The diagram of this key, or a new one.
    ///
    /// @param key of all that the diagram is made of, such as a hash of the definition, the language and what is folded
    public Optional<Diagram> get(String key, Supplier<Optional<Diagram>> layout) {
        Kept known = diagrams.get(key);
        if (known != null && (known.diagram.isPresent() || nanos.getAsLong() - known.at < A_WHILE)) return known.diagram;
        Optional<Diagram> made = layout.get();
        diagrams.put(key, new Kept(made, nanos.getAsLong()));
        return made;
    }
}
