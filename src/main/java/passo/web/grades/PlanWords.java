package passo.web.grades;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.school.Classroom;
import passo.school.Names;
import passo.web.Page;
import passo.web.parts.Sentence;
import passo.web.school.ClassHead;

/// Tells of a plan in the words of the page.
final class PlanWords {

    private static final List<String> ITEMS = List.of("C1", "C2", "C3", "C4", "C5", "C6");

    private final Page page;
    private final Curriculum curriculum;

    PlanWords(Page page, Curriculum curriculum) {
        this.page = page;
        this.curriculum = curriculum;
    }

    /// @param saved was it saved just now?
    /// @param button that was pressed last
    PlanView view(Classroom classroom, PlanForm form, boolean saved, boolean changed, String button) {
        List<String> wrong = wrong(form);
        List<PlanView.Track> tracks = tracks(form);
        List<String> levels = curriculum.all().map(exercise -> String.valueOf(exercise.level())).distinct().sorted().toList();
        return new PlanView(ClassHead.of(page, classroom, "plan"), wrong, saved, changed, total(form), classroom.zone().getId(), lines(form, button), form.date(), noDate(form, button), presets(),
                form.filter(), ITEMS, levels, tracks, form.filter().isNone() ? "" : page.text("grades.plan.found", tracks.stream().mapToInt(track -> track.choices().size()).sum()));
    }

    /// Why a plan cannot be saved.
    List<String> wrong(PlanForm form) {
        List<String> wrong = new ArrayList<>();
        for (PlanForm.Line line : form.lines()) {
            Optional<Exercise> exercise = curriculum.find(line.slug());
            if (exercise.isEmpty()) wrong.add(page.text("grades.plan.unknown", line.slug()));
            if (line.hasWrongDate()) wrong.add(page.text("grades.plan.noDate.of", exercise.map(one -> title(one).spoken()).orElse(line.slug()), line.date()));
        }
        return wrong;
    }

    private String noDate(PlanForm form, String button) {
        if (!Set.of("date", "dates").contains(button)) return "";
        if (!form.date().isEmpty() && PlanForm.day(form.date()).isEmpty()) return page.text("grades.plan.noDate", form.date());
        return button.equals("date") && form.lines().stream().noneMatch(line -> form.marked().contains(line.slug())) ? page.text("grades.plan.noneSelected") : "";
    }

    private String total(PlanForm form) {
        int minutes = form.lines().stream().flatMap(line -> curriculum.find(line.slug()).stream()).mapToInt(Exercise::minutes).sum();
        return page.text("grades.plan.total", form.lines().size(), minutes);
    }

    private List<PlanView.Line> lines(PlanForm form, String button) {
        int last = form.lines().size() - 1;
        return IntStream.rangeClosed(0, last).mapToObj(index -> line(form, form.lines().get(index), index == 0, index == last, button)).toList();
    }

    private PlanView.Line line(PlanForm form, PlanForm.Line line, boolean first, boolean last, String button) {
        Optional<Exercise> exercise = curriculum.find(line.slug());
        String pressed = button.endsWith(":" + line.slug()) ? button.substring(0, button.indexOf(':')) : "";
        String focus = pressed.isEmpty() ? "" : first ? "down" : last ? "up" : pressed;
        return new PlanView.Line(line.slug(), exercise.map(this::title).orElse(Sentence.plain(line.slug())), exercise.map(one -> page.to("/exercises/" + one.slug())).orElse(""),
                exercise.map(this::about).orElse(page.text("grades.plan.gone")), line.date(), line.hasWrongDate(), form.marked().contains(line.slug()), first, last, focus);
    }

    private List<PlanView.Preset> presets() {
        return curriculum.ways().stream().sorted((one, other) -> Integer.compare(one.exercises().size(), other.exercises().size()))
                .map(way -> new PlanView.Preset("path:" + way.id(), way.title().in(language()),
                        page.text("grades.plan.total", way.exercises().size(), way.exercises().stream().mapToInt(Exercise::minutes).sum()))).toList();
    }

    private List<PlanView.Track> tracks(PlanForm form) {
        return curriculum.tracks().stream().map(track -> {
            List<PlanView.Choice> choices = track.exercises().stream().filter(exercise -> form.ticked().contains(exercise.slug()) || isFound(exercise, form.filter())).map(one -> choice(form, one)).toList();
            boolean open = !form.filter().isNone() || choices.stream().anyMatch(PlanView.Choice::ticked);
            return new PlanView.Track(track.id(), track.letter(), track.title().in(language()), open, choices);
        }).filter(track -> !track.choices().isEmpty()).toList();
    }

    private PlanView.Choice choice(PlanForm form, Exercise exercise) {
        return new PlanView.Choice(exercise.slug(), title(exercise), about(exercise), exercise.twin().isPresent(), form.ticked().contains(exercise.slug()),
                form.lines().stream().anyMatch(line -> line.slug().equals(exercise.slug())));
    }

    private boolean isFound(Exercise exercise, PlanForm.Filter filter) {
        String text = Names.key(title(exercise).spoken() + " " + exercise.slug() + " " + String.join(" ", exercise.teaches()));
        return (filter.item().isEmpty() || exercise.checklist().contains(filter.item())) && (filter.level().isEmpty() || filter.level().equals(String.valueOf(exercise.level())))
                && Stream.of(Names.key(filter.words()).split(" ")).allMatch(text::contains);
    }

    private String about(Exercise exercise) {
        String items = exercise.checklist().stream().sorted().collect(Collectors.joining(", "));
        return page.text("exercise.kind." + exercise.kind().tag()) + " · " + page.text("grades.plan.level", exercise.level()) + " · " + page.text("exercise.minutes", exercise.minutes())
                + (items.isEmpty() ? "" : " · " + items);
    }

    private Sentence title(Exercise exercise) {
        return Sentence.marked(exercise.in(language()).title());
    }

    private String language() {
        return page.language().tag();
    }
}
