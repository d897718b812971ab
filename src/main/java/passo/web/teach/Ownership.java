package passo.web.teach;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import passo.school.Teacher;
import passo.store.Database;
import passo.store.Secrets;
import passo.store.Teachers;
import passo.web.Signer;

/// Whose this instance is: whoever sets its phrase. That may do, as long as nobody has, a browser on the machine itself, and who has the code
/// that the server tells when it starts.
public final class Ownership {

    /// 96 bits: nobody guesses it.
    private static final int SIGNS = 16;
    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

    private final Teachers teachers;
    private final Passwords passwords;
    private final String code;

    private Ownership(Teachers teachers, Passwords passwords, byte[] key) {
        this.teachers = teachers;
        this.passwords = passwords;
        this.code = new Signer(key).signature("owner").substring(0, SIGNS);
    }

    public static Ownership of(Database database) {
        return of(database, new Passwords());
    }

    /// @param passwords in whose turns this one waits too
    public static Ownership of(Database database, Passwords passwords) {
        return new Ownership(new Teachers(database), passwords, new Secrets(database).key("setup-code"));
    }

    /// The code that lets somebody set the phrase; empty where the phrase is set.
    public Optional<String> code() {
        return Optional.of(code).filter(_ -> isVacant());
    }

    /// From now on this is the phrase, whatever it was before. Where it is another, whoever was signed in as owner no longer is.
    public void insist(Password phrase) {
        Optional<String> kept = teachers.password(Teacher.OWNER);
        if (passwords.fits(phrase, kept)) return;
        String hash = passwords.hash(phrase);
        if (!teachers.own(hash, Instant.now())) teachers.password(Teacher.OWNER, hash);
    }

    boolean isVacant() {
        return teachers.find(Teacher.OWNER).isEmpty();
    }

    /// Sets the phrase, where nobody has.
    ///
    /// @return was it set?
    boolean claim(Password phrase) {
        return teachers.own(passwords.hash(phrase), Instant.now());
    }

    /// May this one set the phrase, as long as nobody has?
    boolean mayClaim(Context ctx, String code) {
        return Signer.same(code, this.code) || isOnThisMachine(ctx);
    }

    /// The name of the host counts too: another site can lead its own name to this machine, and would then be asked for by a browser here.
    private static boolean isOnThisMachine(Context ctx) {
        return InetAddress.ofLiteral(ctx.req().getRemoteAddr()).isLoopbackAddress()
                && Objects.requireNonNullElse(ctx.host(), "").matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?")
                && FORWARDED.stream().noneMatch(header -> ctx.header(header) != null);
    }
}
