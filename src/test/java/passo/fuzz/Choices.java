package passo.fuzz;

import java.util.random.RandomGenerator;

/// Chance that is written down: each choice is read from bytes, so that whoever changes the bytes changes single choices.
/// Behind the end every choice is 0.
final class Choices implements RandomGenerator {

    private final byte[] bytes;
    private int at;

    Choices(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    @Override
    public long nextLong() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) value = value << 8 | next();
        return value;
    }

    @Override
    public int nextInt(int bound) {
        return (bound <= 256 ? next() : next() << 8 | next()) % bound;
    }

    private int next() {
        return at < bytes.length ? bytes[at++] & 0xFF : 0;
    }
}
