package passo.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The environments in which functions run. A call takes one that is free, or a new one, which has to start first.
final class Environments {

    /// An environment, taken by a call.
    static final class Place {
        private boolean cold = true;
        private Instant freeAt = Instant.MAX;

        /// Has it to be started for this call?
        boolean isCold() {
            return cold;
        }

        /// @param at when the call ends
        void leave(Instant at) {
            freeAt = at;
        }
    }

    private final Map<String, List<Place>> byFunction = new HashMap<>();

    /// @param most how many calls of the function may be under way at once
    /// @return empty where there are as many already
    Optional<Place> take(String function, int most, Instant now) {
        List<Place> places = byFunction.computeIfAbsent(function, _ -> new ArrayList<>());
        Optional<Place> free = places.stream().filter(place -> !place.freeAt.isAfter(now)).findFirst();
        if (free.isEmpty() && places.size() >= most) return Optional.empty();
        Place taken = free.orElseGet(Place::new);
        if (free.isEmpty()) places.add(taken);
        taken.cold = free.isEmpty();
        taken.freeAt = Instant.MAX;
        return Optional.of(taken);
    }
}
