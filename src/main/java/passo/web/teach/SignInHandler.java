package passo.web.teach;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import passo.school.Teacher;
import passo.web.Pages;
import passo.web.parts.Form;

/// Teachers come in and go.
public final class SignInHandler {

    private static final String HOME = "/teach";
    /// Nothing but pages of teachers and the owner, so that no link to this page can lead on to another site.
    private static final String PLACES = "/(teach|admin)(/[A-Za-z0-9-]+)*";

    private final SignIn signIn;
    private final Pages pages;

    public SignInHandler(SignIn signIn, Pages pages) {
        this.signIn = signIn;
        this.pages = pages;
    }

    public void open(Context ctx) {
        String to = place(ctx.queryParam("to"));
        if (signIn.teaching().known(ctx).isPresent()) go(ctx, to);
        else show(ctx, new SignInView(to, "", "", ctx.queryParam("left") != null));
    }

    public void enter(Context ctx) {
        String to = place(ctx.formParam("to"));
        String name = Teacher.name(Form.field(ctx, "name", 10 * Teacher.LONGEST_NAME));
        switch (signIn.teacher(ctx, name, Password.of(ctx, "password"))) {
            case SignIn.Tried.Right _ -> go(ctx, to);
            case SignIn.Tried.Wrong _ -> show(ctx, new SignInView(to, name, pages.of(ctx).text("teach.signIn.wrong"), false));
            case SignIn.Tried.Later(var left) -> show(ctx, new SignInView(to, name, Words.later(ctx, pages.of(ctx), left), false));
        }
    }

    public void leave(Context ctx) {
        signIn.teaching().leave(ctx);
        go(ctx, "/teach/sign-in?left");
    }

    private static String place(String to) {
        return Optional.ofNullable(to).filter(place -> place.matches(PLACES)).orElse(HOME);
    }

    private void go(Context ctx, String path) {
        ctx.redirect(pages.of(ctx).to(path), HttpStatus.SEE_OTHER);
    }

    private void show(Context ctx, SignInView view) {
        pages.show(ctx, "teach/signIn.jte", view);
    }
}
