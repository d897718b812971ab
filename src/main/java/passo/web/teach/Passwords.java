package passo.web.teach;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.javalin.http.ServiceUnavailableResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// What is kept of passwords, made and compared by argon2id. One takes 19 MiB and a good part of a tenth of a second, so that guessing is
/// slow; therefore only two are worked on at once, and the others wait. May be shared between threads.
public final class Passwords {

    /// As OWASP advises. They stand in each hash too, so that what was made with others is still read.
    private static final Argon2Function ARGON = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final int SALT = 16;
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final SecureRandom CHANCE = new SecureRandom();

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    /// Of a password that nobody has.
    private final String nobodys = ARGON.hash(salt(), salt()).getResult();

    /// What is to be kept of it.
    String hash(Password password) {
        return inTurn(() -> ARGON.hash(bytes(password), salt()).getResult());
    }

    /// Is it the password of which this is kept? Where nothing is, the answer is no and takes as long.
    boolean fits(Password password, Optional<String> hash) {
        return inTurn(() -> {
            String kept = hash.orElse(nobodys);
            return Argon2Function.getInstanceFromHash(kept).check(bytes(password), kept.getBytes(StandardCharsets.UTF_8)) && hash.isPresent();
        });
    }

    /// Was it made as we no longer make them?
    static boolean isOutgrown(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(ARGON);
    }

    /// @throws ServiceUnavailableResponse where the turn does not come soon enough
    private <T> T inTurn(Supplier<T> work) {
        if (!begins()) throw new ServiceUnavailableResponse("Too many passwords are being checked; try again in a moment");
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private boolean begins() {
        try {
            return turns.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException end) {
            return false;
        }
    }

    private static byte[] bytes(Password password) {
        return password.text().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] salt() {
        var salt = new byte[SALT];
        CHANCE.nextBytes(salt);
        return salt;
    }
}
