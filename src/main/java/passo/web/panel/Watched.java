package passo.web.panel;

import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import passo.lab.exercise.Curriculum;
import passo.lab.exercise.Exercise;
import passo.school.Assignment;
import passo.school.Classroom;
import passo.school.Deed;
import passo.school.Matrix;
import passo.school.Member;
import passo.store.Classrooms;
import passo.store.Deeds;
import passo.store.Members;

/// What there is to see of classes.
public record Watched(Supplier<Curriculum> curriculum, Classrooms classrooms, Members members, Deeds deeds) {

    /// A class as it stands.
    ///
    /// @param planned is it asked to do something?
    record Now(Curriculum curriculum, boolean planned, List<Deed> deeds, Matrix matrix, Instant at) {

        Exercise exercise(String slug) {
            return curriculum.find(slug).orElseThrow();
        }
    }

    Now now(Classroom classroom, Look look) {
        Instant now = Instant.now();
        Curriculum all = curriculum.get();
        List<Assignment> plan = classrooms.plan(classroom.code());
        List<Deed> done = deeds.of(classroom.code());
        List<String> columns = Matrix.columns(plan, done, all.all().map(Exercise::slug).toList());
        return new Now(all, !plan.isEmpty(), done, Matrix.of(look.members(members.of(classroom.code())), done, columns, now).in(look.order()), now);
    }

    /// A member who has joined.
    Member member(Classroom classroom, Look look, String id) {
        return look.members(members.of(classroom.code())).stream().filter(member -> member.id().equals(id) && member.hasJoined()).findFirst().orElseThrow(NotFoundResponse::new);
    }
}
