package passo.web.teach;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.UUID;
import passo.school.Classroom;
import passo.school.Teacher;
import passo.store.Passes.Kind;
import passo.store.Teachers;
import passo.web.Origin;
import passo.web.Page;
import passo.web.Pages;
import passo.web.Teaching;
import passo.web.parts.Form;

/// What only the owner does: says who teaches here.
public final class AdminHandler {

    private static final String HOME = "/admin";

    private final Teachers teachers;
    private final Teaching teaching;
    private final Facts facts;
    private final Pages pages;

    public AdminHandler(Teachers teachers, Teaching teaching, Facts facts, Pages pages) {
        this.teachers = teachers;
        this.teaching = teaching;
        this.facts = facts;
        this.pages = pages;
    }

    void open(Context ctx) {
        show(ctx, AdminView.Link.NONE, "", "", ctx.queryParam("removed") == null ? "" : pages.of(ctx).text("teach.admin.removed"));
    }

    public void add(Context ctx) {
        teaching.owner(ctx);
        String typed = Form.field(ctx, "name", 10 * Teacher.LONGEST_NAME);
        var teacher = new Teacher(UUID.randomUUID().toString(), Teacher.name(typed));
        if (teacher.name().isEmpty()) show(ctx, AdminView.Link.NONE, typed, pages.of(ctx).text("teach.add.empty"), "");
        else if (!teachers.add(teacher, Instant.now())) show(ctx, AdminView.Link.NONE, typed, pages.of(ctx).text("teach.add.taken", teacher.name()), "");
        else showLink(ctx, teacher);
    }

    /// A new link in the place of those before it. The password stays until the teacher sets another.
    public void invite(Context ctx) {
        teaching.owner(ctx);
        showLink(ctx, teacher(ctx));
    }

    /// Asks before a teacher is removed.
    public void consider(Context ctx) {
        teaching.owner(ctx);
        Teacher teacher = teacher(ctx);
        pages.show(ctx, "teach/remove.jte", new RemoveView(teacher.name(), address(pages.of(ctx), teacher) + "/remove",
                teaching.classrooms().of(teacher.id()).stream().map(Classroom::name).toList()));
    }

    public void remove(Context ctx) {
        teaching.owner(ctx);
        teachers.remove(teacher(ctx).id());
        ctx.redirect(pages.of(ctx).to(HOME + "?removed"), HttpStatus.SEE_OTHER);
    }

    private Teacher teacher(Context ctx) {
        return teachers.find(ctx.pathParam("id")).filter(teacher -> !teacher.isOwner()).orElseThrow(NotFoundResponse::new);
    }

    private void showLink(Context ctx, Teacher teacher) {
        Instant now = Instant.now();
        teaching.passes().revoke(Kind.INVITATION, teacher.id());
        String url = Origin.of(ctx) + "/teach/invitation/" + teaching.passes().issue(Kind.INVITATION, teacher.id(), now);
        show(ctx, new AdminView.Link(teacher.name(), url, date(pages.of(ctx), end(now))), "", "", "");
    }

    private void show(Context ctx, AdminView.Link link, String typed, String amiss, String said) {
        Page page = pages.of(ctx);
        pages.show(ctx, "teach/admin.jte", new AdminView(teachers.all().stream().map(teacher -> row(page, teacher)).toList(), link, typed, amiss, said, facts.of(page)));
    }

    private AdminView.Row row(Page page, Teacher teacher) {
        boolean isIn = teachers.password(teacher.id()).isPresent();
        String state = isIn ? page.text("teach.state.in") : teaching.passes().made(Kind.INVITATION, teacher.id()).map(AdminHandler::end).filter(Instant.now()::isBefore)
                .map(end -> page.text("teach.state.invited", date(page, end))).orElse(page.text("teach.state.out"));
        return new AdminView.Row(teacher.name(), state, isIn, page.text("teach.classes", teaching.classrooms().of(teacher.id()).size()), address(page, teacher));
    }

    private static String address(Page page, Teacher teacher) {
        return page.to(HOME + "/teachers/" + teacher.id());
    }

    private static Instant end(Instant made) {
        return made.plus(Kind.INVITATION.lasts().orElse(Duration.ZERO));
    }

    private static String date(Page page, Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(page.language().locale()).withZone(ZoneOffset.UTC).format(instant);
    }
}
