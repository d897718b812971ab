package passo.web.teach;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import passo.web.RateLimit;

/// How often a password may be tried. Others cannot use up the tries of a browser in which its teacher has been before, be they in the same
/// room or anywhere else.
///
/// @param few for such a browser, and for one name from one address
/// @param many for one address, from which a whole school may come, and for one name, wherever it is tried from
public record Tries(RateLimit few, RateLimit many) {

    /// Names are counted in as many groups, or who makes names up could fill the memory.
    private static final int GROUPS = 1_000;

    /// How long to wait until one more may be; nothing where it was counted.
    ///
    /// @param browser one in which the teacher has been before
    Duration take(Context ctx, Optional<String> browser, String name) {
        if (browser.isPresent()) return few.take("browser " + browser.get());
        Duration wait = few.take("address " + ctx.ip() + " names " + Math.floorMod(name.hashCode(), GROUPS));
        if (wait.isZero()) wait = many.take("address " + ctx.ip());
        return wait.isZero() ? many.take("name " + name) : wait;
    }
}
