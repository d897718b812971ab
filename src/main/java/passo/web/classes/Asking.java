package passo.web.classes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.lab.progress.Tried;
import passo.school.Assignment;
import passo.school.Classroom;
import passo.school.Member;
import passo.store.Attempts;
import passo.store.Classrooms;
import passo.store.Members;
import passo.web.Page;
import passo.web.parts.Sentence;

/// In which classes learners are, what these ask them to do, and how far they are with it.
public record Asking(Supplier<Curriculum> curriculum, Classrooms classrooms, Members members, Attempts attempts) {

    /// The latest first.
    public List<Place> of(Page page, String learner) {
        List<Member> places = members.ofLearner(learner);
        Map<String, Tried> tried = places.isEmpty() ? Map.of() : attempts.tried(learner).stream().collect(Collectors.toMap(Tried::slug, Function.identity()));
        return places.stream().flatMap(member -> classrooms.find(member.classroom()).stream().map(classroom -> place(page, classroom, member, tried))).toList();
    }

    private Place place(Page page, Classroom classroom, Member member, Map<String, Tried> tried) {
        var times = new Times(page, classroom.zone());
        return new Place(classroom.code(), classroom.name(), member.name(), page.to("/join/" + classroom.code()), classrooms.plan(classroom.code()).stream()
                .flatMap(assignment -> curriculum.get().find(assignment.slug()).stream()
                        .map(exercise -> asked(times, exercise, assignment, Optional.ofNullable(tried.get(exercise.slug()))))).toList());
    }

    private static Place.Asked asked(Times times, Exercise exercise, Assignment assignment, Optional<Tried> tried) {
        Page page = times.page();
        boolean passed = tried.flatMap(Tried::passedAt).isPresent();
        int stars = passed ? tried.get().stars() : 0;
        boolean over = !passed && assignment.due().filter(due -> due.isBefore(Instant.now())).isPresent();
        // The end of a day belongs to that day, though it may be written as the beginning of the next.
        String due = assignment.due().map(at -> page.text(over ? "classes.asked.was" : "classes.asked.due", times.day(at.minusMillis(1)))).orElse("");
        return new Place.Asked(passed ? "done" : tried.isPresent() ? "half" : "", stars, Sentence.marked(exercise.in(page.language().tag()).title()),
                page.to("/exercises/" + exercise.slug()), due,
                passed ? page.text("classes.asked.passed", stars) : page.text(tried.isPresent() ? "classes.asked.begun" : "classes.asked.open"), passed);
    }
}
