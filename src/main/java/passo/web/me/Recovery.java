package passo.web.me;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import passo.store.Recoveries;

/// Phrases made, and phrases typed in.
public record Recovery(Recoveries recoveries, byte[] key, Tries tries) {

    /// What came of a phrase that somebody typed in.
    sealed interface Found {
        /// It is this learner's.
        record Learner(String id) implements Found {}

        /// There is no such phrase.
        record Nobody(Phrase phrase) implements Found {}

        /// It was not looked for, after so many others.
        record Later(Duration left) implements Found {}
    }

    /// A new phrase for a learner, in the place of the one before it. It is shown once and then known to nobody but them.
    Phrase make(String learner) {
        var phrase = Phrase.random();
        recoveries.save(learner, phrase.hash(key), Instant.now());
        return phrase;
    }

    Found find(Context ctx, Optional<String> known, Phrase phrase) {
        Duration wait = tries.take(ctx, known);
        if (!wait.isZero()) return new Found.Later(wait);
        return recoveries.learner(phrase.hash(key)).<Found>map(Found.Learner::new).orElseGet(() -> new Found.Nobody(phrase));
    }
}
