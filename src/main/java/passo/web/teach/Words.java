package passo.web.teach;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import passo.web.Page;

/// Why a password was not taken, in words.
final class Words {

    private Words() {}

    static String of(Page page, Password.Flaw flaw) {
        return switch (flaw) {
            case SHORT -> page.text("teach.flaw.short", Password.SHORTEST);
            case LONG -> page.text("teach.flaw.long", Password.LONGEST);
            case NAME -> page.text("teach.flaw.name");
            case PLAIN -> page.text("teach.flaw.plain");
        };
    }

    /// Says how long to wait, to people and to programs.
    static String later(Context ctx, Page page, Duration left) {
        ctx.status(HttpStatus.TOO_MANY_REQUESTS).header("Retry-After", String.valueOf(left.toSeconds() + 1));
        return page.text("teach.later", left.plus(Duration.ofSeconds(59)).toMinutes());
    }
}
