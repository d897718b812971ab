package passo.web.classes;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import passo.school.Classroom;
import passo.school.Member;
import passo.school.Teacher;
import passo.store.Members;
import passo.web.Page;
import passo.web.Pages;
import passo.web.Teaching;
import passo.web.school.ClassHead;

/// The classes of the teacher who asks.
public final class TeachHandler {

    private static final String HOME = "/teach";

    private final Teaching teaching;
    private final Members members;
    private final Pages pages;

    public TeachHandler(Teaching teaching, Members members, Pages pages) {
        this.teaching = teaching;
        this.members = members;
        this.pages = pages;
    }

    public void open(Context ctx) {
        show(ctx, teaching.teacher(ctx), ClassForm.empty(ctx));
    }

    /// To the page, from the address of its form.
    public void back(Context ctx) {
        ctx.redirect(pages.of(ctx).to(HOME), HttpStatus.SEE_OTHER);
    }

    /// Opens a class, and leads to its people.
    public void add(Context ctx) {
        Teacher teacher = teaching.teacher(ctx);
        Page page = pages.of(ctx);
        ClassForm form = ClassForm.read(ctx, page);
        if (!form.isGood()) {
            show(ctx, teacher, form);
            return;
        }
        ctx.redirect(page.to(PeopleHandler.people(add(teacher, form), "")), HttpStatus.SEE_OTHER);
    }

    private Classroom add(Teacher teacher, ClassForm form) {
        while (true) {
            var classroom = new Classroom(Classroom.newCode(), teacher.id(), form.name(), ZoneId.of(form.zone()), Instant.now());
            if (teaching.classrooms().open(classroom)) return classroom;
        }
    }

    private void show(Context ctx, Teacher teacher, ClassForm form) {
        Page page = pages.of(ctx);
        List<TeachView.Row> classes = teaching.classrooms().of(teacher.id()).stream().map(classroom -> row(page, classroom)).toList();
        pages.show(ctx, "classes/teach.jte", new TeachView(classes, form, teacher.isOwner()));
    }

    private TeachView.Row row(Page page, Classroom classroom) {
        List<Member> all = members.of(classroom.code());
        String address = all.stream().anyMatch(Member::hasJoined) ? ClassHead.path(classroom) : PeopleHandler.people(classroom, "");
        return new TeachView.Row(classroom.name(), page.to(address), classroom.code(), PeopleView.told(page, all), new Times(page, classroom.zone()).day(classroom.openedAt()));
    }
}
