package passo.engine.semantics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// Timestamps as the States Language takes them: RFC 3339 with an upper-case `T`, and `Z` or an offset.
final class Timestamps {

    private Timestamps() {}

    static Optional<Instant> parse(String text) {
        // A quick refusal, since most strings that are compared are no timestamps: 2016-03-14T01:59:00Z
        if (text.length() < 17 || text.charAt(10) != 'T' || text.endsWith("z")) return Optional.empty();
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notATimestamp) {
            return Optional.empty();
        }
    }
}
