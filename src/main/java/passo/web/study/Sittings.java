package passo.web.study;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import passo.store.Mocks;
import passo.study.Mock;
import passo.study.Question;
import passo.study.Questions;

/// The mock exams of the learner who asks. One whose time is up was handed in then, whoever looks at it first.
record Sittings(Studying studying, Mocks mocks) {

    /// The newest first.
    List<Mock> all(Context ctx) {
        return studying.learners().known(ctx).map(learner -> mocks.of(learner).stream().map(mock -> settled(learner, mock)).toList()).orElse(List.of());
    }

    /// The one that the address names. Nobody sees another's.
    Mock find(Context ctx) {
        String learner = learner(ctx);
        return settled(learner, mocks.find(learner, ctx.pathParam("id")).orElseThrow(NotFoundResponse::new));
    }

    /// Begins one, or goes on with the one that was begun.
    ///
    /// @param exam empty for questions of all exams
    Mock begin(Context ctx, String exam) {
        return all(ctx).stream().filter(mock -> mock.finished().isEmpty()).findFirst().orElseGet(() -> {
            UUID id = UUID.randomUUID();
            List<Question> pool = pool(studying.questions().get(), exam);
            if (pool.isEmpty()) throw new NotFoundResponse();
            Mock mock = Mock.draw(id.toString(), exam, pool, id.hashCode(), now());
            mocks.begin(studying.learners().idOf(ctx), mock);
            return mock;
        });
    }

    /// What an exam draws from.
    static List<Question> pool(Questions bank, String exam) {
        return exam.isEmpty() ? bank.all() : bank.of(exam).toList();
    }

    /// Saves an answer, and whether there is a flag. What comes after the end changes nothing.
    Mock answer(Context ctx, Given given, boolean flag) {
        String question = given.question().id();
        Instant now = now();
        return mocks.change(learner(ctx), ctx.pathParam("id"), mock -> mock.isOver(now) ? mock : mock.answer(question, given.kept(), now).flag(question, flag, now))
                .orElseThrow(NotFoundResponse::new);
    }

    Mock finish(Context ctx) {
        return finish(learner(ctx), ctx.pathParam("id"));
    }

    Instant now() {
        return studying.clock().instant();
    }

    private Mock settled(String learner, Mock mock) {
        return mock.finished().isEmpty() && mock.isOver(now()) ? finish(learner, mock.id()) : mock;
    }

    private Mock finish(String learner, String id) {
        Questions bank = studying.questions().get();
        return mocks.finish(learner, id, now(), mock -> mock.answered(bank)).orElseThrow(NotFoundResponse::new);
    }

    private String learner(Context ctx) {
        return studying.learners().known(ctx).orElseThrow(NotFoundResponse::new);
    }
}
