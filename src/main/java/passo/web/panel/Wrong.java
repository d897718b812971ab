package passo.web.panel;

import java.util.Optional;
import passo.json.Json;
import passo.lab.exercise.Exercise;
import passo.lab.grading.Answered;
import passo.lab.grading.Verdict;
import passo.store.Attempt;
import passo.web.Page;
import passo.web.answers.TestsView;
import passo.web.answers.Told;
import passo.web.exercise.Judgement;
import passo.web.exercise.ResultView;
import passo.web.exercise.Work;
import passo.web.lost.LostView;
import passo.web.parts.Sentence;

/// Tells what is wrong with an answer, first of all, in one sentence.
record Wrong(Page page, Exercise exercise) {

    Sentence words(Verdict verdict, Attempt attempt) {
        return switch (exercise.kind()) {
            case BUILD, FIX, HUNT, REFACTOR -> words(result(verdict, attempt));
            case PREDICT, DECIDE -> verdict.answers().stream().filter(answer -> !answer.right()).findFirst().map(this::words).orElse(Sentence.NONE);
            case TESTS -> new Told(page).machines(verdict.examination()).stream().filter(machine -> machine.status().equals("fail")).findFirst()
                    .map(this::words).orElseGet(() -> Sentence.plain(new Told(page).said(verdict.examination())));
        };
    }

    /// What the learner sees of it.
    ResultView result(Verdict verdict, Attempt attempt) {
        return new Judgement(page, exercise, _ -> "").of(verdict, Work.of(exercise, Attempted.answer(attempt)));
    }

    private Sentence words(ResultView result) {
        if (!result.mistakes().isEmpty()) return result.mistakes().getFirst();
        if (!result.problems().isEmpty()) return Sentence.plain(result.problems().getFirst().message());
        return failed(result).map(this::words).orElseGet(() -> result.structure().stream().findFirst().orElse(Sentence.NONE));
    }

    /// The first test that does not pass.
    static Optional<ResultView.Row> failed(ResultView result) {
        return result.rows().stream().filter(row -> row.status().equals("fail")).findFirst();
    }

    private Sentence words(ResultView.Row row) {
        if (row.hidden()) return Sentence.of(page, "panel.wrong.hidden", row.kind());
        if (row.lost().isPresent()) return lost(row.lost().get());
        return row.findings().stream().findFirst().map(found -> found.differences().isEmpty() ? found.said()
                : Sentence.of(page, "panel.wrong.place", found.said(), new Sentence.Part.Code(found.differences().getFirst().place()), found.differences().getFirst().word())).orElse(Sentence.NONE);
    }

    private Sentence lost(LostView lost) {
        return Sentence.of(page, "panel.wrong.lost", new Sentence.Part.Code(lost.path()), lost.cause());
    }

    private Sentence words(Answered answer) {
        String given = answer.given().map(json -> answer.question().options().stream().filter(option -> Json.of(option.id()).equals(json)).findFirst()
                .map(option -> option.text().in(page.language().tag())).orElseGet(json::toString)).orElse("");
        return Sentence.of(page, "panel.wrong.answer", Sentence.marked(answer.question().text().in(page.language().tag())), Sentence.marked(given.isEmpty() ? page.text("panel.wrong.nothing") : given));
    }

    private Sentence words(TestsView.MachineView machine) {
        return Sentence.of(page, "panel.wrong.machine", machine.title(), machine.said());
    }
}
