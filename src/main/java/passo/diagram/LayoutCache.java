package passo.diagram;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The diagrams that were asked for last. May be shared between threads; two that ask for the same diagram at once both make
/// it, and both make the same.
public final class LayoutCache {

    private final Map<String, Diagram> diagrams;

    /// @param most how many diagrams are kept
    public LayoutCache(int most) {
        diagrams = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Diagram> eldest) {
                return size() > most;
            }
        });
    }

    /// The diagram of this key, or a new one. That there is none is not kept: the machine may only have been busy.
    ///
    /// @param key of the definition and the language, such as a hash of both
    public Optional<Diagram> get(String key, Supplier<Optional<Diagram>> layout) {
        Diagram known = diagrams.get(key);
        if (known != null) return Optional.of(known);
        Optional<Diagram> made = layout.get();
        made.ifPresent(diagram -> diagrams.put(key, diagram));
        return made;
    }
}
