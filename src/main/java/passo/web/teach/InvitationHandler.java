package passo.web.teach;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.Optional;
import passo.school.Teacher;
import passo.store.Passes;
import passo.web.Page;
import passo.web.Pages;

/// Who follows the owner's link chooses a password, and is then signed in.
public final class InvitationHandler {

    private final SignIn signIn;
    private final Pages pages;

    public InvitationHandler(SignIn signIn, Pages pages) {
        this.signIn = signIn;
        this.pages = pages;
    }

    public void open(Context ctx) {
        invited(ctx).ifPresentOrElse(teacher -> show(ctx, teacher, ""), () -> sayEnded(ctx));
    }

    public void accept(Context ctx) {
        Page page = pages.of(ctx);
        Password password = Password.of(ctx, "password");
        invited(ctx).ifPresentOrElse(teacher -> password.flaw(teacher.name()).ifPresentOrElse(
                flaw -> show(ctx, teacher, Words.of(page, flaw)),
                () -> {
                    signIn.change(ctx, teacher, password);
                    ctx.redirect(page.to("/teach"), HttpStatus.SEE_OTHER);
                }), () -> sayEnded(ctx));
    }

    private Optional<Teacher> invited(Context ctx) {
        return signIn.teaching().passes().teacher(Passes.Kind.INVITATION, ctx.pathParam("pass"), Instant.now());
    }

    private void show(Context ctx, Teacher teacher, String amiss) {
        pages.show(ctx, "teach/invitation.jte", new PasswordView(teacher.name(), amiss, false));
    }

    private void sayEnded(Context ctx) {
        pages.show(ctx.status(HttpStatus.NOT_FOUND), "teach/ended.jte", "");
    }
}
