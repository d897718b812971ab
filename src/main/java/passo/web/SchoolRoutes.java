package passo.web;

import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import passo.store.Attempts;
import passo.store.Deeds;
import passo.store.Members;
import passo.web.api.MembersHandler;
import passo.web.classes.Asking;
import passo.web.classes.Codes;
import passo.web.classes.JoinHandler;
import passo.web.classes.MemberHandler;
import passo.web.classes.PeopleHandler;
import passo.web.classes.RosterHandler;
import passo.web.classes.TeachHandler;
import passo.web.exercise.Exercises;
import passo.web.grades.GradesHandler;
import passo.web.grades.PlanHandler;
import passo.web.panel.AttemptSheets;
import passo.web.panel.ClusterHandler;
import passo.web.panel.Faults;
import passo.web.panel.PanelHandler;
import passo.web.panel.Watched;
import passo.web.panel.WorkHandler;

/// Teachers and their classes. Whom each address is for stands in its handler, by [Teaching].
final class SchoolRoutes {

    private static final int WRONG_CODES = 100;
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    private SchoolRoutes() {}

    static void add(Paths paths, Shared shared, Errors errors) {
        signInFirst(paths, shared, errors);
        classes(paths, shared);
        joining(paths, shared);
        grades(paths, shared);
        panel(paths, shared);
    }

    private static void classes(Paths paths, Shared shared) {
        var members = new Members(shared.database());
        var teach = new TeachHandler(shared.teaching(), members, shared.pages());
        paths.page("/teach", teach::open);
        paths.form("/teach/classes", teach::add, teach::back);
        var people = new PeopleHandler(shared.teaching(), members, shared.pages());
        paths.page("/teach/classes/{code}/people", people::open);
        paths.form("/teach/classes/{code}/change", people::change, people::back);
        paths.page("/teach/classes/{code}/people/project", people::project);
        paths.page("/teach/classes/{code}/people/count", people::count);
        paths.page("/teach/classes/{code}/delete", people::consider);
        paths.action("/teach/classes/{code}/delete", people::delete);
        var roster = new RosterHandler(shared.teaching(), members, shared.pages());
        paths.page("/teach/classes/{code}/people/roster", roster::open);
        paths.form("/teach/classes/{code}/people/roster/preview", roster::preview, roster::back);
        paths.form("/teach/classes/{code}/people/roster/save", roster::save, roster::back);
        var member = new MemberHandler(shared.teaching(), members, shared.pages());
        paths.page("/teach/classes/{code}/people/{member}", member::open);
        paths.form("/teach/classes/{code}/people/{member}/change", member::change, member::back);
        paths.form("/teach/classes/{code}/people/{member}/merge", member::merge, member::back);
        paths.form("/teach/classes/{code}/people/{member}/unlink", member::unlink, member::back);
        paths.form("/teach/classes/{code}/people/{member}/remove", member::remove, member::back);
    }

    /// What a class is asked to do, and what came of it.
    private static void grades(Paths paths, Shared shared) {
        var plan = new PlanHandler(shared.teaching(), shared.library().curriculum(), shared.pages());
        paths.page("/teach/classes/{code}/plan", plan::open);
        paths.action("/teach/classes/{code}/plan", plan::change);
        var grades = new GradesHandler(shared.teaching(), shared.library().curriculum(), new Members(shared.database()), new Deeds(shared.database()), shared.pages());
        paths.page("/teach/classes/{code}/grades", grades::open);
        paths.page("/teach/classes/{code}/grades.csv", grades::file);
        paths.form("/teach/classes/{code}/token", grades::token, grades::back);
        paths.action("/teach/classes/{code}/token/revoke", grades::revoke);
        paths.routes().get("/api/v1/classes/{code}/grades.csv", grades::fileOfToken);
    }

    /// How far a class is, and what its members did.
    private static void panel(Paths paths, Shared shared) {
        var watched = new Watched(shared.library().curriculum(), shared.teaching().classrooms(), new Members(shared.database()), new Deeds(shared.database()));
        Exercises exercises = shared.exercises();
        var faults = new Faults(exercises);
        var panel = new PanelHandler(shared.teaching(), watched, faults, shared.pages());
        paths.page("/teach/classes/{code}", panel::open);
        paths.page("/teach/classes/{code}/live", panel::live);
        var clusters = new ClusterHandler(shared.teaching(), watched, faults, exercises, shared.pages());
        paths.page("/teach/classes/{code}/answers/{slug}/{key}", clusters::wall);
        paths.page("/teach/classes/{code}/answers/{slug}/{key}/texts", clusters::texts);
        var work = new WorkHandler(shared.teaching(), watched, exercises, shared.pages());
        paths.page("/teach/classes/{code}/members/{member}", work::all);
        paths.page("/teach/classes/{code}/members/{member}/{slug}", work::one);
        paths.playground("/teach/classes/{code}/members/{member}/attempts/{attempt}/tests/{test}", new AttemptSheets(shared.teaching(), watched, exercises));
    }

    private static void joining(Paths paths, Shared shared) {
        var members = new Members(shared.database());
        var codes = new Codes(shared.teaching().classrooms(), shared.limit(WRONG_CODES, A_WHILE, "wrong codes in ten minutes"));
        var join = new JoinHandler(shared.learners(), codes, asking(shared), shared.pages());
        paths.page("/join", join::open);
        paths.action("/join", join::join);
        paths.page("/join/{code}", join::invited);
        paths.action("/join/{code}", join::joinInvited);
        paths.action("/join/{code}/leave", join::leave);
        paths.routes().post("/api/v1/classes/{code}/members", new MembersHandler(shared.learners(), codes, members)::join);
    }

    /// What classes ask their learners to do.
    static Asking asking(Shared shared) {
        return new Asking(shared.library().curriculum(), shared.teaching().classrooms(), new Members(shared.database()), new Attempts(shared.database()));
    }

    /// A page of a teacher's, asked for by nobody who is signed in, leads to where one signs in, and from there back.
    private static void signInFirst(Paths paths, Shared shared, Errors errors) {
        paths.routes().exception(Teaching.SignInFirst.class, (refusal, ctx) -> {
            if (ctx.path().startsWith("/api/") || ctx.method() != HandlerType.GET) errors.refuse(refusal, ctx);
            else ctx.redirect(shared.pages().of(ctx).to("/teach/sign-in?to=" + URLEncoder.encode(Language.path(ctx), StandardCharsets.UTF_8)), HttpStatus.SEE_OTHER);
        });
    }
}
