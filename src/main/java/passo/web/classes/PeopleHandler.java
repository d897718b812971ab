package passo.web.classes;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import passo.school.Classroom;
import passo.school.Member;
import passo.store.Members;
import passo.web.Page;
import passo.web.Pages;
import passo.web.Teaching;
import passo.web.school.ClassHead;

/// Who is in a class, how others come into it, and what the class is called.
public final class PeopleHandler {

    private static final Set<String> DONE = Set.of("changed", "imported", "removed", "unlinked", "merged", "renamed");

    private final Teaching teaching;
    private final Members members;
    private final Pages pages;

    public PeopleHandler(Teaching teaching, Members members, Pages pages) {
        this.teaching = teaching;
        this.members = members;
        this.pages = pages;
    }

    public void open(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        String done = Optional.ofNullable(ctx.queryParam("done")).filter(DONE::contains).map(what -> pages.of(ctx).text("classes.done." + what)).orElse("");
        show(ctx, classroom, ClassForm.of(classroom), done);
    }

    /// To the page, from the address of a form of its.
    public void back(Context ctx) {
        ctx.redirect(pages.of(ctx).to(people(teaching.classroom(ctx), "")), HttpStatus.SEE_OTHER);
    }

    /// Gives the class another name and zone.
    public void change(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        Page page = pages.of(ctx);
        ClassForm form = ClassForm.read(ctx, page);
        if (!form.isGood()) {
            show(ctx, classroom, form, "");
            return;
        }
        teaching.classrooms().change(classroom.code(), form.name(), ZoneId.of(form.zone()));
        ctx.redirect(page.to(people(classroom, "changed")), HttpStatus.SEE_OTHER);
    }

    /// For a wall: the code, the link and how many have joined.
    public void project(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        pages.show(ctx, "classes/project.jte", projected(ctx, classroom));
    }

    /// How many have joined by now; nothing where it is as it was.
    public void count(Context ctx) {
        Projected projected = projected(ctx, teaching.classroom(ctx));
        if (String.valueOf(projected.joined()).equals(ctx.queryParam("seen"))) ctx.status(HttpStatus.NO_CONTENT);
        else pages.show(ctx, "classes/count.jte", projected);
    }

    /// Asks before the class is deleted.
    public void consider(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        pages.show(ctx, "classes/delete.jte", view(ctx, classroom, ClassForm.of(classroom), ""));
    }

    public void delete(Context ctx) {
        teaching.classrooms().delete(teaching.classroom(ctx).code());
        ctx.redirect(pages.of(ctx).to("/teach"), HttpStatus.SEE_OTHER);
    }

    /// The address of a class's people, without the language.
    ///
    /// @param done what has just been done; empty where nothing was
    static String people(Classroom classroom, String done) {
        return ClassHead.path(classroom) + "/people" + (done.isEmpty() ? "" : "?done=" + done);
    }

    private Projected projected(Context ctx, Classroom classroom) {
        Page page = pages.of(ctx);
        List<Member> all = members.of(classroom.code());
        return new Projected(classroom.name(), Invitation.of(ctx, classroom), page.to(people(classroom, "")), (int) all.stream().filter(Member::hasJoined).count(), PeopleView.told(page, all));
    }

    private void show(Context ctx, Classroom classroom, ClassForm form, String said) {
        pages.show(ctx, "classes/people.jte", view(ctx, classroom, form, said));
    }

    private PeopleView view(Context ctx, Classroom classroom, ClassForm form, String said) {
        Page page = pages.of(ctx);
        var times = new Times(page, classroom.zone());
        List<Member> all = members.of(classroom.code());
        String address = page.to(people(classroom, ""));
        return new PeopleView(ClassHead.of(page, classroom, "people"), Invitation.of(ctx, classroom), all.stream().map(member -> new PeopleView.Row(member.name(), member.number(), member.email(),
                member.listed(), member.joinedAt().map(times::moment).orElse(""), address + "/" + member.id())).toList(), PeopleView.told(page, all), form, said);
    }
}
