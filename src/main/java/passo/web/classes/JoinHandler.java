package passo.web.classes;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passo.school.Classroom;
import passo.school.Member;
import passo.school.Names;
import passo.web.Learners;
import passo.web.Page;
import passo.web.Pages;
import passo.web.parts.Form;

/// How a learner comes into classes and out of them.
public final class JoinHandler {

    private static final String HOME = "/join";
    private static final int LONGEST = 1000;
    private static final int LONGEST_CODE = 40;

    private final Learners learners;
    private final Codes codes;
    private final Asking asking;
    private final Pages pages;

    public JoinHandler(Learners learners, Codes codes, Asking asking, Pages pages) {
        this.learners = learners;
        this.codes = codes;
        this.asking = asking;
        this.pages = pages;
    }

    /// The classes that one is in, and the form for one more.
    public void open(Context ctx) {
        show(ctx, Optional.empty(), "", "", Map.of());
    }

    /// The class that the address names: as whom one is in it, or the form that asks for a name.
    public void invited(Context ctx) {
        String code = ctx.pathParam("code");
        Optional<Place> own = places(ctx).stream().filter(place -> place.code().equals(Classroom.code(code))).findFirst();
        if (own.isPresent()) pages.show(ctx, "classes/place.jte", new PlaceView(own.get(), ctx.queryParam("joined") != null));
        else switch (codes.find(ctx, code)) {
            case Codes.Found.Open(var classroom) -> show(ctx, Optional.of(classroom), classroom.code(), "", Map.of());
            case Codes.Found.Nothing nothing -> refuse(ctx, nothing, code, "");
            case Codes.Found.Later later -> refuse(ctx, later, code, "");
        }
    }

    public void join(Context ctx) {
        join(ctx, Form.field(ctx, "code", LONGEST));
    }

    public void joinInvited(Context ctx) {
        join(ctx, ctx.pathParam("code"));
    }

    private void join(Context ctx, String code) {
        String name = Names.line(Form.field(ctx, "name", LONGEST), LONGEST);
        switch (codes.find(ctx, code)) {
            case Codes.Found.Open(var classroom) -> join(ctx, classroom, name);
            case Codes.Found.Nothing nothing -> refuse(ctx, nothing, code, name);
            case Codes.Found.Later later -> refuse(ctx, later, code, name);
        }
    }

    private void join(Context ctx, Classroom classroom, String name) {
        Page page = pages.of(ctx);
        if (name.isEmpty()) {
            show(ctx, Optional.of(classroom), classroom.code(), name, Map.of("name", page.text("classes.join.nameless")));
        } else if (name.length() > Member.LONGEST_NAME) {
            show(ctx, Optional.of(classroom), classroom.code(), name, Map.of("name", page.text("classes.name.long", name.length(), Member.LONGEST_NAME)));
        } else if (asking.members().isFull(classroom.code())) {
            show(ctx, Optional.of(classroom), classroom.code(), name, Map.of("name", page.text("classes.join.full", Classroom.MOST)));
        } else {
            asking.members().join(classroom.code(), learners.idOf(ctx), name, Instant.now());
            ctx.redirect(page.to(HOME + "/" + classroom.code() + "?joined=yes"), HttpStatus.SEE_OTHER);
        }
    }

    public void leave(Context ctx) {
        learners.known(ctx).ifPresent(learner -> asking.members().leave(Classroom.code(ctx.pathParam("code")), learner));
        ctx.redirect(pages.of(ctx).to(HOME), HttpStatus.SEE_OTHER);
    }

    /// Back to the form, with all that was typed.
    private void refuse(Context ctx, Codes.Found.Nothing nothing, String typed, String name) {
        show(ctx, Optional.empty(), typed, name, Map.of("code", pages.of(ctx).text("classes.join.nothing", nothing.code())));
    }

    private void refuse(Context ctx, Codes.Found.Later later, String typed, String name) {
        ctx.status(HttpStatus.TOO_MANY_REQUESTS).header("Retry-After", String.valueOf(later.left().toSeconds() + 1));
        show(ctx, Optional.empty(), typed, name, Map.of("code", pages.of(ctx).text("classes.join.later", later.minutes())));
    }

    private void show(Context ctx, Optional<Classroom> classroom, String code, String name, Map<String, String> wrong) {
        String action = pages.of(ctx).to(HOME + classroom.map(one -> "/" + one.code()).orElse(""));
        pages.show(ctx, "classes/join.jte", new JoinView(places(ctx), classroom.map(Classroom::name).orElse(""), action, Names.line(code, LONGEST_CODE), name, wrong));
    }

    private List<Place> places(Context ctx) {
        return learners.known(ctx).map(learner -> asking.of(pages.of(ctx), learner)).orElse(List.of());
    }
}
