package passo.web;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.UUID;

/// Who asks: an anonymous learner, known by a cookie that we signed and nobody else can make.
/// The cookie is the id and its signature, `id.signature`; there is nothing else to keep or to steal.
public final class Learners {

    private static final String COOKIE = "learner";

    private final Signer signer;

    Learners(byte[] key) {
        this.signer = new Signer(key);
    }

    /// The id of the learner; one who comes for the first time is given one.
    public String idOf(Context ctx) {
        return known(ctx).orElseGet(() -> {
            var id = UUID.randomUUID().toString();
            become(ctx, id);
            return id;
        });
    }

    /// From now on this browser is this learner's.
    public void become(Context ctx, String id) {
        Cookies.keep(ctx, COOKIE, id + "." + signer.signature(id));
    }

    /// From now on this browser is nobody's.
    public void leave(Context ctx) {
        Cookies.forget(ctx, COOKIE);
    }

    /// The id of a learner who has been here before.
    public Optional<String> known(Context ctx) {
        return Optional.ofNullable(ctx.cookie(COOKIE))
                .map(cookie -> cookie.split("\\.", 2))
                .filter(parts -> parts.length == 2 && signer.isSignature(parts[1], parts[0]))
                .map(parts -> parts[0]);
    }

    /// The id of the learner; of one who has no cookie, such as a program, the address.
    String whoever(Context ctx) {
        return known(ctx).orElseGet(ctx::ip);
    }
}
