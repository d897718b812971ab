package passo.web;

import io.javalin.http.Context;
import java.time.Duration;
import passo.store.Backup;
import passo.store.Instance;
import passo.store.Teachers;
import passo.web.teach.AdminHandler;
import passo.web.teach.BackupHandler;
import passo.web.teach.Facts;
import passo.web.teach.InvitationHandler;
import passo.web.teach.OwnerHandler;
import passo.web.teach.Ownership;
import passo.web.teach.PasswordHandler;
import passo.web.teach.Passwords;
import passo.web.teach.SignIn;
import passo.web.teach.SignInHandler;
import passo.web.teach.Tries;

/// Teachers and the owner are let in.
final class DoorRoutes {

    private static final int TRIES = 10;
    private static final int TRIES_OF_MANY = 100;
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    private DoorRoutes() {}

    static void add(Paths paths, Shared shared) {
        paths.routes().after(DoorRoutes::keepNothing);
        var teachers = new Teachers(shared.database());
        var passwords = new Passwords();
        var tries = new Tries(shared.limit(TRIES, A_WHILE, "passwords in ten minutes"), shared.limit(TRIES_OF_MANY, A_WHILE, "passwords in ten minutes"));
        var signIn = new SignIn(teachers, shared.teaching(), passwords, tries);
        owner(paths, shared, signIn);
        var door = new SignInHandler(signIn, shared.pages());
        paths.page("/teach/sign-in", door::open);
        paths.action("/teach/sign-in", door::enter);
        paths.form("/teach/sign-out", door::leave, door::open);
        var invitation = new InvitationHandler(signIn, shared.pages());
        paths.page("/teach/invitation/{pass}", invitation::open);
        paths.action("/teach/invitation/{pass}", invitation::accept);
        var password = new PasswordHandler(signIn, shared.pages());
        paths.page("/teach/password", password::open);
        paths.action("/teach/password", password::change);
    }

    private static void owner(Paths paths, Shared shared, SignIn signIn) {
        var admin = new AdminHandler(signIn.teachers(), shared.teaching(), new Facts(new Instance(shared.database())), shared.pages());
        var owner = new OwnerHandler(Ownership.of(shared.database(), signIn.passwords()), signIn, admin, shared.pages());
        paths.page("/admin", owner::open);
        paths.page("/admin/backup", new BackupHandler(new Backup(shared.database()), shared.teaching())::download);
        paths.form("/admin/setup", owner::setUp, owner::back);
        paths.form("/admin/enter", owner::enter, owner::back);
        paths.form("/admin/teachers", admin::add, owner::back);
        paths.form("/admin/teachers/{id}/invitation", admin::invite, owner::back);
        paths.page("/admin/teachers/{id}/remove", admin::consider);
        paths.action("/admin/teachers/{id}/remove", admin::remove);
    }

    /// What a teacher sees is for nobody who uses the browser after them.
    private static void keepNothing(Context ctx) {
        if (Language.path(ctx).matches("/(teach|admin)(/.*)?")) ctx.header("Cache-Control", "no-store");
    }
}
