package passo.aws.service;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import passo.engine.Chance;
import passo.json.Json;

/// What the services of one run share: chance, and the list of what changed. Confined to the run's thread.
public final class Ledger {

    private final RandomGenerator random;
    private final List<Change> changes = new ArrayList<>();
    private long sequence = 1L << 59;

    public Ledger(long seed) {
        random = new SplittableRandom(seed);
    }

    public String uuid() {
        return Chance.uuid(random).toString();
    }

    /// A number greater than all before it, of a message in a FIFO queue or topic.
    public String sequence() {
        return "1%019d".formatted(sequence += 256);
    }

    public long number() {
        return random.nextLong() >>> 1;
    }

    /// At least 0, less than 1.
    public double fraction() {
        return random.nextDouble();
    }

    public void changed(Request request, String resource, Json detail) {
        changes.add(new Change(request.call().step(), request.at(), request.resource().service() + ":" + request.action(), resource,
                detail));
    }

    public List<Change> changes() {
        return List.copyOf(changes);
    }
}
