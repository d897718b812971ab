package passo.web.grades;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.school.Classroom;
import passo.web.Page;
import passo.web.Pages;
import passo.web.Teaching;
import passo.web.parts.Sentence;
import passo.web.school.ClassHead;

/// The page on which a teacher says what a class is to do. Each button saves the plan as it then is; without scripts as with them.
public final class PlanHandler {

    private static final List<String> ITEMS = List.of("C1", "C2", "C3", "C4", "C5", "C6");
    private static final List<String> LEVELS = List.of("1", "2", "3", "4");

    private final Teaching teaching;
    private final Supplier<Curriculum> curriculum;
    private final Pages pages;

    public PlanHandler(Teaching teaching, Supplier<Curriculum> curriculum, Pages pages) {
        this.teaching = teaching;
        this.curriculum = curriculum;
        this.pages = pages;
    }

    public void open(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        show(ctx, classroom, PlanForm.of(curriculum.get(), classroom, teaching.classrooms().plan(classroom.code())));
    }

    public void change(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        PlanForm form = PlanForm.read(ctx, curriculum.get());
        if (!form.isGood()) {
            show(ctx, classroom, form);
            return;
        }
        teaching.classrooms().plan(classroom.code(), form.assignments(classroom.zone()));
        ctx.redirect(pages.of(ctx).to(ClassHead.path(classroom) + "/plan") + chosen(ctx), HttpStatus.SEE_OTHER);
    }

    /// What is offered stays what it was.
    private static String chosen(Context ctx) {
        String item = one(ctx.formParam("item"), ITEMS);
        String level = one(ctx.formParam("level"), LEVELS);
        return item.isEmpty() && level.isEmpty() ? "" : "?item=" + item + "&level=" + level;
    }

    private static String one(String said, List<String> known) {
        return Optional.ofNullable(said).filter(known::contains).orElse("");
    }

    private void show(Context ctx, Classroom classroom, PlanForm form) {
        Page page = pages.of(ctx);
        boolean sent = !ctx.formParamMap().isEmpty();
        String item = one(sent ? ctx.formParam("item") : ctx.queryParam("item"), ITEMS);
        String level = one(sent ? ctx.formParam("level") : ctx.queryParam("level"), LEVELS);
        int minutes = form.lines().stream().mapToInt(line -> line.exercise().minutes()).sum();
        String wrong = form.unknown().isEmpty() ? form.isGood() ? "" : page.text("grades.plan.wrong") : page.text("grades.plan.unknown", form.unknown());
        Set<Exercise> chosen = form.lines().stream().map(PlanForm.Line::exercise).collect(Collectors.toSet());
        List<PlanView.Offer> tracks = curriculum.get().tracks().stream().map(track -> new PlanView.Offer(track.id(), track.letter(), track.title().in(page.language().tag()),
                track.exercises().stream().filter(exercise -> !chosen.contains(exercise)).filter(exercise -> item.isEmpty() || exercise.checklist().contains(item))
                        .filter(exercise -> level.isEmpty() || level.equals(String.valueOf(exercise.level()))).map(exercise -> offered(page, exercise)).toList()))
                .filter(track -> !track.exercises().isEmpty()).toList();
        List<PlanView.Preset> paths = curriculum.get().ways().stream().map(way -> new PlanView.Preset(way.id(), way.title().in(page.language().tag()),
                page.text("grades.plan.path.about", way.exercises().size(), way.exercises().stream().mapToInt(Exercise::minutes).sum()))).toList();
        pages.show(ctx, "grades/plan.jte", new PlanView(ClassHead.of(page, classroom, "plan"), classroom.zone().getId(), rows(page, form),
                page.text("grades.plan.told", form.lines().size(), minutes), wrong, paths, tracks, item, level));
    }

    private static List<PlanView.Row> rows(Page page, PlanForm form) {
        return IntStream.range(0, form.lines().size()).mapToObj(i -> {
            PlanForm.Line line = form.lines().get(i);
            String title = title(page, line.exercise());
            return new PlanView.Row(line.exercise().slug(), Sentence.marked(title), title.replace("`", ""), about(page, line.exercise()), line.date(),
                    line.isGood() ? "" : page.text("grades.plan.date.wrong", line.date()), i == 0, i == form.lines().size() - 1);
        }).toList();
    }

    private static PlanView.Offered offered(Page page, Exercise exercise) {
        return new PlanView.Offered(exercise.slug(), Sentence.marked(title(page, exercise)), about(page, exercise), exercise.twin().isPresent());
    }

    private static String about(Page page, Exercise exercise) {
        return page.text("grades.plan.about", exercise.minutes(), exercise.level(), exercise.checklist().isEmpty() ? "" : " · " + String.join(", ", exercise.checklist()));
    }

    private static String title(Page page, Exercise exercise) {
        return exercise.in(page.language().tag()).title();
    }
}
