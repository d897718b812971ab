package passo.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UnauthorizedResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import passo.school.Classroom;
import passo.school.Teacher;
import passo.store.Classrooms;
import passo.store.Passes;

/// Which teacher asks, and for which of their classes: known by a cookie that holds a pass, or, of a program, by a token in the header
/// `Authorization`.
///
/// A browser keeps another cookie after they signed out, by which it is only known that they were here.
public record Teaching(Passes passes, Classrooms classrooms, Signer signer) {

    private static final String COOKIE = "teacher";
    private static final String BEFORE = "teacher-before";
    private static final Duration A_YEAR = Duration.ofDays(365);
    /// In a request, the teacher who was found to ask.
    private static final String ASKING = "teacher";
    private static final String BEARER = "Bearer ";

    /// Who asks is not signed in. A page then leads to where one signs in.
    public static final class SignInFirst extends UnauthorizedResponse {}

    /// From now on this browser is this teacher's, for as long as a session lasts.
    public void become(Context ctx, Teacher teacher) {
        String pass = passes.issue(Passes.Kind.SESSION, teacher.id(), Instant.now());
        Cookies.set(ctx, COOKIE, pass, Passes.Kind.SESSION.lasts().orElse(A_YEAR));
        String browser = UUID.randomUUID() + "." + teacher.id();
        if (before(ctx, teacher).isEmpty()) Cookies.set(ctx, BEFORE, browser + "." + signer.signature(browser), A_YEAR);
    }

    /// By which a browser is told from others in which this teacher has signed in; empty where they never have.
    public Optional<String> before(Context ctx, Teacher teacher) {
        return Optional.ofNullable(ctx.cookie(BEFORE))
                .map(cookie -> cookie.split("\\.", 3))
                .filter(parts -> parts.length == 3 && parts[1].equals(teacher.id()) && signer.isSignature(parts[2], parts[0] + "." + parts[1]))
                .map(parts -> parts[0]);
    }

    /// From now on this browser is no teacher's, wherever its cookie may have been copied.
    public void leave(Context ctx) {
        Optional.ofNullable(ctx.cookie(COOKIE)).ifPresent(passes::revoke);
        Cookies.forget(ctx, COOKIE);
    }

    /// The teacher who asks; empty where nobody is signed in.
    public Optional<Teacher> known(Context ctx) {
        Optional<Teacher> teacher = Optional.ofNullable(ctx.cookie(COOKIE)).flatMap(pass -> passes.teacher(Passes.Kind.SESSION, pass, Instant.now()));
        teacher.ifPresent(asking -> ctx.attribute(ASKING, asking));
        return teacher;
    }

    /// The teacher who was found to ask, where a page was for teachers alone.
    static Optional<Teacher> asking(Context ctx) {
        return Optional.ofNullable(ctx.attribute(ASKING));
    }

    /// @throws SignInFirst where nobody is signed in
    public Teacher teacher(Context ctx) {
        return known(ctx).orElseThrow(SignInFirst::new);
    }

    /// The one who runs this instance. To all others there is nothing here.
    public Teacher owner(Context ctx) {
        Teacher teacher = teacher(ctx);
        if (!teacher.isOwner()) throw new NotFoundResponse();
        return teacher;
    }

    /// The class that the address names, of the teacher who asks. Others' classes are not found, as those that are not there.
    public Classroom classroom(Context ctx) {
        return classroom(ctx, teacher(ctx));
    }

    /// The same, for a program with a token, or a browser that is signed in.
    public Classroom classroomOfToken(Context ctx) {
        String header = Optional.ofNullable(ctx.header("Authorization")).orElse("");
        Optional<Teacher> teacher = header.startsWith(BEARER)
                ? passes.teacher(Passes.Kind.TOKEN, header.substring(BEARER.length()).strip(), Instant.now()) : known(ctx);
        return classroom(ctx, teacher.orElseThrow(SignInFirst::new));
    }

    private Classroom classroom(Context ctx, Teacher teacher) {
        return classrooms.find(Classroom.code(ctx.pathParam("code"))).filter(classroom -> classroom.teacher().equals(teacher.id())).orElseThrow(NotFoundResponse::new);
    }
}
