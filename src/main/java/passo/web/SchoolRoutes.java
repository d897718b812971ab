package passo.web;

import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Teachers and their classes. Whom each address is for stands in its handler, by [Teaching].
final class SchoolRoutes {

    private SchoolRoutes() {}

    static void add(Paths paths, Shared shared, Errors errors) {
        signInFirst(paths, shared, errors);
    }

    /// A page of a teacher's, asked for by nobody who is signed in, leads to where one signs in, and from there back.
    private static void signInFirst(Paths paths, Shared shared, Errors errors) {
        paths.routes().exception(Teaching.SignInFirst.class, (refusal, ctx) -> {
            if (ctx.path().startsWith("/api/") || ctx.method() != HandlerType.GET) errors.refuse(refusal, ctx);
            else ctx.redirect(shared.pages().of(ctx).to("/teach/sign-in?to=" + URLEncoder.encode(shared.pages().of(ctx).path(), StandardCharsets.UTF_8)), HttpStatus.SEE_OTHER);
        });
    }
}
