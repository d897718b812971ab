package passo.web.grades;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.school.Assignment;
import passo.web.parts.Form;

/// A plan as it stands in the form, saved or not. Immutable.
///
/// @param lines what is to be done, in its order
/// @param marked the slugs of the lines that are selected
/// @param date typed for several lines at once
/// @param filter of the exercises that can be added
/// @param ticked the slugs of exercises that are about to be added
public record PlanForm(List<Line> lines, Set<String> marked, String date, Filter filter, Set<String> ticked) {

    private static final int MOST = 300;
    private static final int LONGEST = 80;

    /// @param date until when, as it was typed; empty where there is none
    public record Line(String slug, String date) {

        boolean hasWrongDate() {
            return !date.isEmpty() && day(date).isEmpty();
        }
    }

    /// @param item of the checklist; empty for all
    /// @param level from 1; empty for all
    public record Filter(String words, String item, String level) {

        static final Filter NONE = new Filter("", "", "");

        boolean isNone() {
            return equals(NONE);
        }
    }

    public PlanForm {
        lines = List.copyOf(lines);
        marked = Collections.unmodifiableSet(new TreeSet<>(marked));
        ticked = Collections.unmodifiableSet(new TreeSet<>(ticked));
    }

    static PlanForm of(List<Assignment> plan, ZoneId zone) {
        return new PlanForm(plan.stream().map(one -> new Line(one.slug(), one.day(zone).map(LocalDate::toString).orElse(""))).toList(), Set.of(), "", Filter.NONE, Set.of());
    }

    static PlanForm read(Context ctx) {
        List<String> slugs = texts(ctx, "slug");
        List<String> dates = texts(ctx, "due");
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < slugs.size(); i++) lines.add(new Line(slugs.get(i), i < dates.size() ? dates.get(i) : ""));
        return new PlanForm(unique(lines), Set.copyOf(texts(ctx, "marked")), text(ctx, "date"), new Filter(text(ctx, "find"), text(ctx, "item"), text(ctx, "level")), Set.copyOf(texts(ctx, "add")));
    }

    private static List<String> texts(Context ctx, String name) {
        return ctx.formParams(name).stream().limit(MOST).map(PlanForm::cut).toList();
    }

    private static String text(Context ctx, String name) {
        return cut(Form.field(ctx, name, 1 << 16));
    }

    private static String cut(String text) {
        return text.strip().substring(0, Math.min(LONGEST, text.strip().length()));
    }

    private static List<Line> unique(List<Line> lines) {
        List<Line> unique = new ArrayList<>();
        for (Line line : lines) if (unique.stream().noneMatch(other -> other.slug().equals(line.slug()))) unique.add(line);
        return unique;
    }

    /// The plan that is written here, where nothing in it is wrong.
    List<Assignment> plan(ZoneId zone) {
        return lines.stream().map(line -> day(line.date()).map(day -> Assignment.until(line.slug(), day, zone)).orElse(new Assignment(line.slug(), Optional.empty()))).toList();
    }

    /// The form after a button was pressed.
    ///
    /// @param button what its name says it does, and after a colon to what
    PlanForm after(String button, Curriculum curriculum) {
        String[] words = button.split(":", 2);
        String what = words.length > 1 ? words[1] : "";
        return switch (words[0]) {
            case "up" -> moved(what, -1);
            case "down" -> moved(what, 1);
            case "remove" -> with(lines.stream().filter(line -> !line.slug().equals(what)).toList());
            case "clear" -> with(lines.stream().filter(line -> !marked.contains(line.slug())).toList());
            case "date" -> dated(line -> marked.contains(line.slug()));
            case "dates" -> dated(_ -> true);
            case "add" -> adding(curriculum.all().filter(exercise -> ticked.contains(exercise.slug())), Set.of());
            case "path" -> adding(curriculum.way(what).stream().flatMap(way -> way.exercises().stream()), ticked);
            case "track" -> adding(curriculum.all().filter(exercise -> exercise.track().equals(what) && exercise.twin().isEmpty()), ticked);
            case "all" -> new PlanForm(lines, marked, date, Filter.NONE, ticked);
            default -> this;
        };
    }

    private PlanForm with(List<Line> others) {
        return new PlanForm(others, marked, date, filter, ticked);
    }

    private PlanForm moved(String slug, int by) {
        int from = lines.stream().map(Line::slug).toList().indexOf(slug);
        int to = from + by;
        if (from < 0 || to < 0 || to >= lines.size()) return this;
        List<Line> others = new ArrayList<>(lines);
        Collections.swap(others, from, to);
        return with(others);
    }

    private PlanForm dated(Predicate<Line> which) {
        return with(lines.stream().map(line -> which.test(line) ? new Line(line.slug(), date) : line).toList());
    }

    /// What is in the plan already stays where it is.
    private PlanForm adding(Stream<Exercise> exercises, Set<String> stillTicked) {
        return new PlanForm(unique(Stream.concat(lines.stream(), exercises.map(exercise -> new Line(exercise.slug(), ""))).toList()), marked, date, filter, stillTicked);
    }

    /// A day of this century, as a field for dates writes it.
    static Optional<LocalDate> day(String typed) {
        try {
            return typed.matches("20\\d\\d-\\d\\d-\\d\\d") ? Optional.of(LocalDate.parse(typed)) : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
