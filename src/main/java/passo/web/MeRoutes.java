package passo.web;

import io.javalin.http.Handler;
import java.time.Duration;
import passo.store.Belongings;
import passo.store.Recoveries;
import passo.web.me.MeHandler;
import passo.web.me.Recovery;
import passo.web.me.Tries;

/// What is kept of a learner.
final class MeRoutes {

    private static final int PHRASES_A_LEARNER = 10;
    /// A whole school may come from one address.
    private static final int PHRASES_AN_ADDRESS = 100;
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    private MeRoutes() {}

    static void add(Paths paths, Shared shared) {
        var tries = new Tries(shared.limit(PHRASES_A_LEARNER, A_WHILE, "phrases in ten minutes"), shared.limit(PHRASES_AN_ADDRESS, A_WHILE, "phrases in ten minutes"));
        var recovery = new Recovery(new Recoveries(shared.database()), shared.secrets().key("recovery-phrase"), tries);
        var me = new MeHandler(shared.learners(), new Belongings(shared.database()), recovery, SchoolRoutes.asking(shared), shared.pages());
        Handler back = me::back;
        paths.page("/me", me::open);
        paths.page("/me/export", me::export);
        paths.page("/me/delete", me::consider);
        paths.action("/me/delete", me::delete);
        paths.form("/me/phrase", me::phrase, back);
        paths.form("/me/enter", me::enter, back);
        paths.form("/me/import", me::bring, back);
    }
}
