package passo.engine;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// What chance makes from a run's seed.
public final class Chance {

    private Chance() {}

    /// A random UUID (version 4).
    public static UUID uuid(RandomGenerator random) {
        long high = random.nextLong() & 0xffff_ffff_ffff_0fffL | 0x4000L;
        long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /// A task token: long and unguessable on AWS, here made from the run's seed.
    static String token(RandomGenerator random) {
        return "AQC" + Base64.getUrlEncoder().withoutPadding().encodeToString((uuid(random) + "." + uuid(random)).getBytes(StandardCharsets.US_ASCII));
    }
}
