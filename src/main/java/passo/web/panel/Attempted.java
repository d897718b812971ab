package passo.web.panel;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import passo.json.Json;
import passo.json.JsonText;
import passo.lab.exercise.Exercise;
import passo.lab.exercise.TestCase;
import passo.lab.grading.Verdict;
import passo.store.Attempt;
import passo.web.Page;
import passo.web.answers.QuestionView;
import passo.web.answers.Told;
import passo.web.exercise.Exercises;
import passo.web.exercise.Judgement;
import passo.web.exercise.Work;

/// Looks at an attempt again, as its learner sees it.
record Attempted(Exercises exercises) {

    static Json.Obj answer(Attempt attempt) {
        return (Json.Obj) JsonText.parse(attempt.answer());
    }

    Verdict judge(Context ctx, Exercise exercise, Attempt attempt) {
        return exercises.judge(ctx, exercise, answer(attempt));
    }

    /// @param traces the address where the runs of its tests are looked at, without the language
    AttemptView view(Context ctx, Page page, Exercise exercise, Attempt attempt, int number, Function<TestCase, String> traces) {
        Verdict verdict = judge(ctx, exercise, attempt);
        Json.Obj answer = answer(attempt);
        String named = page.text("exercise.attempt", number);
        boolean changed = !attempt.hash().equals(exercise.hash());
        var told = new Told(page);
        return switch (exercise.kind()) {
            case BUILD, FIX, HUNT, REFACTOR -> {
                Work work = Work.of(exercise, answer);
                yield new AttemptView(named, changed, page.text("bench.definition"), work.definition(), Work.named(page, exercise), work.world(),
                        Optional.of(new Judgement(page, exercise, traces).of(verdict, work)), List.of(), List.of(), List.of(), "");
            }
            case PREDICT, DECIDE -> {
                List<QuestionView> questions = told.questions(verdict.answers());
                yield new AttemptView(named, changed, "", "", "", "", Optional.empty(), questions, List.of(), List.of(), told.said(questions));
            }
            case TESTS -> new AttemptView(named, changed, page.text("answers.tests"), answer.get("tests") instanceof Json.Str(var text) ? text : "", "", "", Optional.empty(), List.of(),
                    told.faults(verdict.examination()), told.machines(verdict.examination()), told.said(verdict.examination()));
        };
    }
}
