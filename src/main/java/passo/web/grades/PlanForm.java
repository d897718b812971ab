package passo.web.grades;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.school.Assignment;
import passo.school.Classroom;

/// The plan of a class as a teacher writes it: exercises in their order, each with a date as it was typed. What the button says that was
/// pressed is done to it.
///
/// @param unknown an address that names no exercise; empty where all do
record PlanForm(List<Line> lines, String unknown) {

    private static final String BUTTON = "do";
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    /// @param date as it was typed, in the form of the field: `2026-03-31`; empty where there is none
    record Line(Exercise exercise, String date) {

        /// The day; empty where there is none, or what was typed is none.
        Optional<LocalDate> day() {
            try {
                return date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date)).filter(day -> !day.isBefore(FIRST) && !day.isAfter(LAST));
            } catch (DateTimeParseException noDay) {
                return Optional.empty();
            }
        }

        boolean isGood() {
            return date.isEmpty() || day().isPresent();
        }
    }

    static PlanForm of(Curriculum curriculum, Classroom classroom, List<Assignment> plan) {
        return new PlanForm(plan.stream().flatMap(assignment -> curriculum.find(assignment.slug()).stream()
                .map(exercise -> new Line(exercise, assignment.day(classroom.zone()).map(LocalDate::toString).orElse("")))).toList(), "");
    }

    /// What was sent, with what its button does done to it.
    static PlanForm read(Context ctx, Curriculum curriculum) {
        var lines = new ArrayList<Line>();
        String unknown = "";
        for (String slug : ctx.formParams("slug")) {
            Optional<Exercise> exercise = curriculum.find(slug);
            if (exercise.isEmpty()) unknown = slug;
            else lines.add(new Line(exercise.get(), Optional.ofNullable(ctx.formParam("due-" + slug)).orElse("").strip()));
        }
        String[] button = Optional.ofNullable(ctx.formParam(BUTTON)).orElse("").split(":", 2);
        String about = button.length == 2 ? button[1] : "";
        switch (button[0]) {
            case "up" -> move(lines, about, -1);
            case "down" -> move(lines, about, 1);
            case "remove" -> lines.removeIf(line -> line.exercise().slug().equals(about));
            case "clear" -> lines.clear();
            case "dates" -> date(lines, Set.copyOf(ctx.formParams("pick")), Optional.ofNullable(ctx.formParam("date")).orElse("").strip());
            case "add" -> add(lines, curriculum.all().filter(exercise -> ctx.formParams("add").contains(exercise.slug())));
            case "path" -> add(lines, curriculum.way(about).stream().flatMap(way -> way.exercises().stream()));
            case "track" -> add(lines, curriculum.tracks().stream().filter(track -> track.id().equals(about)).flatMap(track -> track.exercises().stream())
                    .filter(exercise -> exercise.twin().isEmpty()));
            default -> { }
        }
        return new PlanForm(List.copyOf(lines), unknown);
    }

    private static void move(List<Line> lines, String slug, int by) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).exercise().slug().equals(slug) && i + by >= 0 && i + by < lines.size()) {
                Collections.swap(lines, i, i + by);
                return;
            }
        }
    }

    /// Of those that are picked, of all where none is.
    private static void date(List<Line> lines, Set<String> picked, String date) {
        lines.replaceAll(line -> picked.isEmpty() || picked.contains(line.exercise().slug()) ? new Line(line.exercise(), date) : line);
    }

    private static void add(List<Line> lines, Stream<Exercise> exercises) {
        exercises.filter(exercise -> lines.stream().noneMatch(line -> line.exercise().equals(exercise))).toList().forEach(exercise -> lines.add(new Line(exercise, "")));
    }

    boolean isGood() {
        return unknown.isEmpty() && lines.stream().allMatch(Line::isGood);
    }

    List<Assignment> assignments(ZoneId zone) {
        return lines.stream().map(line -> line.day().map(day -> Assignment.until(line.exercise().slug(), day, zone))
                .orElseGet(() -> new Assignment(line.exercise().slug(), Optional.empty()))).toList();
    }
}
