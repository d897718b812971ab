package passo.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/// In which time zone the days of a learner begin.
public final class Zone {

    /// Where a browser does not say otherwise.
    private static final ZoneId USUAL = ZoneId.of("America/Sao_Paulo");

    private Zone() {}

    /// That of the browser, which `learn.js` keeps in a cookie.
    public static ZoneId of(Context ctx) {
        return Optional.ofNullable(ctx.cookie("zone")).flatMap(Zone::named).orElse(USUAL);
    }

    private static Optional<ZoneId> named(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
