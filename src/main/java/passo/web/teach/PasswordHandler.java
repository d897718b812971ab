package passo.web.teach;

import io.javalin.http.Context;
import java.util.Optional;
import passo.school.Teacher;
import passo.web.Page;
import passo.web.Pages;

/// Who is signed in changes their password, or the owner the phrase.
public final class PasswordHandler {

    private final SignIn signIn;
    private final Pages pages;

    public PasswordHandler(SignIn signIn, Pages pages) {
        this.signIn = signIn;
        this.pages = pages;
    }

    public void open(Context ctx) {
        show(ctx, signIn.teaching().teacher(ctx), "", false);
    }

    public void change(Context ctx) {
        Page page = pages.of(ctx);
        Teacher teacher = signIn.teaching().teacher(ctx);
        Password password = Password.of(ctx, "password");
        Optional<Password.Flaw> flaw = password.flaw(teacher.name());
        if (flaw.isPresent()) show(ctx, teacher, Words.of(page, flaw.get()), false);
        else switch (signIn.again(ctx, teacher, Password.of(ctx, "old"))) {
            case SignIn.Tried.Right _ -> {
                signIn.change(ctx, teacher, password);
                show(ctx, teacher, "", true);
            }
            case SignIn.Tried.Wrong _ -> show(ctx, teacher, page.text(teacher.isOwner() ? "teach.phrase.wrong" : "teach.password.wrong"), false);
            case SignIn.Tried.Later(var left) -> show(ctx, teacher, Words.later(ctx, page, left), false);
        }
    }

    private void show(Context ctx, Teacher teacher, String amiss, boolean done) {
        pages.show(ctx, "teach/password.jte", new PasswordView(teacher.isOwner() ? "" : teacher.name(), amiss, done));
    }
}
