package passo.web.executions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The time that is looked at, in periods of equal length.
///
/// @param key of the choices that a page offers; `part` for any other
record Range(String key, Instant from, Instant to, Duration period) {

    private static final int PERIODS_OF_PART = 12;

    /// @param periods the whole length is so many of them
    private record Choice(String key, Duration period, int periods) {}

    private static final List<Choice> CHOICES = List.of(new Choice("1h", Duration.ofMinutes(5), 12), new Choice("24h", Duration.ofHours(1), 24),
            new Choice("7d", Duration.ofHours(6), 28), new Choice("30d", Duration.ofDays(1), 30));

    static List<String> keys() {
        return CHOICES.stream().map(Choice::key).toList();
    }

    /// The last hours or days before the clock, up to the end of the period in which it stands. An unknown key is a day.
    static Range last(String key, Instant clock) {
        Choice choice = CHOICES.stream().filter(one -> one.key.equals(key)).findFirst().orElse(CHOICES.get(1));
        long seconds = choice.period.toSeconds();
        Instant to = Instant.ofEpochSecond((clock.getEpochSecond() / seconds + 1) * seconds);
        return new Range(choice.key, to.minus(choice.period.multipliedBy(choice.periods)), to, choice.period);
    }

    /// A part of it, between two seconds of the epoch; empty where that is none.
    static Optional<Range> part(String from, String to) {
        if (!from.matches("\\d{1,10}") || !to.matches("\\d{1,10}")) return Optional.empty();
        Instant first = Instant.ofEpochSecond(Long.parseLong(from));
        Instant last = Instant.ofEpochSecond(Long.parseLong(to));
        Duration all = Duration.between(first, last);
        return all.toSeconds() < PERIODS_OF_PART ? Optional.empty() : Optional.of(new Range("part", first, last, all.dividedBy(PERIODS_OF_PART)));
    }

    int periods() {
        return (int) Math.ceilDiv(Duration.between(from, to).toMillis(), period.toMillis());
    }

    Instant start(int index) {
        return from.plus(period.multipliedBy(index));
    }

    /// The period of an instant; one outside belongs to none, and this is -1 or past the last.
    int index(Instant at) {
        return (int) Math.floorDiv(Duration.between(from, at).toMillis(), period.toMillis());
    }
}
