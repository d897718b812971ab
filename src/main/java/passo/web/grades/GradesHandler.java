package passo.web.grades;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.school.Assignment;
import passo.school.Classroom;
import passo.school.Deed;
import passo.school.Grades;
import passo.school.Teacher;
import passo.store.Deeds;
import passo.store.Members;
import passo.store.Passes;
import passo.web.Language;
import passo.web.Origin;
import passo.web.Page;
import passo.web.Pages;
import passo.web.Teaching;
import passo.web.grades.GradeFile.Form;
import passo.web.parts.Sentence;
import passo.web.school.ClassHead;

/// The grades of a class, on a page, as files, and for a program.
public final class GradesHandler {

    private final Teaching teaching;
    private final Supplier<Curriculum> curriculum;
    private final Members members;
    private final Deeds deeds;
    private final Pages pages;

    public GradesHandler(Teaching teaching, Supplier<Curriculum> curriculum, Members members, Deeds deeds, Pages pages) {
        this.teaching = teaching;
        this.curriculum = curriculum;
        this.members = members;
        this.deeds = deeds;
        this.pages = pages;
    }

    public void open(Context ctx) {
        show(ctx, "");
    }

    /// To the page, from the address of a form of its.
    public void back(Context ctx) {
        ctx.redirect(address(ctx, teaching.classroom(ctx)), HttpStatus.SEE_OTHER);
    }

    /// Makes a token for the teacher's programs in the place of the one before it, and shows it, this once.
    public void token(Context ctx) {
        teaching.classroom(ctx);
        Teacher teacher = teaching.teacher(ctx);
        teaching.passes().revoke(Passes.Kind.TOKEN, teacher.id());
        show(ctx, teaching.passes().issue(Passes.Kind.TOKEN, teacher.id(), Instant.now()));
        ctx.header("Cache-Control", "no-store");
    }

    /// From now on no token of the teacher's lets anybody in.
    public void revoke(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        teaching.passes().revoke(Passes.Kind.TOKEN, teaching.teacher(ctx).id());
        ctx.redirect(address(ctx, classroom), HttpStatus.SEE_OTHER);
    }

    /// A file, for the teacher's browser.
    public void file(Context ctx) {
        send(ctx, teaching.classroom(ctx));
    }

    /// The same, for a program.
    public void fileOfToken(Context ctx) {
        send(ctx, teaching.classroomOfToken(ctx));
    }

    private void send(Context ctx, Classroom classroom) {
        Form form = form(ctx.queryParam("form"));
        String text = new GradeFile(language(ctx).map(language -> pages.of(ctx, language)).orElse(pages.of(ctx)), curriculum.get(), classroom, grades(classroom)).text(form, separator(ctx.queryParam("separator")));
        String name = "passo-" + classroom.code() + (form == Form.LONG ? "" : "-" + form.name().toLowerCase(Locale.ROOT)) + ".csv";
        ctx.contentType("text/csv; charset=utf-8").header("Content-Disposition", "attachment; filename=\"" + name + "\"").header("Cache-Control", "no-store").result(text);
    }

    private static Optional<Language> language(Context ctx) {
        String tag = Optional.ofNullable(ctx.queryParam("language")).orElse("");
        if (tag.isEmpty()) return Optional.empty();
        return Optional.of(Language.tagged(tag).orElseThrow(() -> new BadRequestResponse("language is en or pt-BR")));
    }

    private static Form form(String said) {
        String wanted = Optional.ofNullable(said).orElse("long");
        return Stream.of(Form.values()).filter(form -> form.name().toLowerCase(Locale.ROOT).equals(wanted)).findFirst()
                .orElseThrow(() -> new BadRequestResponse("form is long, matrix or moodle"));
    }

    private static Optional<Character> separator(String said) {
        if (said == null || said.isEmpty()) return Optional.empty();
        return switch (said) {
            case "comma", "," -> Optional.of(',');
            case "semicolon", ";" -> Optional.of(';');
            case "tab", "\t" -> Optional.of('\t');
            default -> throw new BadRequestResponse("separator is comma, semicolon or tab");
        };
    }

    /// Of the exercises in the plan; where there is no plan, of those that somebody has tried.
    private Grades grades(Classroom classroom) {
        List<Deed> done = deeds.of(classroom.code());
        List<Assignment> plan = teaching.classrooms().plan(classroom.code());
        Set<String> tried = done.stream().filter(deed -> deed.tries() > 0 || deed.brought()).map(Deed::slug).collect(Collectors.toSet());
        List<Assignment> asked = plan.isEmpty() ? curriculum.get().all().map(Exercise::slug).filter(tried::contains).map(slug -> new Assignment(slug, Optional.empty())).toList() : plan;
        return Grades.of(asked, members.of(classroom.code()), done, deeds.hints(classroom.code()));
    }

    private String address(Context ctx, Classroom classroom) {
        return pages.of(ctx).to(ClassHead.path(classroom) + "/grades");
    }

    private void show(Context ctx, String token) {
        Classroom classroom = teaching.classroom(ctx);
        Page page = pages.of(ctx);
        Grades grades = grades(classroom);
        var moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(page.language().locale()).withZone(classroom.zone());
        List<Sentence> exercises = grades.assignments().stream().map(assignment -> Sentence.marked(curriculum.get().find(assignment.slug())
                .map(exercise -> exercise.in(page.language().tag()).title()).orElse(assignment.slug()))).toList();
        List<GradesView.Row> rows = grades.rows().stream().map(row -> new GradesView.Row(row.member().name(),
                row.grades().stream().map(grade -> grade.deed().map(_ -> String.valueOf(grade.points())).orElse("")).toList(), String.valueOf(row.sum()),
                GradeFile.percent(row, page.language().locale()))).toList();
        List<GradesView.File> files = Stream.of(Form.values()).map(form -> form.name().toLowerCase(Locale.ROOT))
                .map(form -> new GradesView.File(form, page.text("grades.file.title." + form), page.text("grades.file.about." + form))).toList();
        pages.show(ctx, "grades/grades.jte", new GradesView(ClassHead.of(page, classroom, "grades"), exercises, rows, files, unknown(page, classroom, grades), token,
                teaching.passes().made(Passes.Kind.TOKEN, teaching.teacher(ctx).id()).map(moment::format).orElse(""), Origin.of(ctx) + "/api/v1/classes/" + classroom.code() + "/grades.csv"));
    }

    /// Whom Moodle could not know, in words; empty where there is nobody.
    private String unknown(Page page, Classroom classroom, Grades grades) {
        List<Grades.Row> known = new GradeFile(page, curriculum.get(), classroom, grades).known().rows();
        List<String> names = grades.rows().stream().filter(row -> !known.contains(row)).map(row -> row.member().name()).toList();
        if (names.size() == grades.rows().size()) return names.isEmpty() ? "" : page.text("grades.moodle.nobody");
        return names.isEmpty() ? "" : page.text("grades.moodle.unknown", names.size(), String.join(", ", names));
    }
}
