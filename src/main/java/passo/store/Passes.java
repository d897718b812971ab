package passo.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passo.school.Teacher;

/// What lets a teacher in without their password. Of each only the hash is kept: who steals the rows cannot use them. One round of
/// SHA-256 is enough of 32 bytes drawn by chance.
public final class Passes {

    private static final int BYTES = 32;
    private static final SecureRandom CHANCE = new SecureRandom();

    /// What a pass is for.
    public enum Kind {
        /// A browser that is signed in.
        SESSION(Duration.ofDays(7)),
        /// A link by which a teacher sets a password.
        INVITATION(Duration.ofDays(7)),
        /// A program that asks in a teacher's name.
        TOKEN(null);

        private final @Nullable Duration lasts;

        Kind(@Nullable Duration lasts) {
            this.lasts = lasts;
        }

        /// How long one is good for; empty of one that does not end by itself.
        public Optional<Duration> lasts() {
            return Optional.ofNullable(lasts);
        }
    }

    private final Database database;

    public Passes(Database database) {
        this.database = database;
    }

    /// Makes a pass. It is told this once and then known to nobody but who has it.
    public String issue(Kind kind, String teacher, Instant now) {
        var bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        String pass = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.together(handle -> {
            handle.createUpdate("delete from pass where expires_at < :now").bind("now", Timestamp.from(now)).execute();
            return handle.createUpdate("insert into pass (hash, kind, teacher, made_at, expires_at) values (:hash, :kind, :teacher, :now, :expiresAt)")
                    .bind("hash", hash(pass)).bind("kind", kind.name()).bind("teacher", teacher).bind("now", Timestamp.from(now))
                    .bind("expiresAt", kind.lasts().map(now::plus).map(Timestamp::from).orElse(null)).execute();
        });
        return pass;
    }

    /// Whom a pass lets in.
    public Optional<Teacher> teacher(Kind kind, String pass, Instant now) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                select teacher.* from teacher join pass on pass.teacher = teacher.id
                where pass.hash = :hash and pass.kind = :kind and (pass.expires_at is null or pass.expires_at > :now)""")
                .bind("hash", hash(pass)).bind("kind", kind.name()).bind("now", Timestamp.from(now))
                .map(Teachers::from)
                .findOne());
    }

    /// When a teacher's passes of a kind were made last; empty where there is none.
    public Optional<Instant> made(Kind kind, String teacher) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select max(made_at) as made_at from pass where teacher = :teacher and kind = :kind")
                .bind("teacher", teacher).bind("kind", kind.name())
                .map((row, _) -> Optional.ofNullable(row.getTimestamp("made_at")).map(Timestamp::toInstant))
                .one());
    }

    /// From now on this one lets nobody in.
    public void revoke(String pass) {
        database.write("delete from pass where hash = :hash", statement -> statement.bind("hash", hash(pass)));
    }

    /// From now on none of a teacher's of this kind lets anybody in.
    public void revoke(Kind kind, String teacher) {
        database.write("delete from pass where teacher = :teacher and kind = :kind", statement -> statement.bind("teacher", teacher).bind("kind", kind.name()));
    }

    private static String hash(String pass) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pass.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
