package passo.web.classes;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import passo.school.Classroom;
import passo.school.Enlistment;
import passo.school.Member;
import passo.school.Roster;
import passo.school.RosterReader;
import passo.store.Members;
import passo.web.Page;
import passo.web.Pages;
import passo.web.Teaching;
import passo.web.parts.Form;
import passo.web.school.ClassHead;

/// The list of a class: brought, looked at, and only then saved.
public final class RosterHandler {

    private static final int LONGEST = 4 << 20;

    private final Teaching teaching;
    private final Members members;
    private final Pages pages;

    public RosterHandler(Teaching teaching, Members members, Pages pages) {
        this.teaching = teaching;
        this.members = members;
        this.pages = pages;
    }

    public void open(Context ctx) {
        ask(ctx, teaching.classroom(ctx), "", "");
    }

    /// Shows what the list would do. Nothing is saved.
    public void preview(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        UploadedFile file = ctx.uploadedFile("file");
        boolean pasted = file == null || file.size() == 0;
        byte[] content = pasted ? Form.field(ctx, "text", LONGEST).getBytes(StandardCharsets.UTF_8) : bytes(file);
        String text = RosterReader.text(content);
        switch (RosterReader.read(content)) {
            case Roster.Reading.Read(var roster) -> pages.show(ctx, "classes/preview.jte",
                    preview(pages.of(ctx), classroom, text, roster, Enlistment.of(roster, members.of(classroom.code()))));
            case Roster.Reading.Refused refused -> ask(ctx, classroom, pasted ? text : "", why(pages.of(ctx), refused));
        }
    }

    /// Saves the list, all of it or nothing.
    public void save(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        String text = Form.field(ctx, "text", LONGEST);
        switch (RosterReader.read(text)) {
            case Roster.Reading.Read(var roster) -> {
                members.enlist(classroom.code(), roster);
                ctx.redirect(pages.of(ctx).to(PeopleHandler.people(classroom, "imported")), HttpStatus.SEE_OTHER);
            }
            case Roster.Reading.Refused refused -> ask(ctx, classroom, text, why(pages.of(ctx), refused));
        }
    }

    /// To the page, from the address of a form of its.
    public void back(Context ctx) {
        ctx.redirect(pages.of(ctx).to(PeopleHandler.people(teaching.classroom(ctx), "") + "/roster"), HttpStatus.SEE_OTHER);
    }

    private void ask(Context ctx, Classroom classroom, String text, String wrong) {
        pages.show(ctx, "classes/roster.jte", new RosterView(ClassHead.of(pages.of(ctx), classroom, "people"), text, wrong));
    }

    private static byte[] bytes(UploadedFile file) {
        try (InputStream content = file.content()) {
            return content.readNBytes(Roster.LARGEST + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String why(Page page, Roster.Reading.Refused refused) {
        return switch (refused.reason()) {
            case EMPTY -> page.text("classes.roster.empty");
            case SPREADSHEET -> page.text("classes.roster.spreadsheet");
            case TOO_LARGE -> page.text("classes.roster.large", Roster.LARGEST >> 20);
            case TOO_MANY -> page.text("classes.roster.many", refused.count(), Roster.MOST);
            case NO_NAMES -> page.text("classes.roster.nameless");
        };
    }

    private static PreviewView preview(Page page, Classroom classroom, String text, Roster roster, Enlistment enlistment) {
        List<String> told = Stream.of(Enlistment.Kind.values()).filter(kind -> enlistment.count(kind) > 0)
                .map(kind -> page.text("classes.roster.told." + word(kind), enlistment.count(kind))).toList();
        List<String> rest = enlistment.unnamed() == 0 ? List.of() : List.of(page.text("classes.roster.unnamed", enlistment.unnamed()));
        return new PreviewView(ClassHead.of(page, classroom, "people"), text, Stream.concat(told.stream(), rest.stream()).toList(),
                roster.columns().stream().map(column -> new PreviewView.Column(column.title(), taken(page, column.field()))).toList(),
                enlistment.entries().stream().map(entry -> row(page, entry)).toList(),
                Stream.concat(roster.doubts().stream(), enlistment.doubts().stream()).sorted((one, other) -> Integer.compare(one.line(), other.line()))
                        .map(doubt -> new PreviewView.Doubt(doubt.line(), doubtful(page, doubt))).toList());
    }

    private static PreviewView.Row row(Page page, Enlistment.Entry entry) {
        Roster.Person person = entry.after();
        String as = entry.before().map(Member::name).filter(name -> !name.equals(person.name())).orElse("");
        String status = switch (entry.kind()) {
            case NEW -> "run";
            case JOINED -> "ok";
            case CHANGED -> "wait";
            case SAME -> "skip";
        };
        return new PreviewView.Row(person.line(), person.name(), person.number(), person.email(), status, page.text("classes.roster.kind." + word(entry.kind())), as);
    }

    private static String taken(Page page, Roster.Field field) {
        return switch (field) {
            case NAME -> page.text("classes.member.name");
            case SURNAME -> page.text("classes.roster.surname");
            case NUMBER -> page.text("classes.member.number");
            case EMAIL -> page.text("classes.member.email");
            case IGNORED -> "";
        };
    }

    private static String doubtful(Page page, Roster.Doubt doubt) {
        return switch (doubt.kind()) {
            case NAMELESS -> page.text("classes.doubt.nameless");
            case TWICE -> page.text("classes.doubt.twice", doubt.about(), doubt.other());
            case SAME_NAME -> page.text("classes.doubt.same", doubt.about(), doubt.other());
            case LONG -> page.text("classes.doubt.long", doubt.about());
            case TORN -> page.text("classes.doubt.torn");
            case ODD_EMAIL -> page.text("classes.doubt.email", doubt.about());
            case SEVERAL -> page.text("classes.doubt.several", doubt.about());
            case SEVERAL_JOINED -> page.text("classes.doubt.joined", doubt.about());
        };
    }

    private static String word(Enlistment.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
