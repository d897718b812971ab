package passo.web.classes;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import passo.school.Classroom;
import passo.school.Member;
import passo.school.Names;
import passo.store.Members;
import passo.web.Page;
import passo.web.Pages;
import passo.web.Teaching;
import passo.web.parts.Form;
import passo.web.school.ClassHead;

/// Somebody of a class: what they are called, who else they are, and the way out.
public final class MemberHandler {

    private static final int LONGEST = 1000;

    private final Teaching teaching;
    private final Members members;
    private final Pages pages;

    public MemberHandler(Teaching teaching, Members members, Pages pages) {
        this.teaching = teaching;
        this.members = members;
        this.pages = pages;
    }

    public void open(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        Member member = member(ctx, classroom);
        show(ctx, classroom, member, member, Map.of());
    }

    /// To the page, from the address of a form of its.
    public void back(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        ctx.redirect(pages.of(ctx).to(PeopleHandler.people(classroom, "") + "/" + member(ctx, classroom).id()), HttpStatus.SEE_OTHER);
    }

    public void change(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        Member member = member(ctx, classroom);
        Page page = pages.of(ctx);
        Map<String, String> wrong = new LinkedHashMap<>();
        String name = field(ctx, page, "name", Member.LONGEST_NAME, wrong);
        String number = field(ctx, page, "number", Member.LONGEST_NUMBER, wrong);
        String email = field(ctx, page, "email", Member.LONGEST_EMAIL, wrong);
        if (name.isEmpty()) wrong.put("name", page.text("classes.join.nameless"));
        if (!wrong.isEmpty()) {
            show(ctx, classroom, member, new Member(member.id(), member.classroom(), member.learner(), name, number, email, member.listed(), member.joinedAt()), wrong);
            return;
        }
        members.change(classroom.code(), member.id(), name, number, email);
        done(ctx, classroom, "renamed");
    }

    private static String field(Context ctx, Page page, String field, int longest, Map<String, String> wrong) {
        String text = Names.line(Form.field(ctx, field, LONGEST), LONGEST);
        if (text.length() > longest) wrong.put(field, page.text("classes.long", text.length(), longest));
        return text;
    }

    /// Makes two of the class one.
    public void merge(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        Member member = member(ctx, classroom);
        if (members.merge(classroom.code(), member.id(), Form.field(ctx, "other", LONGEST))) done(ctx, classroom, "merged");
        else show(ctx, classroom, member, member, Map.of("other", pages.of(ctx).text("classes.merge.not")));
    }

    /// Parts them from the browser that took their name.
    public void unlink(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        members.unlink(classroom.code(), member(ctx, classroom).id());
        done(ctx, classroom, "unlinked");
    }

    public void remove(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        members.remove(classroom.code(), member(ctx, classroom).id());
        done(ctx, classroom, "removed");
    }

    private Member member(Context ctx, Classroom classroom) {
        return members.find(classroom.code(), ctx.pathParam("member")).orElseThrow(NotFoundResponse::new);
    }

    private void done(Context ctx, Classroom classroom, String what) {
        ctx.redirect(pages.of(ctx).to(PeopleHandler.people(classroom, what)), HttpStatus.SEE_OTHER);
    }

    /// @param typed the member as somebody wants them to be
    private void show(Context ctx, Classroom classroom, Member member, Member typed, Map<String, String> wrong) {
        Page page = pages.of(ctx);
        List<MemberView.Other> others = members.of(classroom.code()).stream().filter(other -> member.with(other).isPresent()).map(other -> new MemberView.Other(other.id(), other.name() + (other.number().isEmpty() ? "" : " · " + other.number()))).toList();
        pages.show(ctx, "classes/member.jte", new MemberView(ClassHead.of(page, classroom, "people"), member.name(), member.listed(), member.joinedAt().map(new Times(page, classroom.zone())::moment).orElse(""),
                page.to(PeopleHandler.people(classroom, "") + "/" + member.id()), typed.name(), typed.number(), typed.email(), others, wrong));
    }
}
