package passo.web.panel;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Verdict;
import passo.lab.progress.Item;
import passo.lab.progress.Plan;
import passo.lab.progress.Progress;
import passo.lab.progress.Tried;
import passo.school.Classroom;
import passo.school.Deed;
import passo.school.Matrix;
import passo.school.Member;
import passo.store.Attempt;
import passo.store.Help;
import passo.web.Page;
import passo.web.Pages;
import passo.web.Teaching;
import passo.web.classes.Times;
import passo.web.exercise.Exercises;
import passo.web.exercise.HeadView;
import passo.web.school.ClassHead;

/// What one member of a class did: about all exercises, and about one.
public final class WorkHandler {

    private final Teaching teaching;
    private final Watched watched;
    private final Exercises exercises;
    private final Pages pages;

    public WorkHandler(Teaching teaching, Watched watched, Exercises exercises, Pages pages) {
        this.teaching = teaching;
        this.watched = watched;
        this.exercises = exercises;
        this.pages = pages;
    }

    public void all(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        var look = Look.of(ctx);
        Page page = pages.of(ctx);
        Member member = watched.member(classroom, look, ctx.pathParam("member"));
        var times = new Times(page, classroom.zone());
        var head = ClassHead.of(page, classroom, "");
        Instant now = Instant.now();
        List<Deed> deeds = deeds(classroom, member);
        Curriculum curriculum = exercises.curriculum().get();
        List<Exercise> touched = curriculum.all().filter(exercise -> deeds.stream().anyMatch(deed -> deed.slug().equals(exercise.slug()))).toList();
        Matrix.Row row = Matrix.of(List.of(member), deeds, touched.stream().map(Exercise::slug).toList(), now).rows().getFirst();
        Map<String, String> numbers = Boards.numbers(curriculum);
        Map<String, Deed> bySlug = deeds.stream().collect(Collectors.toMap(Deed::slug, Function.identity()));
        pages.show(ctx, "panel/member.jte", new MemberView(head, look.at(head.address()), member.name(), about(page, times, member, row), items(page, classroom, deeds),
                IntStream.range(0, touched.size()).mapToObj(i -> {
                    Exercise exercise = touched.get(i);
                    Optional<Instant> last = bySlug.get(exercise.slug()).activeAt();
                    return new MemberView.Row(numbers.get(exercise.slug()), Boards.title(page, exercise), Boards.stone(page, exercise.slug(), row.cells().get(i),
                            look.at(address(head, member) + "/" + exercise.slug()), ""), Boards.told(page, row.cells().get(i)), last.map(times::moment).orElse(""), last.map(Instant::toString).orElse(""));
                }).toList()));
    }

    private static String about(Page page, Times times, Member member, Matrix.Row row) {
        return Stream.concat(member.joinedAt().map(at -> page.text("panel.joined", times.moment(at))).stream(), row.activeAt().map(at -> page.text("panel.active", times.moment(at))).stream())
                .collect(Collectors.joining(" · "));
    }

    private List<MemberView.Item> items(Page page, Classroom classroom, List<Deed> deeds) {
        List<Tried> tried = deeds.stream().flatMap(deed -> deed.lastAt().map(last -> new Tried(deed.slug(), deed.stars(), deed.passedAt(), last)).stream()).toList();
        return Progress.of(exercises.curriculum().get(), Plan.NONE, tried, classroom.zone()).items().stream().map(item -> {
            int done = (int) item.steps().stream().filter(Item.Step::done).count();
            return new MemberView.Item(item.id(), page.text("learn.item." + item.id()), done, item.steps().size(), page.text("panel.item", done, item.steps().size()));
        }).toList();
    }

    public void one(Context ctx) {
        Classroom classroom = teaching.classroom(ctx);
        var look = Look.of(ctx);
        Page page = pages.of(ctx);
        Member member = watched.member(classroom, look, ctx.pathParam("member"));
        Exercise exercise = exercises.find(ctx);
        var head = ClassHead.of(page, classroom, "");
        String learner = member.learner().orElseThrow();
        String address = address(head, member) + "/" + exercise.slug();
        List<Attempt> attempts = exercises.attempts().of(learner, exercise.slug());
        Optional<Attempt> shown = Optional.ofNullable(ctx.queryParam("attempt")).map(id -> attempts.stream().filter(attempt -> attempt.id().equals(id)).findFirst().orElseThrow(NotFoundResponse::new))
                .or(() -> attempts.stream().findFirst());
        var times = new Times(page, classroom.zone());
        pages.show(ctx, "panel/work.jte", new WorkView(head, look.at(head.address()), member.name(), look.at(address(head, member)), Boards.title(page, exercise),
                HeadView.address(page, exercise.slug()), told(page, classroom, member, exercise), rows(look, times, address, learner, exercise, attempts, shown), hints(times, learner, exercise),
                shown.map(attempt -> new Attempted(exercises).view(ctx, page, exercise, attempt, attempts.size() - attempts.indexOf(attempt),
                        test -> look.at(ClassHead.path(classroom) + "/members/" + member.id() + "/attempts/" + attempt.id() + "/tests/" + test.id())))));
    }

    private String told(Page page, Classroom classroom, Member member, Exercise exercise) {
        return Boards.told(page, Matrix.of(List.of(member), deeds(classroom, member), List.of(exercise.slug()), Instant.now()).rows().getFirst().cells().getFirst());
    }

    private List<WorkView.Row> rows(Look look, Times times, String address, String learner, Exercise exercise, List<Attempt> attempts, Optional<Attempt> shown) {
        Set<String> brought = watched.deeds().brought(learner, exercise.slug());
        return IntStream.range(0, attempts.size()).mapToObj(i -> {
            Attempt attempt = attempts.get(i);
            return new WorkView.Row(attempts.size() - i, look.at(address + "?attempt=" + attempt.id()), times.moment(attempt.attemptedAt()), attempt.attemptedAt().toString(),
                    attempt.stars() >= Verdict.PASSING, attempt.stars(), brought.contains(attempt.id()), shown.filter(attempt::equals).isPresent());
        }).toList();
    }

    private List<WorkView.Hint> hints(Times times, String learner, Exercise exercise) {
        return exercises.helps().rungs(learner, exercise.slug()).stream().map(help -> new WorkView.Hint(
                times.page().text(help.rung() >= Help.SOLUTION ? "panel.solution" : "exercise.hint." + help.rung()), times.moment(help.takenAt()), help.takenAt().toString())).toList();
    }

    private List<Deed> deeds(Classroom classroom, Member member) {
        return watched.deeds().of(classroom.code()).stream().filter(deed -> member.learner().filter(deed.learner()::equals).isPresent()).toList();
    }

    private static String address(ClassHead head, Member member) {
        return head.address() + "/members/" + member.id();
    }
}
