package passo.aws.lambda;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// The environments in which functions run. A call takes one that is free, or a new one, which has to start first.
final class Environments {

    /// An environment, taken by a call.
    static final class Place {
        private final Pool pool;
        private boolean cold = true;
        private Instant freeAt = Instant.MAX;

        private Place(Pool pool) {
            this.pool = pool;
        }

        /// Has it to be started for this call?
        boolean isCold() {
            return cold;
        }

        /// @param at when the call ends
        void leave(Instant at) {
            freeAt = at;
            pool.left.add(this);
        }
    }

    /// The environments of one function.
    private static final class Pool {
        private final PriorityQueue<Place> left = new PriorityQueue<>(Comparator.comparing(place -> place.freeAt));
        private int size;
    }

    private final Map<String, Pool> byFunction = new HashMap<>();

    /// @param most how many calls of the function may be under way at once
    /// @return empty where there are as many already
    Optional<Place> take(String function, int most, Instant now) {
        Pool pool = byFunction.computeIfAbsent(function, _ -> new Pool());
        Place first = pool.left.peek();
        if (first != null && !first.freeAt.isAfter(now)) {
            first.cold = false;
            return Optional.of(pool.left.poll());
        }
        if (pool.size >= most) return Optional.empty();
        pool.size++;
        return Optional.of(new Place(pool));
    }
}
