package passo.web.panel;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Optional;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.TestCase;
import passo.school.Classroom;
import passo.school.Member;
import passo.store.Attempt;
import passo.web.Page;
import passo.web.Teaching;
import passo.web.exercise.Exercises;
import passo.web.exercise.TestSheets;
import passo.web.exercise.Work;
import passo.web.playground.Sheet;
import passo.web.playground.Sheets;
import passo.web.school.ClassHead;

/// The run of a visible test in the playground's trace, on an attempt of a member's. What the teacher changes there is kept with the teacher's browser
/// and is nothing of the learner's.
public final class AttemptSheets implements Sheets {

    private final Teaching teaching;
    private final Watched watched;
    private final Exercises exercises;

    public AttemptSheets(Teaching teaching, Watched watched, Exercises exercises) {
        this.teaching = teaching;
        this.watched = watched;
        this.exercises = exercises;
    }

    @Override public Optional<Sheet> find(Context ctx, Page page) {
        Classroom classroom = teaching.classroom(ctx);
        var look = Look.of(ctx);
        Member member = watched.member(classroom, look, ctx.pathParam("member"));
        Attempt attempt = exercises.attempts().find(member.learner().orElseThrow(), ctx.pathParam("attempt")).orElseThrow(NotFoundResponse::new);
        Exercise exercise = exercises.curriculum().get().find(attempt.slug()).orElseThrow(NotFoundResponse::new);
        return exercise.tests().stream().filter(test -> test.id().equals(ctx.pathParam("test")) && !test.hidden() && !test.runs().isEmpty()).findFirst()
                .map(test -> sheet(ctx, page, exercise, test, attempt, ClassHead.path(classroom) + "/members/" + member.id(), look));
    }

    /// @param member the address of the member, without the language
    private Sheet sheet(Context ctx, Page page, Exercise exercise, TestCase test, Attempt attempt, String member, Look look) {
        Work work = Work.of(exercise, Attempted.answer(attempt));
        return TestSheets.sheet(exercises.judge(ctx, exercise.with(List.of(test)), work.answer()), page, exercise, test, work, member + "/attempts/" + attempt.id() + "/tests/" + test.id(),
                "look-" + attempt.id() + "-" + Integer.toHexString(test.id().hashCode()), page.to(look.at(member + "/" + exercise.slug() + "?attempt=" + attempt.id())));
    }
}
