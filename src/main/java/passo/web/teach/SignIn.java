package passo.web.teach;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import passo.school.Teacher;
import passo.store.Teachers;
import passo.web.Teaching;

/// Lets in who has the password, but not who tries too many.
public record SignIn(Teachers teachers, Teaching teaching, Passwords passwords, Tries tries) {

    /// What came of a password that somebody typed in.
    sealed interface Tried {
        /// It is theirs.
        record Right(Teacher teacher) implements Tried {}

        /// It is not, or there is nobody of this name; which of the two is not told.
        record Wrong() implements Tried {}

        /// It was not looked at, after so many others.
        record Later(Duration left) implements Tried {}
    }

    Tried teacher(Context ctx, String name, Password password) {
        return entered(ctx, attempt(ctx, teachers.named(name), name, password));
    }

    Tried owner(Context ctx, Password phrase) {
        return entered(ctx, attempt(ctx, teachers.find(Teacher.OWNER), "", phrase));
    }

    /// Is it the password of who is signed in?
    Tried again(Context ctx, Teacher teacher, Password password) {
        return attempt(ctx, Optional.of(teacher), teacher.name(), password);
    }

    /// Sets a teacher's password. Wherever else they are signed in, they no longer are.
    void change(Context ctx, Teacher teacher, Password password) {
        teachers.password(teacher.id(), passwords.hash(password));
        teaching.become(ctx, teacher);
    }

    private Tried entered(Context ctx, Tried tried) {
        if (tried instanceof Tried.Right right) {
            teaching.leave(ctx);
            teaching.become(ctx, right.teacher());
        }
        return tried;
    }

    private Tried attempt(Context ctx, Optional<Teacher> teacher, String name, Password password) {
        Duration wait = tries.take(ctx, teacher.flatMap(known -> teaching.before(ctx, known)), name);
        if (!wait.isZero()) return new Tried.Later(wait);
        Optional<String> hash = teacher.flatMap(known -> teachers.password(known.id()));
        if (!passwords.fits(password, hash)) return new Tried.Wrong();
        hash.filter(Passwords::isOutgrown).ifPresent(before -> teachers.rehash(teacher.orElseThrow().id(), before, passwords.hash(password)));
        return new Tried.Right(teacher.orElseThrow());
    }
}
