package passo.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Who asks: an anonymous learner, known by a cookie that we signed and nobody else can make.
/// The cookie is the id and its signature, `id.signature`; there is nothing else to keep or to steal.
public final class Learners {

    private static final String COOKIE = "learner";

    private final SecretKeySpec key;

    Learners(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
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
        Cookies.keep(ctx, COOKIE, id + "." + signature(id));
    }

    /// From now on this browser is nobody's.
    public void leave(Context ctx) {
        Cookies.forget(ctx, COOKIE);
    }

    /// The id of a learner who has been here before.
    public Optional<String> known(Context ctx) {
        return Optional.ofNullable(ctx.cookie(COOKIE))
                .map(cookie -> cookie.split("\\.", 2))
                .filter(parts -> parts.length == 2 && MessageDigest.isEqual(bytes(parts[1]), bytes(signature(parts[0]))))
                .map(parts -> parts[0]);
    }

    /// The id of the learner; of one who has no cookie, such as a program, the address.
    String whoever(Context ctx) {
        return known(ctx).orElseGet(ctx::ip);
    }

    private String signature(String id) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(id)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
