package passo.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.time.Instant;
import passo.store.Draft;
import passo.store.Drafts;

/// Keeps what a learner has written: a form with `definition`, `input`, `world` and `type`, sent as they write.
final class DraftHandler {

    private final Learners learners;
    private final Drafts drafts;

    DraftHandler(Learners learners, Drafts drafts) {
        this.learners = learners;
        this.drafts = drafts;
    }

    void handle(Context ctx) {
        var name = ctx.pathParam("name");
        if (!name.matches("[a-z0-9-]{1,80}")) throw new BadRequestResponse("Not a name of a draft: " + name);
        drafts.save(new Draft(
                learners.idOf(ctx),
                name,
                "EXPRESS".equals(ctx.formParam("type")) ? "EXPRESS" : "STANDARD",
                field(ctx, "definition", 1 << 20),
                field(ctx, "input", 256 << 10),
                field(ctx, "world", 6 << 20),
                Instant.now()));
        ctx.status(204);
    }

    private static String field(Context ctx, String name, int mostCharacters) {
        var text = ctx.formParam(name);
        if (text == null) throw new BadRequestResponse("The field " + name + " is missing");
        if (text.length() > mostCharacters) throw new ContentTooLargeResponse("The field " + name + " is too long");
        return text;
    }
}
